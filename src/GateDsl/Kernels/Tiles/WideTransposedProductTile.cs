using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GateDsl;

/// <summary>
/// The tile of <see cref="TransposedProductTile"/> where registers are wide and many: six rows of A against four rows of B. Every number is summed in the same
/// order as there.
/// </summary>
internal static class WideTransposedProductTile
{
    public const int ARows = 6;
    public const int BRows = 4;

    /// <summary>
    /// One tile, of five or six rows: fewer are <see cref="TransposedProductTile"/>'s. Extents are checked by the caller; a tile at the end repeats
    /// its last row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<TLanes, T>(ref T a, int aRow, int rowCount, ref T b, int bRow, int columnCount, ref T c, int cRow, int inner, T factor)
        where TLanes : struct, ILanes<Vector512<T>, T>
        where T : struct, INumber<T>
    {
        ref T a1 = ref Unsafe.Add(ref a, (nint)aRow);
        ref T a2 = ref Unsafe.Add(ref a, 2 * (nint)aRow);
        ref T a3 = ref Unsafe.Add(ref a, 3 * (nint)aRow);
        ref T a4 = ref Unsafe.Add(ref a, 4 * (nint)aRow);
        ref T a5 = ref Unsafe.Add(ref a, (rowCount - 1) * (nint)aRow);
        ref T b1 = ref Unsafe.Add(ref b, Math.Min(1, columnCount - 1) * (nint)bRow);
        ref T b2 = ref Unsafe.Add(ref b, Math.Min(2, columnCount - 1) * (nint)bRow);
        ref T b3 = ref Unsafe.Add(ref b, Math.Min(3, columnCount - 1) * (nint)bRow);
        Vector512<T> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector512<T> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<T> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector512<T> s30 = default, s31 = default, s32 = default, s33 = default;
        Vector512<T> s40 = default, s41 = default, s42 = default, s43 = default;
        Vector512<T> s50 = default, s51 = default, s52 = default, s53 = default;
        nint k = 0;
        for (; k + TLanes.Count <= inner; k += TLanes.Count)
        {
            Vector512<T> right0 = TLanes.Load(in Unsafe.Add(ref b, k));
            Vector512<T> right1 = TLanes.Load(in Unsafe.Add(ref b1, k));
            Vector512<T> right2 = TLanes.Load(in Unsafe.Add(ref b2, k));
            Vector512<T> right3 = TLanes.Load(in Unsafe.Add(ref b3, k));
            Vector512<T> left = TLanes.Load(in Unsafe.Add(ref a, k));
            s00 = TLanes.MultiplyAdd(left, right0, s00);
            s01 = TLanes.MultiplyAdd(left, right1, s01);
            s02 = TLanes.MultiplyAdd(left, right2, s02);
            s03 = TLanes.MultiplyAdd(left, right3, s03);
            left = TLanes.Load(in Unsafe.Add(ref a1, k));
            s10 = TLanes.MultiplyAdd(left, right0, s10);
            s11 = TLanes.MultiplyAdd(left, right1, s11);
            s12 = TLanes.MultiplyAdd(left, right2, s12);
            s13 = TLanes.MultiplyAdd(left, right3, s13);
            left = TLanes.Load(in Unsafe.Add(ref a2, k));
            s20 = TLanes.MultiplyAdd(left, right0, s20);
            s21 = TLanes.MultiplyAdd(left, right1, s21);
            s22 = TLanes.MultiplyAdd(left, right2, s22);
            s23 = TLanes.MultiplyAdd(left, right3, s23);
            left = TLanes.Load(in Unsafe.Add(ref a3, k));
            s30 = TLanes.MultiplyAdd(left, right0, s30);
            s31 = TLanes.MultiplyAdd(left, right1, s31);
            s32 = TLanes.MultiplyAdd(left, right2, s32);
            s33 = TLanes.MultiplyAdd(left, right3, s33);
            left = TLanes.Load(in Unsafe.Add(ref a4, k));
            s40 = TLanes.MultiplyAdd(left, right0, s40);
            s41 = TLanes.MultiplyAdd(left, right1, s41);
            s42 = TLanes.MultiplyAdd(left, right2, s42);
            s43 = TLanes.MultiplyAdd(left, right3, s43);
            left = TLanes.Load(in Unsafe.Add(ref a5, k));
            s50 = TLanes.MultiplyAdd(left, right0, s50);
            s51 = TLanes.MultiplyAdd(left, right1, s51);
            s52 = TLanes.MultiplyAdd(left, right2, s52);
            s53 = TLanes.MultiplyAdd(left, right3, s53);
        }

        if (k < inner)
        {
            // The last register of each row reaches back over numbers that are counted already.
            Vector512<T> ones = TLanes.LastOnes(inner - (int)k);
            k = inner - TLanes.Count;
            Vector512<T> right0 = TLanes.Load(in Unsafe.Add(ref b, k));
            Vector512<T> right1 = TLanes.Load(in Unsafe.Add(ref b1, k));
            Vector512<T> right2 = TLanes.Load(in Unsafe.Add(ref b2, k));
            Vector512<T> right3 = TLanes.Load(in Unsafe.Add(ref b3, k));
            Vector512<T> left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a, k)), ones);
            s00 = TLanes.MultiplyAdd(left, right0, s00);
            s01 = TLanes.MultiplyAdd(left, right1, s01);
            s02 = TLanes.MultiplyAdd(left, right2, s02);
            s03 = TLanes.MultiplyAdd(left, right3, s03);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a1, k)), ones);
            s10 = TLanes.MultiplyAdd(left, right0, s10);
            s11 = TLanes.MultiplyAdd(left, right1, s11);
            s12 = TLanes.MultiplyAdd(left, right2, s12);
            s13 = TLanes.MultiplyAdd(left, right3, s13);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a2, k)), ones);
            s20 = TLanes.MultiplyAdd(left, right0, s20);
            s21 = TLanes.MultiplyAdd(left, right1, s21);
            s22 = TLanes.MultiplyAdd(left, right2, s22);
            s23 = TLanes.MultiplyAdd(left, right3, s23);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a3, k)), ones);
            s30 = TLanes.MultiplyAdd(left, right0, s30);
            s31 = TLanes.MultiplyAdd(left, right1, s31);
            s32 = TLanes.MultiplyAdd(left, right2, s32);
            s33 = TLanes.MultiplyAdd(left, right3, s33);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a4, k)), ones);
            s40 = TLanes.MultiplyAdd(left, right0, s40);
            s41 = TLanes.MultiplyAdd(left, right1, s41);
            s42 = TLanes.MultiplyAdd(left, right2, s42);
            s43 = TLanes.MultiplyAdd(left, right3, s43);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a5, k)), ones);
            s50 = TLanes.MultiplyAdd(left, right0, s50);
            s51 = TLanes.MultiplyAdd(left, right1, s51);
            s52 = TLanes.MultiplyAdd(left, right2, s52);
            s53 = TLanes.MultiplyAdd(left, right3, s53);
        }

        Store<TLanes, T>(ref c, s00, s01, s02, s03, columnCount, factor);
        Store<TLanes, T>(ref Unsafe.Add(ref c, 1 * (nint)cRow), s10, s11, s12, s13, columnCount, factor);
        Store<TLanes, T>(ref Unsafe.Add(ref c, 2 * (nint)cRow), s20, s21, s22, s23, columnCount, factor);
        Store<TLanes, T>(ref Unsafe.Add(ref c, 3 * (nint)cRow), s30, s31, s32, s33, columnCount, factor);
        Store<TLanes, T>(ref Unsafe.Add(ref c, 4 * (nint)cRow), s40, s41, s42, s43, columnCount, factor);

        if (rowCount > 5)
        {
            Store<TLanes, T>(ref Unsafe.Add(ref c, 5 * (nint)cRow), s50, s51, s52, s53, columnCount, factor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, T>(
        ref T c, Vector512<T> sum0, Vector512<T> sum1, Vector512<T> sum2, Vector512<T> sum3, int columnCount, T factor)
        where TLanes : struct, ILanes<Vector512<T>, T>
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float) && columnCount == BRows && Sse3.IsSupported)
        {
            // Four sums at once, each by the tree of Floats512.Sum.
            Vector128<float> pairs01 = Sse3.HorizontalAdd(Fold(sum0.AsSingle()), Fold(sum1.AsSingle()));
            Vector128<float> pairs23 = Sse3.HorizontalAdd(Fold(sum2.AsSingle()), Fold(sum3.AsSingle()));
            Vector128<float> sums = Sse3.HorizontalAdd(pairs01, pairs23);
            ref float at = ref Unsafe.As<T, float>(ref c);
            (Vector128.LoadUnsafe(ref at) + (float.CreateTruncating(factor) * sums)).StoreUnsafe(ref at);
            return;
        }

        c += factor * TLanes.Sum(sum0);
        if (columnCount > 1)
        {
            Unsafe.Add(ref c, 1) += factor * TLanes.Sum(sum1);
        }

        if (columnCount > 2)
        {
            Unsafe.Add(ref c, 2) += factor * TLanes.Sum(sum2);
        }

        if (columnCount > 3)
        {
            Unsafe.Add(ref c, 3) += factor * TLanes.Sum(sum3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold(Vector512<float> sum)
    {
        Vector256<float> half = sum.GetLower() + sum.GetUpper();
        return half.GetLower() + half.GetUpper();
    }
}
