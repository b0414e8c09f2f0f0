using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>
/// Sums over short rows, for which a call of the tensor library costs more than the sum. Compiled in full at the first call: many trainings are over
/// before the runtime would find out that they matter. Not inlined: a caller that grows too long is compiled badly. A row that is read and shorter than
/// the one that is written is refused.
/// </summary>
internal static class RowArithmetic
{
    /// <summary>b = a, as far as a goes.</summary>
    /// <remarks>Not CopyTo: compiled in full into a method, its exception loads the texts of all exceptions, which takes a millisecond.</remarks>
    /// <exception cref="ArgumentException">b is shorter.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ReadOnlySpan<T> a, Span<T> b)
    {
        if (!a.TryCopyTo(b))
        {
            Extent.Check(b.Length, a.Length, nameof(b));
        }
    }

    /// <summary>b += a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<T>(ReadOnlySpan<T> a, Span<T> b)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(a[..b.Length]);
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

    /// <summary>b += factor a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddScaled<T>(ReadOnlySpan<T> a, T factor, Span<T> b)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(a[..b.Length]);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(b);
        Vector<T> by = new(factor);
        for (int i = 0; i < to.Length && i < from.Length; i++)
        {
            to[i] += by * from[i];
        }

        for (int i = to.Length * Vector<T>.Count; i < b.Length; i++)
        {
            b[i] += factor * a[i];
        }
    }

    /// <summary>c = a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Sum<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> left = MemoryMarshal.Cast<T, Vector<T>>(a[..c.Length]);
        ReadOnlySpan<Vector<T>> right = MemoryMarshal.Cast<T, Vector<T>>(b[..c.Length]);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(c);
        for (int i = 0; i < to.Length && i < left.Length && i < right.Length; i++)
        {
            to[i] = left[i] + right[i];
        }

        for (int i = to.Length * Vector<T>.Count; i < c.Length; i++)
        {
            c[i] = a[i] + b[i];
        }
    }

    /// <summary>c = a - b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Subtract<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> left = MemoryMarshal.Cast<T, Vector<T>>(a[..c.Length]);
        ReadOnlySpan<Vector<T>> right = MemoryMarshal.Cast<T, Vector<T>>(b[..c.Length]);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(c);
        for (int i = 0; i < to.Length && i < left.Length && i < right.Length; i++)
        {
            to[i] = left[i] - right[i];
        }

        for (int i = to.Length * Vector<T>.Count; i < c.Length; i++)
        {
            c[i] = a[i] - b[i];
        }
    }

    /// <summary>a = max(a, 0); 0 also where a is no number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rectify<T>(Span<T> a)
        where T : struct, INumber<T>
    {
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(a);
        foreach (ref Vector<T> value in vectors)
        {
            value = Vector.ConditionalSelect(Vector.GreaterThan(value, Vector<T>.Zero), value, Vector<T>.Zero);
        }

        foreach (ref T value in a[(vectors.Length * Vector<T>.Count)..])
        {
            value = value > T.Zero ? value : T.Zero;
        }
    }

    /// <summary>b = slope b where h is not above 0; in place where they are one: a unit that leaks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Leak<T>(ReadOnlySpan<T> h, Span<T> b, T slope)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> units = MemoryMarshal.Cast<T, Vector<T>>(h[..b.Length]);
        Span<Vector<T>> values = MemoryMarshal.Cast<T, Vector<T>>(b);
        Vector<T> by = new(slope);
        for (int i = 0; i < values.Length && i < units.Length; i++)
        {
            values[i] = Vector.ConditionalSelect(Vector.GreaterThan(units[i], Vector<T>.Zero), values[i], by * values[i]);
        }

        for (int i = values.Length * Vector<T>.Count; i < b.Length; i++)
        {
            b[i] = h[i] > T.Zero ? b[i] : slope * b[i];
        }
    }

    /// <summary>b = 0 where h is not above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Close<T>(ReadOnlySpan<T> h, Span<T> b)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> units = MemoryMarshal.Cast<T, Vector<T>>(h[..b.Length]);
        Span<Vector<T>> errors = MemoryMarshal.Cast<T, Vector<T>>(b);
        for (int i = 0; i < errors.Length && i < units.Length; i++)
        {
            errors[i] = Vector.ConditionalSelect(Vector.GreaterThan(units[i], Vector<T>.Zero), errors[i], Vector<T>.Zero);
        }

        for (int i = errors.Length * Vector<T>.Count; i < b.Length; i++)
        {
            b[i] = h[i] > T.Zero ? b[i] : T.Zero;
        }
    }
}
