using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GateDsl;

/// <summary>
/// Transposes in squares of eight floats or four doubles that stay in registers; what is left over goes one by one, as everything does where the
/// machine has no such registers.
/// </summary>
internal static class TransposeTile
{
    /// <summary>B = A^T, with A rows x columns.</summary>
    public static void Set<T>(ReadOnlySpan<T> a, int aStride, Span<T> b, int bStride, int rows, int columns)
        where T : struct, INumber<T> => Run<T, Overwrite>(a, aStride, b, bStride, rows, columns, T.One);

    /// <summary>B += factor A^T, with A rows x columns.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, int aStride, Span<T> b, int bStride, int rows, int columns, T factor)
        where T : struct, INumber<T> => Run<T, Accumulate>(a, aStride, b, bStride, rows, columns, factor);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<T, TStore>(ReadOnlySpan<T> a, int aStride, Span<T> b, int bStride, int rows, int columns, T factor)
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        if (rows == 0 || columns == 0)
        {
            return;
        }

        Extent.Check(a.Length, rows, aStride, columns, nameof(a));
        Extent.Check(b.Length, columns, bStride, rows, nameof(b));
        ref T from = ref MemoryMarshal.GetReference(a);
        ref T to = ref MemoryMarshal.GetReference(b);
        int side = !Avx.IsSupported ? 0 : typeof(T) == typeof(float) ? 8 : typeof(T) == typeof(double) ? 4 : 0;
        int row = 0;
        if (side > 0 && rows >= side && columns >= side)
        {
            row = Squares<T, TStore>(ref from, aStride, ref to, bStride, rows, columns, factor, side);
        }

