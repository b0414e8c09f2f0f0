using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.Generated;

/// <summary>
/// The register tile under all products with a row-major right factor: up to four rows of the result, two vectors wide, are kept in registers
/// while the inner extent runs. C_r[j] += sum over k of A_r(k) B_k[j].
/// </summary>
/// <remarks>
/// Rows are given by their offsets, so that a gate's rows need not be next to each other: A_r(k) stands at aRows[r] + aInner[k]. Columns that
/// do not fill a vector go through a padded copy.
/// </remarks>
internal static class Tile
{
    private const int Rows = 4;

    /// <summary>C += factor A B over all columns.</summary>
    /// <param name="a">A.</param>
    /// <param name="aRows">For each row of the result where its row of A starts.</param>
    /// <param name="aInner">For each inner index the offset that is added to the row's start.</param>
    /// <param name="b">B.</param>
    /// <param name="bRows">For each inner index where its row of B starts.</param>
    /// <param name="c">C.</param>
    /// <param name="cRows">For each row of the result where it starts.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="factor">1 or -1.</param>
    public static void Accumulate<T>(
        ReadOnlySpan<T> a,
        ReadOnlySpan<int> aRows,
        ReadOnlySpan<int> aInner,
        ReadOnlySpan<T> b,
        ReadOnlySpan<int> bRows,
        Span<T> c,
        ReadOnlySpan<int> cRows,
        int columns,
        T factor)
        where T : unmanaged, INumber<T>
    {
        int width = Vector<T>.Count;
        int whole = columns - (columns % width);
        Span<int> aStart = stackalloc int[Rows];
        Span<int> cStart = stackalloc int[Rows];
        for (int row = 0; row < cRows.Length; row += Rows)
        {
            // The last tile repeats its last row and stores it once.
            int rows = Math.Min(Rows, cRows.Length - row);
            for (int r = 0; r < Rows; r++)
            {
                int index = row + Math.Min(r, rows - 1);
                aStart[r] = aRows[index];
                cStart[r] = cRows[index];
            }

            int column = 0;
            for (; column + (2 * width) <= whole; column += 2 * width)
            {
                Wide(a, aStart, aInner, b, bRows, c, cStart, column, rows, factor);
            }

            if (column < whole)
            {
                Narrow(a, aStart, aInner, b, bRows, c, cStart, column, rows, factor);
            }
        }

        if (whole < columns)
        {
            Rest(a, aRows, aInner, b, bRows, c, cRows, whole, columns, factor);
        }
    }

