using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GateDsl;

/// <summary>
/// The register tile under C += factor A B where many entries of A are 0, as errors of rectified units are: at half of the datapoints a unit is off.
/// For every row of C the entries of A that are not 0 are listed, and only their rows of B are gone through, eight registers wide.
/// </summary>
/// <remarks>
/// A(r, k) stands at a[r * aRow + k * aInner], so A may be stored either way; rows of B and C start bInner and cRow apart. Extents are checked
/// once, before the loops, which then read without checks. Columns that fill no four registers are <see cref="RowTile"/>'s.
/// </remarks>
internal static class SparseTile
{
    /// <summary>Registers of columns for which listing entries costs less than it saves.</summary>
    private const int FewestRegisters = 8;

    /// <summary>Rows of C, and of B, for which copying a piece of B, and reading and writing C once more for every piece, cost less than they save.</summary>
    public const int FewestRows = 64;

    /// <summary>Rows of B that are gone through for all rows of C before the next: eight registers of each stay in the fastest cache.</summary>
    private const int PieceRows = 48;

    private const int PanelBytes = 8 * 64;

    private const int CacheLine = 64;

    /// <summary>The part of A that may differ from 0: a tile without lists shares what it reads among its rows.</summary>
    private const double LargestPart = 0.7;

    /// <summary>C += factor A B, in whichever way pays for as many zeros as A has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add<T>(
        ReadOnlySpan<T> a, int aRow, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T>
    {
        if (!TryRun(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, factor, isSet: false))
        {
            RowTile.Add(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, factor);
        }
    }

