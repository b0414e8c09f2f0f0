using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GateDsl;

/// <summary>The entries of a piece of a matrix that are not 0, row by row: their values, and where what they multiply starts.</summary>
/// <typeparam name="T">Float or double.</typeparam>
/// <param name="values">Room for the values, rows x size.</param>
/// <param name="places">Room for the places, rows x size.</param>
/// <param name="counts">Room for how many entries a row has.</param>
/// <param name="size">Entries that a row may have.</param>
internal readonly ref struct SparseEntries<T>(Span<T> values, Span<int> places, Span<int> counts, int size)
    where T : struct, INumber<T>
{
    private readonly ref T _values = ref MemoryMarshal.GetReference(values);
    private readonly ref int _places = ref MemoryMarshal.GetReference(places);
    private readonly ref int _counts = ref MemoryMarshal.GetReference(counts);
    private readonly nint _size = size;

    /// <summary>The values of a row's entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T ValuesOf(int row) => ref Unsafe.Add(ref _values, row * _size);

    /// <summary>Where what a row's entries multiply starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int PlacesOf(int row) => ref Unsafe.Add(ref _places, row * _size);

    /// <summary>How many entries a row has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountOf(int row) => Unsafe.Add(ref _counts, row);

    /// <summary>Lists a piece, without a branch on what cannot be foreseen.</summary>
    /// <param name="a">The first number of the piece; rows start aRow apart, the numbers of a row stand side by side.</param>
    /// <param name="aRow">How far apart rows start.</param>
    /// <param name="rows">Rows of the piece.</param>
    /// <param name="inner">Columns of the piece, at most as many as a row may have entries.</param>
    /// <param name="step">How far apart what two neighbouring columns multiply starts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void List(ref T a, nint aRow, int rows, int inner, int step)
    {
        for (int row = 0; row < rows; row++)
        {
            ref T from = ref Unsafe.Add(ref a, row * aRow);
            ref T values = ref ValuesOf(row);
            ref int places = ref PlacesOf(row);
            nint count = 0;
            int k = 0;
            if (Avx512F.VL.IsSupported && typeof(T) == typeof(float))
            {
                k = Compress(ref Unsafe.As<T, float>(ref from), ref Unsafe.As<T, float>(ref values), ref places, inner, step, ref count);
            }
            else if (Avx512F.VL.IsSupported && typeof(T) == typeof(double))
            {
                k = Compress(ref Unsafe.As<T, double>(ref from), ref Unsafe.As<T, double>(ref values), ref places, inner, step, ref count);
            }

            for (; k < inner; k++)
            {
                T value = Unsafe.Add(ref from, k);
                Unsafe.Add(ref values, count) = value;
                Unsafe.Add(ref places, count) = k * step;
                count += value != T.Zero ? 1 : 0;
            }

            Unsafe.Add(ref _counts, row) = (int)count;
        }
    }

    /// <summary>
    /// Sixteen floats at a time, what is not 0 pushed together. No more is written than a row has room for: of k numbers at most k are listed.
    /// </summary>
    /// <returns>How many numbers were looked at.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Compress(ref float from, ref float values, ref int places, int inner, int step, ref nint count)
    {
        Vector512<int> place = Vector512<int>.Indices * step, next = Vector512.Create(Vector512<int>.Count * step);
        int k = 0;
        for (; k + Vector512<float>.Count <= inner; k += Vector512<float>.Count)
        {
            Vector512<float> numbers = Vector512.LoadUnsafe(ref from, (nuint)k);
            Vector512<float> isOn = ~Vector512.Equals(numbers, Vector512<float>.Zero);
            Avx512F.Compress(Vector512<float>.Zero, isOn, numbers).StoreUnsafe(ref values, (nuint)count);
            Avx512F.Compress(Vector512<int>.Zero, isOn.AsInt32(), place).StoreUnsafe(ref places, (nuint)count);
            count += BitOperations.PopCount(isOn.ExtractMostSignificantBits());
            place += next;
        }

        return k;
    }

    /// <summary>The same with eight doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Compress(ref double from, ref double values, ref int places, int inner, int step, ref nint count)
    {
        Vector256<int> place = Vector256<int>.Indices * step, next = Vector256.Create(Vector256<int>.Count * step);
        int k = 0;
        for (; k + Vector512<double>.Count <= inner; k += Vector512<double>.Count)
        {
            Vector512<double> numbers = Vector512.LoadUnsafe(ref from, (nuint)k);
            Vector512<double> isOn = ~Vector512.Equals(numbers, Vector512<double>.Zero);
            Vector512<long> bits = isOn.AsInt64();
            Avx512F.Compress(Vector512<double>.Zero, isOn, numbers).StoreUnsafe(ref values, (nuint)count);
            Avx512F.VL.Compress(Vector256<int>.Zero, Vector256.Narrow(bits.GetLower(), bits.GetUpper()), place).StoreUnsafe(ref places, (nuint)count);
            count += BitOperations.PopCount(isOn.ExtractMostSignificantBits());
            place += next;
        }

        return k;
    }
}
