using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>
/// The matrix products that a step from correlations is made of. Matrices are stored row by row, their rows the given stride apart; sizes name
/// the rows of the result, the inner extent, and the columns of the result. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class MatrixProducts
{
    /// <summary>From this inner extent on, a product of two factors that are both read along their rows needs no transposed copy of one.</summary>
    private const int LongInner = 64;

    /// <summary>C = A B, with A rows x inner and B inner x columns.</summary>
    public static void Set<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns)
        where T : unmanaged, INumber<T> => RowTile.Set(a, aStride, 1, b, bStride, c, cStride, rows, inner, columns);

    /// <summary>C += factor A B, with A rows x inner and B inner x columns.</summary>
    public static void Add<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : unmanaged, INumber<T> => RowTile.Add(a, aStride, 1, b, bStride, c, cStride, rows, inner, columns, factor);

    /// <summary>C = A^T B, with A inner x rows and B inner x columns.</summary>
    public static void SetFromTransposed<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns)
        where T : unmanaged, INumber<T> => RowTile.Set(a, 1, aStride, b, bStride, c, cStride, rows, inner, columns);

    /// <summary>C += factor A^T B, with A inner x rows and B inner x columns.</summary>
    public static void AddFromTransposed<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : unmanaged, INumber<T> => RowTile.Add(a, 1, aStride, b, bStride, c, cStride, rows, inner, columns, factor);

    /// <summary>C += factor A B^T, with A rows x inner and B columns x inner.</summary>
    public static void AddTransposed<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : unmanaged, INumber<T>
    {
        if (inner >= LongInner)
        {
            DotTile.Add(a, aStride, b, bStride, c, cStride, rows, inner, columns, factor);
            return;
        }

        int stride = MatrixPacking.Stride<T>(columns);
        using Scratch<T> transposed = new(inner * stride);
        MatrixPacking.Transpose(b, bStride, transposed.Span, stride, columns, inner);
        RowTile.Add(a, aStride, 1, transposed.Span, stride, c, cStride, rows, inner, columns, factor);
    }
}
