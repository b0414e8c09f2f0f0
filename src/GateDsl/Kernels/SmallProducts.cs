using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>
/// Products of so few multiplications that to fill registers takes longer than to multiply: entry by entry, in the order and, of packed matrices,
/// with the rounding of the tiles. An epoch of a narrow network is made of them, and then no tile is compiled.
/// </summary>
internal static class SmallProducts
{
    /// <summary>Multiplications up to which a product is small.</summary>
    private const int Most = 32;

    /// <summary>The same where a factor would have to be transposed first.</summary>
    private const int MostTransposed = 63;

    /// <summary>Whether C = A B is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSmall(int rows, int inner, int columns) => IsWithin(Most, rows, inner, columns);

    /// <summary>Whether C = A B^T is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSmallTransposed(int rows, int inner, int columns) => IsWithin(MostTransposed, rows, inner, columns);

    /// <summary>C += factor A B, with A rows x inner and B inner x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T>
    {
        Extent.Check(a.Length, rows, aStride, inner, nameof(a));
        Extent.Check(b.Length, inner, bStride, columns, nameof(b));
        Extent.Check(c.Length, rows, cStride, columns, nameof(c));
        Run(ref MemoryMarshal.GetReference(a), aStride, 1, ref MemoryMarshal.GetReference(b), bStride, 1, ref MemoryMarshal.GetReference(c), cStride,
            rows, inner, columns, factor, isAdded: true);
    }

    /// <summary>
    /// C = A B, or C += factor A B. A(i, k) stands at a[i * aRow + k * aInner], B(k, j) at b[k * bInner + j * bColumn], rows of C start cRow apart. Nothing
    /// is checked.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run<T>(
        ref T a, nint aRow, nint aInner, ref T b, nint bInner, nint bColumn, ref T c, nint cRow, int rows, int inner, int columns, T factor, bool isAdded)
        where T : struct, INumber<T>
    {
        for (; rows > 0; rows--)
        {
            ref T column = ref b;
            ref T target = ref c;
            int left = columns;
            for (; left > 1; left -= 2)
            {
                // Two sums at a time keep the multipliers busy.
                ref T x = ref a;
                ref T y = ref column;
                T sum = T.Zero, next = T.Zero;
                for (int k = inner; k > 0; k--)
                {
                    sum = MultiplyAdd(x, y, sum);
                    next = MultiplyAdd(x, Unsafe.Add(ref y, bColumn), next);
                    x = ref Unsafe.Add(ref x, aInner);
                    y = ref Unsafe.Add(ref y, bInner);
                }

                Store(ref target, sum, factor, isAdded);
                Store(ref Unsafe.Add(ref target, 1), next, factor, isAdded);
                column = ref Unsafe.Add(ref column, 2 * bColumn);
                target = ref Unsafe.Add(ref target, 2);
            }

            if (left > 0)
            {
                ref T x = ref a;
                T sum = T.Zero;
                for (int k = inner; k > 0; k--)
                {
                    sum = MultiplyAdd(x, column, sum);
                    x = ref Unsafe.Add(ref x, aInner);
                    column = ref Unsafe.Add(ref column, bInner);
                }

                Store(ref target, sum, factor, isAdded);
            }

            a = ref Unsafe.Add(ref a, aRow);
            c = ref Unsafe.Add(ref c, cRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T target, T sum, T factor, bool isAdded)
        where T : struct, INumber<T> => target = isAdded ? MultiplyAdd(sum, factor, target) : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWithin(int most, int rows, int inner, int columns) =>
        rows <= most && inner <= most && columns <= most && rows * inner * columns <= most;

    /// <summary>a b + c, fused as in the registers of <see cref="ILanes{TVector, T}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MultiplyAdd<T>(T a, T b, T c)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.BitCast<float, T>(MathF.FusedMultiplyAdd(Unsafe.BitCast<T, float>(a), Unsafe.BitCast<T, float>(b), Unsafe.BitCast<T, float>(c)));
        }

        return typeof(T) == typeof(double)
            ? Unsafe.BitCast<double, T>(Math.FusedMultiplyAdd(Unsafe.BitCast<T, double>(a), Unsafe.BitCast<T, double>(b), Unsafe.BitCast<T, double>(c)))
            : (a * b) + c;
    }
}
