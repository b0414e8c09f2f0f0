using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl.Generated;

/// <summary>
/// The matrix products that a step from correlations is made of. Matrices are stored row by row; sizes name the rows of the result, the inner
/// extent, and the columns of the result. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Products
{
    /// <summary>C += A B, with A rows x inner and B inner x columns.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T> => Accumulate(a, inner, 1, b, c, rows, inner, columns, T.One);

    /// <summary>C -= A B, with A rows x inner and B inner x columns.</summary>
    public static void Subtract<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T> => Accumulate(a, inner, 1, b, c, rows, inner, columns, -T.One);

    /// <summary>C -= A B^T, with A rows x inner and B columns x inner.</summary>
    public static void SubtractTransposed<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        using Scratch<T> transposed = new(inner * columns);
        Transpose(b, transposed.Span, columns, inner);
        Accumulate(a, inner, 1, transposed.Span, c, rows, inner, columns, -T.One);
    }

    /// <summary>C += A B^T, with A rows x inner and B columns x inner.</summary>
    public static void AddTransposed<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        using Scratch<T> transposed = new(inner * columns);
        Transpose(b, transposed.Span, columns, inner);
        Accumulate(a, inner, 1, transposed.Span, c, rows, inner, columns, T.One);
    }

    /// <summary>C += A^T B, with A inner x rows and B inner x columns.</summary>
    public static void AddFromTransposed<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T> => Accumulate(a, 1, rows, b, c, rows, inner, columns, T.One);

    /// <summary>C += A.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, Span<T> c)
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(c, a, c);

    /// <summary>B = A^T, with A rows x columns.</summary>
    internal static void Transpose<T>(ReadOnlySpan<T> a, Span<T> b, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<T> row = a.Slice(i * columns, columns);
            int at = i;
            foreach (T value in row)
            {
                b[at] = value;
                at += rows;
            }
        }
    }

    private static void Accumulate<T>(
        ReadOnlySpan<T> a, int rowStride, int innerStride, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns, T factor)
        where T : unmanaged, INumber<T>
    {
        using Scratch<int> offsets = new((2 * rows) + (2 * inner));
        Span<int> aRows = offsets.Span[..rows];
        Span<int> cRows = offsets.Span.Slice(rows, rows);
        Span<int> aInner = offsets.Span.Slice(2 * rows, inner);
        Span<int> bRows = offsets.Span.Slice((2 * rows) + inner, inner);
        Offsets.Every(rowStride, aRows);
        Offsets.Every(innerStride, aInner);
        Offsets.Every(columns, bRows);
        Offsets.Every(columns, cRows);
        Tile.Accumulate(a, aRows, aInner, b, bRows, c, cRows, columns, factor);
    }
}
