using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// A vector register and what the kernels do with it. Kernels are written once over this; the JIT compiles each for the registers that the
/// machine has, and which they are is a constant to it.
/// </summary>
/// <remarks>
/// Registers of floats and of doubles are types of their own (<see cref="Floats512"/>), as are those of each width: a type over any number would have to ask
/// what its numbers are wherever it is named, and what it asks is compiled each time.
/// </remarks>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="T">Float or double.</typeparam>
internal interface ILanes<TVector, T>
    where TVector : struct
{
    /// <summary>Numbers in a register.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(ref readonly T source);

    static abstract void Store(TVector vector, ref T target);

    static abstract TVector Broadcast(T value);

    /// <summary>a b + c, fused where the register is one of vectors.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The sum of the numbers in a register.</summary>
    static abstract T Sum(TVector vector);

    /// <summary>Ones in the last numbers of a register, no bit before them.</summary>
    static abstract TVector LastOnes(int count);

    /// <summary>The numbers of a register that stand at ones, 0 elsewhere.</summary>
    static abstract TVector Keep(TVector vector, TVector ones);
}

/// <summary>One number: what no register holds, numbers that are no floats or doubles, and machines without vectors.</summary>
internal readonly struct Lanes1<T> : ILanes<T, T>
    where T : struct, INumber<T>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(ref readonly T source) => source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T vector, ref T target) => target = vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Broadcast(T value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T a, T b, T c) => (a * b) + c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(T vector) => vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LastOnes(int count) => T.CreateTruncating(Math.Min(count, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Keep(T vector, T ones) => T.IsZero(ones) ? T.Zero : vector;
}
