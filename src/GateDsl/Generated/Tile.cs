using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl.Generated;

/// <summary>
/// The register tile under all products with a row-major right factor: up to six rows of the result, two vectors wide, are kept in registers
/// while the inner extent runs. C_r[j] += factor * sum over k of A_r(k) B_k[j].
/// </summary>
/// <remarks>
/// Rows are given by their offsets, so that a gate's rows need not be next to each other: A_r(k) stands at aRows[r] + aInner[k]. Columns that
/// do not fill a vector go through a padded copy. Offsets are checked once, before the loops, which then read without checks.
/// </remarks>
internal static class Tile
{
    private const int Rows = 6;

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
        if (cRows.IsEmpty || bRows.IsEmpty || columns == 0)
        {
            return;
        }

        CheckExtent(a.Length, (long)Largest(aRows) + Largest(aInner) + 1, nameof(a));
        CheckExtent(b.Length, (long)Largest(bRows) + columns, nameof(b));
        CheckExtent(c.Length, (long)Largest(cRows) + columns, nameof(c));
        if (aInner.Length < bRows.Length || aRows.Length < cRows.Length)
        {
            throw new ArgumentException("There are fewer offsets into A than rows of B or C.", nameof(aInner));
        }

        int width = Vector<T>.Count;
        int whole = columns - (columns % width);
        ref T a0 = ref MemoryMarshal.GetReference(a);
        ref T b0 = ref MemoryMarshal.GetReference(b);
        ref T c0 = ref MemoryMarshal.GetReference(c);
        ref int inner = ref MemoryMarshal.GetReference(aInner);
        ref int bRow = ref MemoryMarshal.GetReference(bRows);
        for (int row = 0; row < cRows.Length; row += Rows)
        {
            TileRows rows = new(aRows, cRows, row);
            int column = 0;
            for (; column + (2 * width) <= whole; column += 2 * width)
            {
                Wide(ref a0, ref inner, ref Unsafe.Add(ref b0, column), ref bRow, bRows.Length, ref Unsafe.Add(ref c0, column), rows, factor);
            }

            if (column < whole)
            {
                Narrow(ref a0, ref inner, ref Unsafe.Add(ref b0, column), ref bRow, bRows.Length, ref Unsafe.Add(ref c0, column), rows, factor, width);
            }
        }

