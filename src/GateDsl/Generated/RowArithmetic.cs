using System.Numerics;
using System.Runtime.InteropServices;

namespace GateDsl.Generated;

/// <summary>Sums over short rows, for which a call of the tensor library costs more than the sum.</summary>
internal static class RowArithmetic
{
    /// <summary>b += a.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, Span<T> b)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(a);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(b);
        for (int i = 0; i < to.Length && i < from.Length; i++)
        {
            to[i] += from[i];
        }

        for (int i = to.Length * Vector<T>.Count; i < b.Length; i++)
        {
            b[i] += a[i];
        }
    }

    /// <summary>b -= a.</summary>
    public static void Subtract<T>(ReadOnlySpan<T> a, Span<T> b)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(a);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(b);
        for (int i = 0; i < to.Length && i < from.Length; i++)
        {
            to[i] -= from[i];
        }

        for (int i = to.Length * Vector<T>.Count; i < b.Length; i++)
        {
            b[i] -= a[i];
        }
    }

    /// <summary>b *= factor.</summary>
    public static void Scale<T>(Span<T> b, T factor)
        where T : unmanaged, INumber<T>
    {
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(b);
        foreach (ref Vector<T> vector in to)
        {
            vector *= factor;
        }

        foreach (ref T value in b[(to.Length * Vector<T>.Count)..])
        {
            value *= factor;
        }
    }

    /// <summary>|a|^2.</summary>
    public static T Square<T>(ReadOnlySpan<T> a)
        where T : unmanaged, INumber<T>
    {
        Vector<T> sums = default;
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(a);
        foreach (Vector<T> vector in vectors)
        {
            sums += vector * vector;
        }

        T sum = Vector.Sum(sums);
        foreach (T value in a[(vectors.Length * Vector<T>.Count)..])
        {
            sum += value * value;
        }

        return sum;
    }
}
