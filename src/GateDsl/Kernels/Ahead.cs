using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GateDsl;

/// <summary>Memory that will be read soon.</summary>
internal static class Ahead
{
    private const int CacheLine = 64;

    /// <summary>Tells the processor to bring values near, where it can be told. Nothing is read: at worst the hint is in vain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static unsafe void Fetch<T>(ReadOnlySpan<T> values)
        where T : struct
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        int step = Math.Max(1, CacheLine / Unsafe.SizeOf<T>());
        for (int at = 0; at < values.Length; at += step)
        {
            Sse.Prefetch1(Unsafe.AsPointer(ref Unsafe.AsRef(in values[at])));
        }
    }
}