        if (whole < columns)
        {
            Rest(ref a0, aRows, ref inner, b, bRows, ref Unsafe.Add(ref c0, whole), cRows, whole, columns - whole, factor);
        }
    }

    private static void Wide<T>(
        ref T a, ref int aInner, ref T b, ref int bRows, int inner, ref T c, in TileRows rows, T factor)
        where T : unmanaged, INumber<T>
    {
        nuint width = (nuint)Vector<T>.Count;
        Vector<T> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector<T> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        ref T a0 = ref Unsafe.Add(ref a, rows.A0), a1 = ref Unsafe.Add(ref a, rows.A1), a2 = ref Unsafe.Add(ref a, rows.A2);
        ref T a3 = ref Unsafe.Add(ref a, rows.A3), a4 = ref Unsafe.Add(ref a, rows.A4), a5 = ref Unsafe.Add(ref a, rows.A5);
        for (int k = 0; k < inner; k++)
        {
            ref T row = ref Unsafe.Add(ref b, Unsafe.Add(ref bRows, k));
            Vector<T> left = Vector.LoadUnsafe(ref row);
            Vector<T> right = Vector.LoadUnsafe(ref row, width);
            int at = Unsafe.Add(ref aInner, k);
            Vector<T> scale = new(Unsafe.Add(ref a0, at));
            c00 = Simd.MultiplyAdd(scale, left, c00);
            c01 = Simd.MultiplyAdd(scale, right, c01);
            scale = new(Unsafe.Add(ref a1, at));
            c10 = Simd.MultiplyAdd(scale, left, c10);
            c11 = Simd.MultiplyAdd(scale, right, c11);
            scale = new(Unsafe.Add(ref a2, at));
            c20 = Simd.MultiplyAdd(scale, left, c20);
            c21 = Simd.MultiplyAdd(scale, right, c21);
            scale = new(Unsafe.Add(ref a3, at));
            c30 = Simd.MultiplyAdd(scale, left, c30);
            c31 = Simd.MultiplyAdd(scale, right, c31);
            scale = new(Unsafe.Add(ref a4, at));
            c40 = Simd.MultiplyAdd(scale, left, c40);
            c41 = Simd.MultiplyAdd(scale, right, c41);
            scale = new(Unsafe.Add(ref a5, at));
            c50 = Simd.MultiplyAdd(scale, left, c50);
            c51 = Simd.MultiplyAdd(scale, right, c51);
        }

        Store(ref Unsafe.Add(ref c, rows.C0), c00, c01, factor);
        if (rows.Count > 1)
        {
            Store(ref Unsafe.Add(ref c, rows.C1), c10, c11, factor);
        }

        if (rows.Count > 2)
        {
            Store(ref Unsafe.Add(ref c, rows.C2), c20, c21, factor);
        }

        if (rows.Count > 3)
        {
            Store(ref Unsafe.Add(ref c, rows.C3), c30, c31, factor);
        }

        if (rows.Count > 4)
        {
            Store(ref Unsafe.Add(ref c, rows.C4), c40, c41, factor);
        }

        if (rows.Count > 5)
        {
            Store(ref Unsafe.Add(ref c, rows.C5), c50, c51, factor);
        }
    }

    /// <summary>One vector of columns, of which the first <paramref name="columns"/> are stored.</summary>
    private static void Narrow<T>(
        ref T a, ref int aInner, ref T b, ref int bRows, int inner, ref T c, in TileRows rows, T factor, int columns)
        where T : unmanaged, INumber<T>
    {
        Vector<T> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        ref T a0 = ref Unsafe.Add(ref a, rows.A0), a1 = ref Unsafe.Add(ref a, rows.A1), a2 = ref Unsafe.Add(ref a, rows.A2);
        ref T a3 = ref Unsafe.Add(ref a, rows.A3), a4 = ref Unsafe.Add(ref a, rows.A4), a5 = ref Unsafe.Add(ref a, rows.A5);
        for (int k = 0; k < inner; k++)
        {
            Vector<T> right = Vector.LoadUnsafe(ref Unsafe.Add(ref b, Unsafe.Add(ref bRows, k)));
            int at = Unsafe.Add(ref aInner, k);
            c0 = Simd.MultiplyAdd(new Vector<T>(Unsafe.Add(ref a0, at)), right, c0);
            c1 = Simd.MultiplyAdd(new Vector<T>(Unsafe.Add(ref a1, at)), right, c1);
            c2 = Simd.MultiplyAdd(new Vector<T>(Unsafe.Add(ref a2, at)), right, c2);
            c3 = Simd.MultiplyAdd(new Vector<T>(Unsafe.Add(ref a3, at)), right, c3);
            c4 = Simd.MultiplyAdd(new Vector<T>(Unsafe.Add(ref a4, at)), right, c4);
            c5 = Simd.MultiplyAdd(new Vector<T>(Unsafe.Add(ref a5, at)), right, c5);
        }

        StoreFirst(ref Unsafe.Add(ref c, rows.C0), c0, factor, columns);
        if (rows.Count > 1)
        {
            StoreFirst(ref Unsafe.Add(ref c, rows.C1), c1, factor, columns);
        }

        if (rows.Count > 2)
        {
            StoreFirst(ref Unsafe.Add(ref c, rows.C2), c2, factor, columns);
        }

        if (rows.Count > 3)
        {
            StoreFirst(ref Unsafe.Add(ref c, rows.C3), c3, factor, columns);
        }

        if (rows.Count > 4)
        {
            StoreFirst(ref Unsafe.Add(ref c, rows.C4), c4, factor, columns);
        }

        if (rows.Count > 5)
        {
            StoreFirst(ref Unsafe.Add(ref c, rows.C5), c5, factor, columns);
        }
    }

    /// <summary>The columns right of the last whole vector, through a copy of B that is padded with zeros.</summary>
    private static void Rest<T>(
        ref T a, ReadOnlySpan<int> aRows, ref int aInner, ReadOnlySpan<T> b, ReadOnlySpan<int> bRows,
        ref T c, ReadOnlySpan<int> cRows, int first, int rest, T factor)
        where T : unmanaged, INumber<T>
    {
        int width = Vector<T>.Count;
        using Scratch<T> panel = new(bRows.Length * width);
        using Scratch<int> offsets = new(bRows.Length);
        Span<T> padded = panel.Span;
        padded.Clear();
        for (int k = 0; k < bRows.Length; k++)
        {
            offsets.Span[k] = k * width;
            b.Slice(bRows[k] + first, rest).CopyTo(padded[(k * width)..]);
        }

        for (int row = 0; row < cRows.Length; row += Rows)
        {
            Narrow(
                ref a, ref aInner, ref MemoryMarshal.GetReference(padded), ref MemoryMarshal.GetReference(offsets.Span), bRows.Length,
                ref c, new TileRows(aRows, cRows, row), factor, rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T target, Vector<T> left, Vector<T> right, T factor)
        where T : unmanaged, INumber<T>
    {
        nuint width = (nuint)Vector<T>.Count;
        Vector<T> scale = new(factor);
        Simd.MultiplyAdd(left, scale, Vector.LoadUnsafe(ref target)).StoreUnsafe(ref target);
        Simd.MultiplyAdd(right, scale, Vector.LoadUnsafe(ref target, width)).StoreUnsafe(ref target, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFirst<T>(ref T target, Vector<T> sum, T factor, int columns)
        where T : unmanaged, INumber<T>
    {
        if (columns == Vector<T>.Count)
        {
            Simd.MultiplyAdd(sum, new Vector<T>(factor), Vector.LoadUnsafe(ref target)).StoreUnsafe(ref target);
            return;
        }

        for (int j = 0; j < columns; j++)
        {
            Unsafe.Add(ref target, j) += factor * sum[j];
        }
    }

    private static int Largest(ReadOnlySpan<int> offsets)
    {
        int largest = 0;
        foreach (int offset in offsets)
        {
            largest = Math.Max(largest, offset);
        }

        return largest;
    }

    private static void CheckExtent(int length, long needed, string matrix)
    {
        if (length < needed)
        {
            throw new ArgumentException($"The matrix has {length} entries; its rows reach to {needed}.", matrix);
        }
    }

    /// <summary>Where the rows of a tile start. A tile at the end repeats its last row, which is stored once.</summary>
    private readonly struct TileRows
    {
        public readonly int Count;
        public readonly int A0, A1, A2, A3, A4, A5;
        public readonly int C0, C1, C2, C3, C4, C5;

        public TileRows(ReadOnlySpan<int> aRows, ReadOnlySpan<int> cRows, int first)
        {
            Count = Math.Min(Rows, cRows.Length - first);
            (A0, C0) = At(aRows, cRows, first, 0);
            (A1, C1) = At(aRows, cRows, first, 1);
            (A2, C2) = At(aRows, cRows, first, 2);
            (A3, C3) = At(aRows, cRows, first, 3);
            (A4, C4) = At(aRows, cRows, first, 4);
            (A5, C5) = At(aRows, cRows, first, 5);
        }

        private (int A, int C) At(ReadOnlySpan<int> aRows, ReadOnlySpan<int> cRows, int first, int row)
        {
            int index = first + Math.Min(row, Count - 1);
            return (aRows[index], cRows[index]);
        }
    }
}
