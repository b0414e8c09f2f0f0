using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>
/// What trainings ask of rows of numbers before and in their first epoch. A call of the tensor library is some ten methods, each compiled by itself and
/// at first without optimisation; these are one each, compiled in full at the first call.
/// </summary>
internal static class RowNumbers
{
    /// <summary>b = a in the other precision, to the nearest number.</summary>
    /// <param name="from">a.</param>
    /// <param name="to">b, at least as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        to = to[..from.Length];
        int done = 0;
        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float))
        {
            ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<TFrom, Vector<double>>(from);
            Span<Vector<float>> narrow = MemoryMarshal.Cast<TTo, Vector<float>>(to);
            for (int i = 0; i < narrow.Length; i++)
            {
                narrow[i] = Vector.Narrow(wide[2 * i], wide[(2 * i) + 1]);
            }

            done = narrow.Length * Vector<float>.Count;
        }
        else if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double))
        {
            ReadOnlySpan<Vector<float>> narrow = MemoryMarshal.Cast<TFrom, Vector<float>>(from);
            Span<Vector<double>> wide = MemoryMarshal.Cast<TTo, Vector<double>>(to);
            for (int i = 0; i < narrow.Length; i++)
            {
                Vector.Widen(narrow[i], out wide[2 * i], out wide[(2 * i) + 1]);
            }

            done = narrow.Length * Vector<float>.Count;
        }

        for (int i = done; i < to.Length; i++)
        {
            to[i] = TTo.CreateTruncating(from[i]);
        }
    }

    /// <summary>sum of a_i b_i.</summary>
    /// <param name="a">a.</param>
    /// <param name="b">b, at least as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> left = MemoryMarshal.Cast<T, Vector<T>>(a);
        ReadOnlySpan<Vector<T>> right = MemoryMarshal.Cast<T, Vector<T>>(b[..a.Length]);
        Vector<T> lanes = default;
        int at = 0;
        if (left.Length > 3)
        {
            Vector<T> lanes1 = default, lanes2 = default, lanes3 = default;
            for (; at + 3 < left.Length && at + 3 < right.Length; at += 4)
            {
                lanes += left[at] * right[at];
                lanes1 += left[at + 1] * right[at + 1];
                lanes2 += left[at + 2] * right[at + 2];
                lanes3 += left[at + 3] * right[at + 3];
            }

            lanes += lanes1 + (lanes2 + lanes3);
        }

        for (; at < left.Length && at < right.Length; at++)
        {
            lanes += left[at] * right[at];
        }

        T sum = Vector.Sum(lanes);
        for (int i = left.Length * Vector<T>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The largest |a_i|; NaN where one is, 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T LargestMagnitude<T>(ReadOnlySpan<T> a)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(a);
        Vector<T> lanes = default;
        foreach (Vector<T> vector in vectors)
        {
            lanes = Vector.Max(lanes, Vector.Abs(vector));
        }

        T largest = T.Zero;
        for (int lane = 0; lane < Vector<T>.Count; lane++)
        {
            largest = T.Max(largest, lanes[lane]);
        }

        foreach (T value in a[(vectors.Length * Vector<T>.Count)..])
        {
            largest = T.Max(largest, T.Abs(value));
        }

        return largest;
    }

    /// <summary>How many a_i are not 0; NaN is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int CountNonzero<T>(ReadOnlySpan<T> a)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(a);
        Vector<T> lanes = default;
        foreach (Vector<T> vector in vectors)
        {
            lanes += Vector.ConditionalSelect(Vector.Equals(vector, Vector<T>.Zero), Vector<T>.Zero, Vector<T>.One);
        }

        int count = int.CreateTruncating(Vector.Sum(lanes));
        foreach (T value in a[(vectors.Length * Vector<T>.Count)..])
        {
            count += value != T.Zero ? 1 : 0;
        }

        return count;
    }
}