    /// <summary>C = A B, in whichever way pays for as many zeros as A has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Set<T>(
        ReadOnlySpan<T> a, int aRow, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns)
        where T : struct, INumber<T>
    {
        if (!TryRun(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, T.One, isSet: true))
        {
            RowTile.Set(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns);
        }
    }

    /// <summary>C = A B, or C += factor A B, if A has so many zeros that it pays.</summary>
    /// <returns>Whether it was done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool TryRun<T>(
        ReadOnlySpan<T> a, int aRow, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns, T factor, bool isSet)
        where T : struct, INumber<T>
    {
        bool isWide = Vector512.IsHardwareAccelerated;
        if ((!isWide && !Vector256.IsHardwareAccelerated) || rows < FewestRows || inner < FewestRows || (aRow != 1 && aInner != 1))
        {
            return false;
        }

        int lanes = isWide ? Vector512<T>.Count : Vector256<T>.Count;
        if (columns < FewestRegisters * lanes)
        {
            return false;
        }

        Extent.Check(a.Length, rows, aRow, inner, aInner, nameof(a));
        Extent.Check(b.Length, inner, bInner, columns, nameof(b));
        Extent.Check(c.Length, rows, cRow, columns, nameof(c));
        if (!IsSparse(a, aRow, aInner, rows, inner))
        {
            return false;
        }

        for (int row = 0; isSet && row < rows; row++)
        {
            c.Slice(row * cRow, columns).Clear();
        }

        // Pieces of about the same size.
        int pieces = ((inner - 1) / PieceRows) + 1;
        int size = ((inner - 1) / pieces) + 1;
        using Scratch<T> values = new(rows * size);
        using Scratch<int> places = new(rows * size);
        using Scratch<int> counts = new(rows);
        int done = columns - (columns % (4 * lanes));
        for (int first = 0; first < inner; first += size)
        {
            int count = Math.Min(size, inner - first);
            Entries<T> entries = new(values.Span, places.Span, counts.Span, size);
            entries.List(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), (nint)first * aInner), aRow, aInner, rows, count, 8 * lanes);
            ref T bPiece = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), (nint)first * bInner);
            if (isWide)
            {
                Panels<Lanes512<T>, Vector512<T>, T>(entries, ref bPiece, bInner, count, ref MemoryMarshal.GetReference(c), cRow, rows, done, factor);
            }
            else
            {
                Panels<Lanes256<T>, Vector256<T>, T>(entries, ref bPiece, bInner, count, ref MemoryMarshal.GetReference(c), cRow, rows, done, factor);
            }
        }

        RowTile.Add(a, aRow, aInner, b[done..], bInner, c[done..], cRow, rows, inner, columns - done, factor);
        return true;
    }

    private static bool IsSparse<T>(ReadOnlySpan<T> a, int aRow, int aInner, int rows, int inner)
        where T : struct, INumber<T>
    {
        (int lines, int length, int stride) = aRow == 1 ? (inner, rows, aInner) : (rows, inner, aRow);
        long most = (long)(LargestPart * rows * inner), seen = 0;
        for (int line = 0; line < lines && seen <= most; line++)
        {
            seen += RowNumbers.CountNonzero(a.Slice(line * stride, length));
        }

        return seen <= most;
    }

    /// <summary>
    /// As many columns as fill four registers, for one piece of B, of which the columns of a tile are copied together first: where no load crosses a line of the cache,
    /// it is read twice as fast.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels<TLanes, TVector, T>(in Entries<T> entries, ref T b, int bInner, int inner, ref T c, int cRow, int rows, int columns, T factor)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
    {
        Span<byte> place = stackalloc byte[(PieceRows * PanelBytes) + CacheLine];
        ref byte start = ref MemoryMarshal.GetReference(place);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref start);
        ref T panel = ref Unsafe.As<byte, T>(ref Unsafe.Add(ref start, -address & (CacheLine - 1)));
        int column = 0;
        for (; column < columns; column += 8 * TLanes.Count)
        {
            int registers = columns - column < 8 * TLanes.Count ? 4 : 8;
            for (int k = 0; k < inner; k++)
            {
                ref T from = ref Unsafe.Add(ref b, ((nint)k * bInner) + column);
                ref T to = ref Unsafe.Add(ref panel, k * 8 * TLanes.Count);
                for (int i = 0; i < registers; i++)
                {
                    TLanes.Store(TLanes.Load(in Unsafe.Add(ref from, i * TLanes.Count)), ref Unsafe.Add(ref to, i * TLanes.Count));
                }
            }

            if (registers == 8)
            {
                Wide8<TLanes, TVector, T>(entries, ref panel, ref Unsafe.Add(ref c, column), cRow, rows, factor);
            }
            else
            {
                Wide4<TLanes, TVector, T>(entries, ref panel, ref Unsafe.Add(ref c, column), cRow, rows, factor);
            }
        }
    }

    /// <summary>Eight registers of columns: c_r += factor sum of a(r, k) b_k over the listed k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Wide8<TLanes, TVector, T>(in Entries<T> entries, ref T b, ref T c, nint cRow, int rows, T factor)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
    {
        TVector times = TLanes.Broadcast(factor);
        for (int row = 0; row < rows; row++)
        {
            ref T value = ref entries.ValuesOf(row);
            ref int place = ref entries.PlacesOf(row);
            TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
            for (nint k = 0; k < entries.CountOf(row); k++)
            {
                TVector scale = TLanes.Broadcast(Unsafe.Add(ref value, k));
                ref T from = ref Unsafe.Add(ref b, (nint)Unsafe.Add(ref place, k));
                c0 = TLanes.MultiplyAdd(scale, TLanes.Load(in from), c0);
                c1 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, TLanes.Count)), c1);
                c2 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 2 * TLanes.Count)), c2);
                c3 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 3 * TLanes.Count)), c3);
                c4 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 4 * TLanes.Count)), c4);
                c5 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 5 * TLanes.Count)), c5);
                c6 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 6 * TLanes.Count)), c6);
                c7 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 7 * TLanes.Count)), c7);
            }

            ref T to = ref Unsafe.Add(ref c, row * cRow);
            Add<TLanes, TVector, T>(c0, times, ref to);
            Add<TLanes, TVector, T>(c1, times, ref Unsafe.Add(ref to, TLanes.Count));
            Add<TLanes, TVector, T>(c2, times, ref Unsafe.Add(ref to, 2 * TLanes.Count));
            Add<TLanes, TVector, T>(c3, times, ref Unsafe.Add(ref to, 3 * TLanes.Count));
            Add<TLanes, TVector, T>(c4, times, ref Unsafe.Add(ref to, 4 * TLanes.Count));
            Add<TLanes, TVector, T>(c5, times, ref Unsafe.Add(ref to, 5 * TLanes.Count));
            Add<TLanes, TVector, T>(c6, times, ref Unsafe.Add(ref to, 6 * TLanes.Count));
            Add<TLanes, TVector, T>(c7, times, ref Unsafe.Add(ref to, 7 * TLanes.Count));
        }
    }

    /// <summary>Four registers of columns: c_r += factor sum of a(r, k) b_k over the listed k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Wide4<TLanes, TVector, T>(in Entries<T> entries, ref T b, ref T c, nint cRow, int rows, T factor)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
    {
        TVector times = TLanes.Broadcast(factor);
        for (int row = 0; row < rows; row++)
        {
            ref T value = ref entries.ValuesOf(row);
            ref int place = ref entries.PlacesOf(row);
            TVector c0 = default, c1 = default, c2 = default, c3 = default;
            for (nint k = 0; k < entries.CountOf(row); k++)
            {
                TVector scale = TLanes.Broadcast(Unsafe.Add(ref value, k));
                ref T from = ref Unsafe.Add(ref b, (nint)Unsafe.Add(ref place, k));
                c0 = TLanes.MultiplyAdd(scale, TLanes.Load(in from), c0);
                c1 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, TLanes.Count)), c1);
                c2 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 2 * TLanes.Count)), c2);
                c3 = TLanes.MultiplyAdd(scale, TLanes.Load(in Unsafe.Add(ref from, 3 * TLanes.Count)), c3);
            }

            ref T to = ref Unsafe.Add(ref c, row * cRow);
            Add<TLanes, TVector, T>(c0, times, ref to);
            Add<TLanes, TVector, T>(c1, times, ref Unsafe.Add(ref to, TLanes.Count));
            Add<TLanes, TVector, T>(c2, times, ref Unsafe.Add(ref to, 2 * TLanes.Count));
            Add<TLanes, TVector, T>(c3, times, ref Unsafe.Add(ref to, 3 * TLanes.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TLanes, TVector, T>(TVector sum, TVector factor, ref T target)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct =>
        TLanes.Store(TLanes.MultiplyAdd(sum, factor, TLanes.Load(in target)), ref target);

    /// <summary>The entries of a piece of A that are not 0, row by row: their values, and where their rows of B start.</summary>
    private readonly ref struct Entries<T>(Span<T> values, Span<int> places, Span<int> counts, int size)
        where T : struct, INumber<T>
    {
        private readonly ref T _values = ref MemoryMarshal.GetReference(values);
        private readonly ref int _places = ref MemoryMarshal.GetReference(places);
        private readonly ref int _counts = ref MemoryMarshal.GetReference(counts);
        private readonly nint _size = size;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref T ValuesOf(int row) => ref Unsafe.Add(ref _values, row * _size);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref int PlacesOf(int row) => ref Unsafe.Add(ref _places, row * _size);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int CountOf(int row) => Unsafe.Add(ref _counts, row);

        /// <summary>Lists a piece; in memory's order, and without a branch on what cannot be foreseen.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void List(ref T a, nint aRow, nint aInner, int rows, int inner, int panelRow)
        {
            MemoryMarshal.CreateSpan(ref _counts, rows).Clear();
            if (aRow == 1)
            {
                for (int k = 0; k < inner; k++)
                {
                    for (int row = 0; row < rows; row++)
                    {
                        Note(row, k * panelRow, Unsafe.Add(ref a, row + (k * aInner)));
                    }
                }

                return;
            }

            for (int row = 0; row < rows; row++)
            {
                for (int k = 0; k < inner; k++)
                {
                    Note(row, k * panelRow, Unsafe.Add(ref a, (row * aRow) + (k * aInner)));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Note(int row, int place, T value)
        {
            ref int count = ref Unsafe.Add(ref _counts, row);
            nint at = (row * _size) + count;
            Unsafe.Add(ref _values, at) = value;
            Unsafe.Add(ref _places, at) = place;
            count += value != T.Zero ? 1 : 0;
        }
    }
}
