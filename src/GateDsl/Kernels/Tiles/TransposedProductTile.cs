using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GateDsl;

/// <summary>
/// The register tile of products whose factors are both read along their rows, C += factor A B^T: four rows of A against three rows of B, each
/// pair a register of partial sums; <see cref="WideTransposedProductTile"/> where registers are wide.
/// </summary>
/// <remarks>Extents are checked once, before the loops, which then read without checks. A tile at the end repeats its last row.</remarks>
internal static class TransposedProductTile
{
    private const int ARows = 4;
    private const int BRows = 3;

    /// <summary>Where a row of A meets this many rows of B, fetching the rows below meanwhile costs nothing; few datapoints are in the cache anyway.</summary>
    private const int ManyColumns = 32;

    /// <summary>C += factor A B^T, with A rows x inner and B columns x inner; rows of each matrix start aRow, bRow and cRow apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<T>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> b, int bRow, Span<T> c, int cRow, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T>
    {
        if (rows == 0 || columns == 0 || inner == 0)
        {
            return;
        }

        Extent.Check(a.Length, rows, aRow, inner, nameof(a));
        Extent.Check(b.Length, columns, bRow, inner, nameof(b));
        Extent.Check(c.Length, rows, cRow, columns, nameof(c));
        bool isWide = Registers.Hold<T>(Vector512.IsHardwareAccelerated, 64, inner);
        for (int row = 0, height; row < rows; row += height)
        {
            bool isTall = isWide && rows - row > ARows;
            height = isTall ? WideTransposedProductTile.ARows : ARows;
            int width = isTall ? WideTransposedProductTile.BRows : BRows;
            if (columns >= ManyColumns)
            {
                for (int below = row + height; below < Math.Min(rows, row + (2 * height)); below++)
                {
                    Ahead.Fetch(a.Slice(below * aRow, inner));
                }
            }

            for (int column = 0; column < columns; column += width)
            {
                ref T a0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(a), (nint)row * aRow);
                ref T b0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), (nint)column * bRow);
                ref T c0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), ((nint)row * cRow) + column);
                int rowCount = Math.Min(height, rows - row);
                int columnCount = Math.Min(width, columns - column);
                if (isTall)
                {
                    AddTall(ref a0, aRow, rowCount, ref b0, bRow, columnCount, ref c0, cRow, inner, factor);
                }
                else if (isWide)
                {
                    Add512(ref a0, aRow, rowCount, ref b0, bRow, columnCount, ref c0, cRow, inner, factor);
                }
                else if (Registers.Hold<T>(Vector256.IsHardwareAccelerated, 32, inner))
                {
                    Add256(ref a0, aRow, rowCount, ref b0, bRow, columnCount, ref c0, cRow, inner, factor);
                }
                else
                {
                    Add<Lanes1<T>, T, T>(ref a0, aRow, rowCount, ref b0, bRow, columnCount, ref c0, cRow, inner, factor);
                }
            }
        }
    }

    // A method for each width of registers, as in ProductTile.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddTall<T>(ref T a, int aRow, int rowCount, ref T b, int bRow, int columnCount, ref T c, int cRow, int inner, T factor)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            WideTransposedProductTile.Add<Floats512, float>(ref Unsafe.As<T, float>(ref a), aRow, rowCount, ref Unsafe.As<T, float>(ref b), bRow, columnCount,
                ref Unsafe.As<T, float>(ref c), cRow, inner, Unsafe.As<T, float>(ref factor));
            return;
        }

        WideTransposedProductTile.Add<Doubles512, double>(ref Unsafe.As<T, double>(ref a), aRow, rowCount, ref Unsafe.As<T, double>(ref b), bRow, columnCount,
            ref Unsafe.As<T, double>(ref c), cRow, inner, Unsafe.As<T, double>(ref factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add512<T>(ref T a, int aRow, int rowCount, ref T b, int bRow, int columnCount, ref T c, int cRow, int inner, T factor)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            Add<Floats512, Vector512<float>, float>(ref Unsafe.As<T, float>(ref a), aRow, rowCount, ref Unsafe.As<T, float>(ref b), bRow, columnCount,
                ref Unsafe.As<T, float>(ref c), cRow, inner, Unsafe.As<T, float>(ref factor));
            return;
        }

        Add<Doubles512, Vector512<double>, double>(ref Unsafe.As<T, double>(ref a), aRow, rowCount, ref Unsafe.As<T, double>(ref b), bRow, columnCount,
            ref Unsafe.As<T, double>(ref c), cRow, inner, Unsafe.As<T, double>(ref factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add256<T>(ref T a, int aRow, int rowCount, ref T b, int bRow, int columnCount, ref T c, int cRow, int inner, T factor)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            Add<Floats256, Vector256<float>, float>(ref Unsafe.As<T, float>(ref a), aRow, rowCount, ref Unsafe.As<T, float>(ref b), bRow, columnCount,
                ref Unsafe.As<T, float>(ref c), cRow, inner, Unsafe.As<T, float>(ref factor));
            return;
        }

        Add<Doubles256, Vector256<double>, double>(ref Unsafe.As<T, double>(ref a), aRow, rowCount, ref Unsafe.As<T, double>(ref b), bRow, columnCount,
            ref Unsafe.As<T, double>(ref c), cRow, inner, Unsafe.As<T, double>(ref factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add<TLanes, TVector, T>(
        ref T a, int aRow, int rowCount, ref T b, int bRow, int columnCount, ref T c, int cRow, int inner, T factor)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
    {
        ref T a1 = ref Unsafe.Add(ref a, Math.Min(1, rowCount - 1) * (nint)aRow);
        ref T a2 = ref Unsafe.Add(ref a, Math.Min(2, rowCount - 1) * (nint)aRow);
        ref T a3 = ref Unsafe.Add(ref a, (rowCount - 1) * (nint)aRow);
        ref T b1 = ref Unsafe.Add(ref b, Math.Min(1, columnCount - 1) * (nint)bRow);
        ref T b2 = ref Unsafe.Add(ref b, (columnCount - 1) * (nint)bRow);
        TVector s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        TVector s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        nint k = 0;
        for (; k + TLanes.Count <= inner; k += TLanes.Count)
        {
            TVector right0 = TLanes.Load(in Unsafe.Add(ref b, k));
            TVector right1 = TLanes.Load(in Unsafe.Add(ref b1, k));
            TVector right2 = TLanes.Load(in Unsafe.Add(ref b2, k));
            TVector left = TLanes.Load(in Unsafe.Add(ref a, k));
            s00 = TLanes.MultiplyAdd(left, right0, s00);
            s01 = TLanes.MultiplyAdd(left, right1, s01);
            s02 = TLanes.MultiplyAdd(left, right2, s02);
            left = TLanes.Load(in Unsafe.Add(ref a1, k));
            s10 = TLanes.MultiplyAdd(left, right0, s10);
            s11 = TLanes.MultiplyAdd(left, right1, s11);
            s12 = TLanes.MultiplyAdd(left, right2, s12);
            left = TLanes.Load(in Unsafe.Add(ref a2, k));
            s20 = TLanes.MultiplyAdd(left, right0, s20);
            s21 = TLanes.MultiplyAdd(left, right1, s21);
            s22 = TLanes.MultiplyAdd(left, right2, s22);
            left = TLanes.Load(in Unsafe.Add(ref a3, k));
            s30 = TLanes.MultiplyAdd(left, right0, s30);
            s31 = TLanes.MultiplyAdd(left, right1, s31);
            s32 = TLanes.MultiplyAdd(left, right2, s32);
        }

        if (k < inner)
        {
            // The last register of each row reaches back over numbers that are counted already.
            TVector ones = TLanes.LastOnes(inner - (int)k);
            k = inner - TLanes.Count;
            TVector right0 = TLanes.Load(in Unsafe.Add(ref b, k));
            TVector right1 = TLanes.Load(in Unsafe.Add(ref b1, k));
            TVector right2 = TLanes.Load(in Unsafe.Add(ref b2, k));
            TVector left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a, k)), ones);
            s00 = TLanes.MultiplyAdd(left, right0, s00);
            s01 = TLanes.MultiplyAdd(left, right1, s01);
            s02 = TLanes.MultiplyAdd(left, right2, s02);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a1, k)), ones);
            s10 = TLanes.MultiplyAdd(left, right0, s10);
            s11 = TLanes.MultiplyAdd(left, right1, s11);
            s12 = TLanes.MultiplyAdd(left, right2, s12);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a2, k)), ones);
            s20 = TLanes.MultiplyAdd(left, right0, s20);
            s21 = TLanes.MultiplyAdd(left, right1, s21);
            s22 = TLanes.MultiplyAdd(left, right2, s22);
            left = TLanes.Keep(TLanes.Load(in Unsafe.Add(ref a3, k)), ones);
            s30 = TLanes.MultiplyAdd(left, right0, s30);
            s31 = TLanes.MultiplyAdd(left, right1, s31);
            s32 = TLanes.MultiplyAdd(left, right2, s32);
        }

        Store(ref c, TLanes.Sum(s00), TLanes.Sum(s01), TLanes.Sum(s02), columnCount, factor);
        if (rowCount > 1)
        {
            Store(ref Unsafe.Add(ref c, (nint)cRow), TLanes.Sum(s10), TLanes.Sum(s11), TLanes.Sum(s12), columnCount, factor);
        }

        if (rowCount > 2)
        {
            Store(ref Unsafe.Add(ref c, 2 * (nint)cRow), TLanes.Sum(s20), TLanes.Sum(s21), TLanes.Sum(s22), columnCount, factor);
        }

        if (rowCount > 3)
        {
            Store(ref Unsafe.Add(ref c, 3 * (nint)cRow), TLanes.Sum(s30), TLanes.Sum(s31), TLanes.Sum(s32), columnCount, factor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T c, T sum0, T sum1, T sum2, int columnCount, T factor)
        where T : struct, INumber<T>
    {
        c += factor * sum0;
        if (columnCount > 1)
        {
            Unsafe.Add(ref c, 1) += factor * sum1;
        }

        if (columnCount > 2)
        {
            Unsafe.Add(ref c, 2) += factor * sum2;
        }
    }
}
