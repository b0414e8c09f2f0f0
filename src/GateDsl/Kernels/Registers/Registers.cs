using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>Which numbers go through vector registers.</summary>
internal static class Registers
{
    /// <summary>Whether registers hold numbers of that type: floats and doubles, the products of which are fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Hold<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>Whether there are registers of that many bytes, and as many numbers as fill one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Hold<T>(bool isAccelerated, int bytes, int numbers) => isAccelerated && Hold<T>() && numbers >= bytes / Unsafe.SizeOf<T>();
}
