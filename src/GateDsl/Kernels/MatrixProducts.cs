using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// The matrix products that a step from correlations is made of. Matrices are stored row by row; all but the smallest products
/// run through the zeros behind packed columns.
/// </summary>
internal static class MatrixProducts
{
    /// <summary>From this inner extent on, a product of two factors that are both read along their rows needs no transposed copy of one.</summary>
    private const int LongInner = 64;

    /// <summary>C = A B.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="b">Inner x columns.</param>
    /// <param name="c">Rows x columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetProduct<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c)
        where T : struct, INumber<T> => ProductTile.Set(a, false, b, c);

    /// <summary>C += factor A B.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="b">Inner x columns.</param>
    /// <param name="c">Rows x columns.</param>
    /// <param name="factor">What the product counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T factor)
        where T : struct, INumber<T> => ProductTile.Add(a, false, b, c, factor);

    /// <summary>C = A^T B.</summary>
    /// <param name="a">Inner x rows.</param>
    /// <param name="b">Inner x columns.</param>
    /// <param name="c">Rows x columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetProductFromTransposed<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c)
        where T : struct, INumber<T> => ProductTile.Set(a, true, b, c);

    /// <summary>C += factor A^T B.</summary>
    /// <param name="a">Inner x rows.</param>
    /// <param name="b">Inner x columns.</param>
    /// <param name="c">Rows x columns.</param>
    /// <param name="factor">What the product counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductFromTransposed<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T factor)
        where T : struct, INumber<T> => ProductTile.Add(a, true, b, c, factor);

    /// <summary>C = A B^T.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="b">Columns x inner.</param>
    /// <param name="c">Rows x columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetProductWithTransposed<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c)
        where T : struct, INumber<T> => WithTransposed(a, b, c, T.One, isAdded: false);

    /// <summary>C += factor A B^T.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="b">Columns x inner.</param>
    /// <param name="c">Rows x columns.</param>
    /// <param name="factor">What the product counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductWithTransposed<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T factor)
        where T : struct, INumber<T> => WithTransposed(a, b, c, factor, isAdded: true);

    /// <summary>C = A B, with A rows x inner and B inner x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns)
        where T : struct, INumber<T> => ProductTile.Set(a, aStride, 1, b, bStride, c, cStride, rows, inner, columns);

    /// <summary>C += factor A B, with A rows x inner and B inner x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T> => ProductTile.Add(a, aStride, 1, b, bStride, c, cStride, rows, inner, columns, factor);

    /// <summary>C += factor A^T B, with A inner x rows and B inner x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddFromTransposed<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T> => ProductTile.Add(a, 1, aStride, b, bStride, c, cStride, rows, inner, columns, factor);

    /// <summary>C += factor A B^T, with A rows x inner and B columns x inner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void AddTransposed<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T>
    {
        if (inner >= LongInner)
        {
            TransposedProductTile.Add(a, aStride, b, bStride, c, cStride, rows, inner, columns, factor);
            return;
        }

        int stride = MatrixPacking.Stride<T>(columns);
        Few<T> few = default;
        using Scratch<T> transposed = new(inner * stride, few);
        MatrixPacking.Transpose(b, bStride, transposed.Span, stride, columns, inner);
        ProductTile.Add(a, aStride, 1, transposed.Span, stride, c, cStride, rows, inner, columns, factor);
    }

    /// <summary>Views lie within their arrays: that their shapes fit is all there is to check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void WithTransposed<T>(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T factor, bool isAdded)
        where T : struct, INumber<T>
    {
        if (a.Rows != c.Rows || a.Columns != b.Columns || b.Rows != c.Columns)
        {
            Extent.Refuse(a.Rows, a.Columns, b.Columns, b.Rows, c.Rows, c.Columns);
        }

        if (c.Rows == 0 || c.Columns == 0)
        {
            return;
        }

        if (SmallProducts.IsSmallTransposed(c.Rows, a.Columns, c.Columns))
        {
            SmallProducts.Run(ref a.First, a.Stride, 1, ref b.First, 1, b.Stride, ref c.First, c.Stride, c.Rows, a.Columns, c.Columns, factor, isAdded);
            return;
        }

        for (int i = 0; i < c.Rows && !isAdded; i++)
        {
            c.Span.Slice(i * c.Stride, c.Width).Clear();
        }

        AddTransposed(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, c.Rows, a.Columns, c.Width, factor);
    }

    /// <summary>Room on the stack for a matrix so small that renting room takes as long as its product.</summary>
    [InlineArray(Count)]
    private struct Few<T>
    {
        private const int Count = 128;
        private T _first;
    }
}
