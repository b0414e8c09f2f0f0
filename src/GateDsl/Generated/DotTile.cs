using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl.Generated;

/// <summary>
/// The register tile of products whose factors are both read along their rows: four rows of X against three rows of W, each pair a vector of
/// partial sums. Z_n[i] += X_n . W_i.
/// </summary>
/// <remarks>Offsets are checked once, before the loops, which then read without checks.</remarks>
internal static class DotTile
{
    private const int XRows = 4;
    private const int WRows = 3;

    /// <summary>Z += X W^T.</summary>
    /// <param name="x">X.</param>
    /// <param name="rows">The rows of X and Z that are worked on.</param>
    /// <param name="w">W, targets x inner, row by row.</param>
    /// <param name="z">Z.</param>
    /// <param name="targets">Rows of W, columns of Z.</param>
    /// <param name="inner">Columns of X and W.</param>
    public static void Accumulate<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> rows, ReadOnlySpan<T> w, Span<T> z, int targets, int inner)
        where T : unmanaged, INumber<T>
    {
        int last = rows.IsEmpty ? -1 : rows[^1];
        if ((long)(last + 1) * inner > x.Length || (long)(last + 1) * targets > z.Length || (long)targets * inner > w.Length)
        {
            throw new ArgumentException($"Row {last} lies outside its matrix.", nameof(rows));
        }

        ref T x0 = ref MemoryMarshal.GetReference(x);
        ref T w0 = ref MemoryMarshal.GetReference(w);
        ref T z0 = ref MemoryMarshal.GetReference(z);
        Span<int> tile = stackalloc int[XRows];
        for (int row = 0; row < rows.Length; row += XRows)
        {
            // A tile at the end repeats its last row, which is stored once.
            int count = Math.Min(XRows, rows.Length - row);
            for (int r = 0; r < XRows; r++)
            {
                tile[r] = rows[row + Math.Min(r, count - 1)];
            }

            for (int target = 0; target < targets; target += WRows)
            {
                Add(ref x0, tile, count, ref w0, ref z0, target, Math.Min(WRows, targets - target), targets, inner);
            }
        }
    }

    private static void Add<T>(ref T x, ReadOnlySpan<int> rows, int rowCount, ref T w, ref T z, int target, int targetCount, int targets, int inner)
        where T : unmanaged, INumber<T>
    {
        ref T x0 = ref Unsafe.Add(ref x, rows[0] * inner), x1 = ref Unsafe.Add(ref x, rows[1] * inner);
        ref T x2 = ref Unsafe.Add(ref x, rows[2] * inner), x3 = ref Unsafe.Add(ref x, rows[3] * inner);
        ref T w0 = ref Unsafe.Add(ref w, target * inner);
        ref T w1 = ref Unsafe.Add(ref w, (target + Math.Min(1, targetCount - 1)) * inner);
        ref T w2 = ref Unsafe.Add(ref w, (target + targetCount - 1) * inner);
        Vector<T> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector<T> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        int width = Vector<T>.Count;
        int k = 0;
        for (; k + width <= inner; k += width)
        {
            nuint at = (nuint)k;
            Vector<T> b0 = Vector.LoadUnsafe(ref w0, at), b1 = Vector.LoadUnsafe(ref w1, at), b2 = Vector.LoadUnsafe(ref w2, at);
            Vector<T> a = Vector.LoadUnsafe(ref x0, at);
            s00 = Simd.MultiplyAdd(a, b0, s00);
            s01 = Simd.MultiplyAdd(a, b1, s01);
            s02 = Simd.MultiplyAdd(a, b2, s02);
            a = Vector.LoadUnsafe(ref x1, at);
            s10 = Simd.MultiplyAdd(a, b0, s10);
            s11 = Simd.MultiplyAdd(a, b1, s11);
            s12 = Simd.MultiplyAdd(a, b2, s12);
            a = Vector.LoadUnsafe(ref x2, at);
            s20 = Simd.MultiplyAdd(a, b0, s20);
            s21 = Simd.MultiplyAdd(a, b1, s21);
            s22 = Simd.MultiplyAdd(a, b2, s22);
            a = Vector.LoadUnsafe(ref x3, at);
            s30 = Simd.MultiplyAdd(a, b0, s30);
            s31 = Simd.MultiplyAdd(a, b1, s31);
            s32 = Simd.MultiplyAdd(a, b2, s32);
        }

        Store(ref Unsafe.Add(ref z, (rows[0] * targets) + target), targetCount, s00, s01, s02, ref x0, ref w0, ref w1, ref w2, k, inner);
        if (rowCount > 1)
        {
            Store(ref Unsafe.Add(ref z, (rows[1] * targets) + target), targetCount, s10, s11, s12, ref x1, ref w0, ref w1, ref w2, k, inner);
        }

        if (rowCount > 2)
        {
            Store(ref Unsafe.Add(ref z, (rows[2] * targets) + target), targetCount, s20, s21, s22, ref x2, ref w0, ref w1, ref w2, k, inner);
        }

        if (rowCount > 3)
        {
            Store(ref Unsafe.Add(ref z, (rows[3] * targets) + target), targetCount, s30, s31, s32, ref x3, ref w0, ref w1, ref w2, k, inner);
        }
    }

    /// <summary>Adds up the partial sums, and what the last vector did not reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(
        ref T z, int targetCount, Vector<T> s0, Vector<T> s1, Vector<T> s2, ref T x, ref T w0, ref T w1, ref T w2, int from, int inner)
        where T : unmanaged, INumber<T>
    {
        T sum0 = Vector.Sum(s0), sum1 = Vector.Sum(s1), sum2 = Vector.Sum(s2);
        for (int k = from; k < inner; k++)
        {
            T value = Unsafe.Add(ref x, k);
            sum0 += value * Unsafe.Add(ref w0, k);
            sum1 += value * Unsafe.Add(ref w1, k);
            sum2 += value * Unsafe.Add(ref w2, k);
        }

        z += sum0;
        if (targetCount > 1)
        {
            Unsafe.Add(ref z, 1) += sum1;
        }

        if (targetCount > 2)
        {
            Unsafe.Add(ref z, 2) += sum2;
        }
    }
}