    private static void Wide<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<int> aStart, ReadOnlySpan<int> aInner, ReadOnlySpan<T> b, ReadOnlySpan<int> bRows,
        Span<T> c, ReadOnlySpan<int> cStart, int column, int rows, T factor)
        where T : unmanaged, INumber<T>
    {
        int width = Vector<T>.Count;
        Vector<T> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        ReadOnlySpan<T> a0 = a[aStart[0]..], a1 = a[aStart[1]..], a2 = a[aStart[2]..], a3 = a[aStart[3]..];
        for (int k = 0; k < bRows.Length; k++)
        {
            ReadOnlySpan<T> row = b.Slice(bRows[k] + column, 2 * width);
            Vector<T> left = new(row);
            Vector<T> right = new(row[width..]);
            int at = aInner[k];
            Vector<T> scale = new(a0[at]);
            c00 = Simd.MultiplyAdd(scale, left, c00);
            c01 = Simd.MultiplyAdd(scale, right, c01);
            scale = new(a1[at]);
            c10 = Simd.MultiplyAdd(scale, left, c10);
            c11 = Simd.MultiplyAdd(scale, right, c11);
            scale = new(a2[at]);
            c20 = Simd.MultiplyAdd(scale, left, c20);
            c21 = Simd.MultiplyAdd(scale, right, c21);
            scale = new(a3[at]);
            c30 = Simd.MultiplyAdd(scale, left, c30);
            c31 = Simd.MultiplyAdd(scale, right, c31);
        }

        Store(c.Slice(cStart[0] + column, 2 * width), c00, c01, factor);
        if (rows > 1)
        {
            Store(c.Slice(cStart[1] + column, 2 * width), c10, c11, factor);
        }

        if (rows > 2)
        {
            Store(c.Slice(cStart[2] + column, 2 * width), c20, c21, factor);
        }

        if (rows > 3)
        {
            Store(c.Slice(cStart[3] + column, 2 * width), c30, c31, factor);
        }
    }

    private static void Narrow<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<int> aStart, ReadOnlySpan<int> aInner, ReadOnlySpan<T> b, ReadOnlySpan<int> bRows,
        Span<T> c, ReadOnlySpan<int> cStart, int column, int rows, T factor)
        where T : unmanaged, INumber<T>
    {
        int width = Vector<T>.Count;
        Vector<T> c0 = default, c1 = default, c2 = default, c3 = default;
        ReadOnlySpan<T> a0 = a[aStart[0]..], a1 = a[aStart[1]..], a2 = a[aStart[2]..], a3 = a[aStart[3]..];
        for (int k = 0; k < bRows.Length; k++)
        {
            Vector<T> right = new(b.Slice(bRows[k] + column, width));
            int at = aInner[k];
            c0 = Simd.MultiplyAdd(new Vector<T>(a0[at]), right, c0);
            c1 = Simd.MultiplyAdd(new Vector<T>(a1[at]), right, c1);
            c2 = Simd.MultiplyAdd(new Vector<T>(a2[at]), right, c2);
            c3 = Simd.MultiplyAdd(new Vector<T>(a3[at]), right, c3);
        }

        Store(c.Slice(cStart[0] + column, width), c0, factor);
        if (rows > 1)
        {
            Store(c.Slice(cStart[1] + column, width), c1, factor);
        }

        if (rows > 2)
        {
            Store(c.Slice(cStart[2] + column, width), c2, factor);
        }

        if (rows > 3)
        {
            Store(c.Slice(cStart[3] + column, width), c3, factor);
        }
    }

    /// <summary>The columns right of the last whole vector, through a copy of B that is padded with zeros.</summary>
    private static void Rest<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<int> aRows, ReadOnlySpan<int> aInner, ReadOnlySpan<T> b, ReadOnlySpan<int> bRows,
        Span<T> c, ReadOnlySpan<int> cRows, int first, int columns, T factor)
        where T : unmanaged, INumber<T>
    {
        int width = Vector<T>.Count;
        int rest = columns - first;
        using Scratch<T> panel = new(bRows.Length * width);
        Span<T> padded = panel.Span;
        padded.Clear();
        for (int k = 0; k < bRows.Length; k++)
        {
            b.Slice(bRows[k] + first, rest).CopyTo(padded[(k * width)..]);
        }

        for (int row = 0; row < cRows.Length; row += Rows)
        {
            int rows = Math.Min(Rows, cRows.Length - row);
            ReadOnlySpan<T> a0 = a[aRows[row]..], a1 = a[aRows[row + Math.Min(1, rows - 1)]..];
            ReadOnlySpan<T> a2 = a[aRows[row + Math.Min(2, rows - 1)]..], a3 = a[aRows[row + rows - 1]..];
            Vector<T> c0 = default, c1 = default, c2 = default, c3 = default;
            for (int k = 0; k < bRows.Length; k++)
            {
                Vector<T> right = new(padded.Slice(k * width, width));
                int at = aInner[k];
                c0 = Simd.MultiplyAdd(new Vector<T>(a0[at]), right, c0);
                c1 = Simd.MultiplyAdd(new Vector<T>(a1[at]), right, c1);
                c2 = Simd.MultiplyAdd(new Vector<T>(a2[at]), right, c2);
                c3 = Simd.MultiplyAdd(new Vector<T>(a3[at]), right, c3);
            }

            for (int j = 0; j < rest; j++)
            {
                c[cRows[row] + first + j] += factor * c0[j];
                if (rows > 1)
                {
                    c[cRows[row + 1] + first + j] += factor * c1[j];
                }

                if (rows > 2)
                {
                    c[cRows[row + 2] + first + j] += factor * c2[j];
                }

                if (rows > 3)
                {
                    c[cRows[row + 3] + first + j] += factor * c3[j];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Span<T> target, Vector<T> left, Vector<T> right, T factor)
        where T : unmanaged, INumber<T>
    {
        Store(target, left, factor);
        Store(target[Vector<T>.Count..], right, factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Span<T> target, Vector<T> sum, T factor)
        where T : unmanaged, INumber<T> => Simd.MultiplyAdd(sum, new Vector<T>(factor), new Vector<T>(target)).CopyTo(target);
}