        OneByOne<T, TStore>(ref from, aStride, ref to, bStride, row, rows, 0, columns, factor);
    }

    /// <summary>As many rows as fill squares, each with what is left of it; returns the first that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Squares<T, TStore>(ref T from, int aStride, ref T to, int bStride, int rows, int columns, T factor, int side)
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        int row = 0;
        for (; row + side <= rows; row += side)
        {
            int column = 0;
            for (; column + side <= columns; column += side)
            {
                ref T square = ref Unsafe.Add(ref from, ((nint)row * aStride) + column);
                ref T transposed = ref Unsafe.Add(ref to, ((nint)column * bStride) + row);
                if (typeof(T) == typeof(float))
                {
                    Square8<TStore>(ref Unsafe.As<T, float>(ref square), aStride, ref Unsafe.As<T, float>(ref transposed), bStride,
                        Unsafe.As<T, float>(ref factor));
                }
                else
                {
                    Square4<TStore>(ref Unsafe.As<T, double>(ref square), aStride, ref Unsafe.As<T, double>(ref transposed), bStride,
                        Unsafe.As<T, double>(ref factor));
                }
            }

            OneByOne<T, TStore>(ref from, aStride, ref to, bStride, row, row + side, column, columns, factor);
        }

        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneByOne<T, TStore>(
        ref T a, int aStride, ref T b, int bStride, int firstRow, int endRow, int firstColumn, int endColumn, T factor)
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        // Along the longer side: then the loop with less around it runs longest.
        if (endRow - firstRow > endColumn - firstColumn)
        {
            for (nint j = firstColumn; j < endColumn; j++)
            {
                Line<T, TStore>(ref Unsafe.Add(ref a, (firstRow * (nint)aStride) + j), aStride,
                    ref Unsafe.Add(ref b, (j * bStride) + firstRow), 1, endRow - firstRow, factor);
            }

            return;
        }

        for (nint i = firstRow; i < endRow; i++)
        {
            Line<T, TStore>(ref Unsafe.Add(ref a, (i * aStride) + firstColumn), 1,
                ref Unsafe.Add(ref b, (firstColumn * (nint)bStride) + i), bStride, endColumn - firstColumn, factor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Line<T, TStore>(ref T from, nint fromStep, ref T to, nint toStep, int count, T factor)
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        for (; count > 0; count--)
        {
            to = TStore.Adds ? to + (factor * from) : from;
            from = ref Unsafe.Add(ref from, fromStep);
            to = ref Unsafe.Add(ref to, toStep);
        }
    }

    /// <summary>Eight rows of eight: pairs, then fours, then halves change places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square8<TStore>(ref float a, nint aStride, ref float b, nint bStride, float factor)
        where TStore : struct, IStore
    {
        Vector256<float> r0 = Row(ref a, 0), r1 = Row(ref a, aStride), r2 = Row(ref a, 2 * aStride), r3 = Row(ref a, 3 * aStride);
        Vector256<float> r4 = Row(ref a, 4 * aStride), r5 = Row(ref a, 5 * aStride), r6 = Row(ref a, 6 * aStride), r7 = Row(ref a, 7 * aStride);
        (r0, r1) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1));
        (r2, r3) = (Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
        (r4, r5) = (Avx.UnpackLow(r4, r5), Avx.UnpackHigh(r4, r5));
        (r6, r7) = (Avx.UnpackLow(r6, r7), Avx.UnpackHigh(r6, r7));
        Vector256<float> c0 = Avx.Shuffle(r0, r2, 0x44), c1 = Avx.Shuffle(r0, r2, 0xEE), c2 = Avx.Shuffle(r1, r3, 0x44), c3 = Avx.Shuffle(r1, r3, 0xEE);
        Vector256<float> c4 = Avx.Shuffle(r4, r6, 0x44), c5 = Avx.Shuffle(r4, r6, 0xEE), c6 = Avx.Shuffle(r5, r7, 0x44), c7 = Avx.Shuffle(r5, r7, 0xEE);
        Vector256<float> by = Vector256.Create(factor);
        Store<float, TStore>(Avx.Permute2x128(c0, c4, 0x20), by, ref b);
        Store<float, TStore>(Avx.Permute2x128(c1, c5, 0x20), by, ref Unsafe.Add(ref b, bStride));
        Store<float, TStore>(Avx.Permute2x128(c2, c6, 0x20), by, ref Unsafe.Add(ref b, 2 * bStride));
        Store<float, TStore>(Avx.Permute2x128(c3, c7, 0x20), by, ref Unsafe.Add(ref b, 3 * bStride));
        Store<float, TStore>(Avx.Permute2x128(c0, c4, 0x31), by, ref Unsafe.Add(ref b, 4 * bStride));
        Store<float, TStore>(Avx.Permute2x128(c1, c5, 0x31), by, ref Unsafe.Add(ref b, 5 * bStride));
        Store<float, TStore>(Avx.Permute2x128(c2, c6, 0x31), by, ref Unsafe.Add(ref b, 6 * bStride));
        Store<float, TStore>(Avx.Permute2x128(c3, c7, 0x31), by, ref Unsafe.Add(ref b, 7 * bStride));
    }

    /// <summary>Four rows of four: pairs, then halves change places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4<TStore>(ref double a, nint aStride, ref double b, nint bStride, double factor)
        where TStore : struct, IStore
    {
        Vector256<double> r0 = Row(ref a, 0), r1 = Row(ref a, aStride), r2 = Row(ref a, 2 * aStride), r3 = Row(ref a, 3 * aStride);
        (r0, r1) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1));
        (r2, r3) = (Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
        Vector256<double> by = Vector256.Create(factor);
        Store<double, TStore>(Avx.Permute2x128(r0, r2, 0x20), by, ref b);
        Store<double, TStore>(Avx.Permute2x128(r1, r3, 0x20), by, ref Unsafe.Add(ref b, bStride));
        Store<double, TStore>(Avx.Permute2x128(r0, r2, 0x31), by, ref Unsafe.Add(ref b, 2 * bStride));
        Store<double, TStore>(Avx.Permute2x128(r1, r3, 0x31), by, ref Unsafe.Add(ref b, 3 * bStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Row<T>(ref T a, nint offset)
        where T : unmanaged => Vector256.LoadUnsafe(ref Unsafe.Add(ref a, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TStore>(Vector256<T> value, Vector256<T> factor, ref T target)
        where T : struct, INumber<T>
        where TStore : struct, IStore =>
        (TStore.Adds ? Vector256.LoadUnsafe(ref target) + (value * factor) : value).StoreUnsafe(ref target);

    /// <summary>What becomes of what stands in B.</summary>
    private interface IStore
    {
        static abstract bool Adds { get; }
    }

    private readonly struct Overwrite : IStore
    {
        public static bool Adds => false;
    }

    private readonly struct Accumulate : IStore
    {
        public static bool Adds => true;
    }
}
