using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GateDsl;

/// <summary>
/// The register tile under C += factor A B where many entries of A are 0: errors of rectified units, as at half of the datapoints a unit is off, and
/// inputs most of which are blank, as images of handwriting are. For every row of C the entries of A that are not 0 are listed, and only their rows of
/// B are gone through, eight registers wide.
/// </summary>
/// <remarks>
/// Rows of A, B and C start aRow, bInner and cRow apart. Extents are checked once, before the loops, which then read without checks. Columns that fill
/// no four registers are <see cref="ProductTile"/>'s.
/// </remarks>
internal static class SparseTile
{
    /// <summary>Rows of C, and of B, for which copying a piece of B, and reading and writing C once more for every piece, cost less than they save.</summary>
    public const int FewestRows = 64;

    /// <summary>Registers of columns for which listing entries costs less than it saves.</summary>
    private const int FewestRegisters = 8;

    /// <summary>The same where the other tile reads both factors along their rows.</summary>
    private const int FewestRegistersTransposed = 4;

    /// <summary>Rows of B that are gone through for as many rows of A as are listed before the next.</summary>
    private const int PieceRows = 98;

    /// <summary>Rows of A that are listed at a time: the lists of a piece stay near, however many units a layer has.</summary>
    private const int ListedRows = 512;

    private const int CacheLine = 64, PanelBytes = 8 * CacheLine;

    /// <summary>The part of A that may differ from 0: a tile without lists shares what it reads among its rows.</summary>
    private const double LargestPart = 0.7;

    /// <summary>The same where B has to be transposed first.</summary>
    private const double LargestPartTransposed = 0.35;

    /// <summary>By how much the part of B that differs from 0 has to be smaller than that of A, for a product that is transposed at the end.</summary>
    private const double PartOfTransposing = 0.1;

    /// <summary>
    /// Numbers of a factor that are copied the other way round; larger ones are not, as their copies would need memory that nobody was told of.
    /// </summary>
    private const long LargestCopy = 1 << 24;

    /// <summary>Bytes of the widest register.</summary>
    private static int WidestBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated ? 64 : 32;
    }

    /// <summary>C = A B, in whichever way pays for as many zeros as A has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Set<T>(ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns)
        where T : struct, INumber<T>
    {
        if (!Fits<T>(rows, inner, columns) || PartOn(a, aRow, rows, inner) == 1)
        {
            ProductTile.Set(a, aRow, 1, b, bInner, c, cRow, rows, inner, columns);
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            c.Slice(row * cRow, columns).Clear();
        }

        Run(a, aRow, b, bInner, c, cRow, rows, inner, columns, T.One);
    }

    /// <summary>C += A B, in whichever way pays for as many zeros as A has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<T>(ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns)
        where T : struct, INumber<T>
    {
        if (!Fits<T>(rows, inner, columns) || PartOn(a, aRow, rows, inner) == 1)
        {
            ProductTile.Add(a, aRow, 1, b, bInner, c, cRow, rows, inner, columns, T.One);
            return;
        }

        Run(a, aRow, b, bInner, c, cRow, rows, inner, columns, T.One);
    }

    /// <summary>C += A B^T, in whichever way pays for as many zeros as A has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddTransposed<T>(ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> b, int bRow, Span<T> c, int cRow, int rows, int inner, int columns)
        where T : struct, INumber<T>
    {
        if (!Fits<T>(rows, inner, columns, FewestRegistersTransposed) || (long)inner * columns > LargestCopy
            || PartOn(a, aRow, rows, inner, LargestPartTransposed) == 1)
        {
            MatrixProducts.AddTransposed(a, aRow, b, bRow, c, cRow, rows, inner, columns, T.One);
            return;
        }

        using Scratch<T> transposed = new(inner * columns);
        TransposeTile.Set(b, bRow, transposed.Span, columns, columns, inner);
        Run<T>(a, aRow, transposed.Span, columns, c, cRow, rows, inner, columns, T.One);
    }

    /// <summary>C += factor A^T B, in whichever way pays for as many zeros as A and B have: those of either can be skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddFromTransposed<T>(
        ReadOnlySpan<T> a, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T>
    {
        double aPart = Fits<T>(rows, inner, columns) && (long)rows * inner <= LargestCopy ? PartOn(a, aInner, inner, rows) : 1;
        double bPart = Fits<T>(columns, inner, rows) && (long)columns * (inner + rows) <= LargestCopy ? PartOn(b, bInner, inner, columns) : 1;
        if (bPart < aPart - PartOfTransposing)
        {
            // C^T += factor B^T A.
            using Scratch<T> transposed = new(columns * (inner + rows));
            Span<T> bTransposed = transposed.Span[..(columns * inner)], cTransposed = transposed.Span[(columns * inner)..];
            TransposeTile.Set(b, bInner, bTransposed, inner, inner, columns);
            cTransposed.Clear();
            Run(bTransposed, inner, a, aInner, cTransposed, rows, columns, inner, rows, factor);
            TransposeTile.Add(cTransposed, rows, c, cRow, columns, rows, T.One);
        }
        else if (aPart < 1)
        {
            using Scratch<T> transposed = new(rows * inner);
            TransposeTile.Set(a, aInner, transposed.Span, inner, inner, rows);
            Run(transposed.Span, inner, b, bInner, c, cRow, rows, inner, columns, factor);
        }
        else
        {
            ProductTile.Add(a, 1, aInner, b, bInner, c, cRow, rows, inner, columns, factor);
        }
    }

    /// <summary>Whether a product is large enough for lists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fits<T>(int rows, int inner, int columns, int registers = FewestRegisters) =>
        rows >= FewestRows && inner >= FewestRows && Registers.Hold<T>(Vector256.IsHardwareAccelerated, registers * WidestBytes, columns);

    /// <summary>The part of a matrix that differs from 0; 1 where it is more than the most that is of use.</summary>
    private static double PartOn<T>(ReadOnlySpan<T> a, int stride, int rows, int columns, double most = LargestPart)
        where T : struct, INumber<T>
    {
        double all = (double)rows * columns, seen = 0;
        for (int row = 0; row < rows && seen <= most * all; row++)
        {
            seen += RowNumbers.CountNonzero(a.Slice(row * stride, columns));
        }

        return seen <= most * all ? seen / all : 1;
    }

    /// <summary>C += factor A B, with A rows x inner and B inner x columns, by what is listed of A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<T>(ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T>
    {
        Extent.Check(a.Length, rows, aRow, inner, 1, nameof(a));
        Extent.Check(b.Length, inner, bInner, columns, nameof(b));
        Extent.Check(c.Length, rows, cRow, columns, nameof(c));

        // Pieces of about the same size.
        int lanes = WidestBytes / Unsafe.SizeOf<T>();
        int pieces = ((inner - 1) / PieceRows) + 1, size = ((inner - 1) / pieces) + 1;
        int done = columns - (columns % (4 * lanes)), listed = Math.Min(rows, ListedRows);
        using Scratch<T> values = new(listed * size);
        using Scratch<int> places = new(listed * size), counts = new(listed);
        SparseEntries<T> entries = new(values.Span, places.Span, counts.Span, size);
        for (int first = 0; first < inner; first += size)
        {
            int count = Math.Min(size, inner - first);
            ref T bPiece = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), (nint)first * bInner);
            for (int row = 0; row < rows; row += listed)
            {
                int height = Math.Min(listed, rows - row);
                ref T cPiece = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (nint)row * cRow);
                entries.List(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), ((nint)row * aRow) + first), aRow, height, count, 8 * lanes);
                if (Vector512.IsHardwareAccelerated)
                {
                    Panels512(entries, ref bPiece, bInner, count, ref cPiece, cRow, height, done, factor);
                }
                else
                {
                    Panels256(entries, ref bPiece, bInner, count, ref cPiece, cRow, height, done, factor);
                }
            }
        }

        ProductTile.Add(a, aRow, 1, b[done..], bInner, c[done..], cRow, rows, inner, columns - done, factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels512<T>(in SparseEntries<T> entries, ref T b, int bInner, int inner, ref T c, int cRow, int rows, int columns, T factor)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            Panels<Floats512, Vector512<float>, float>(
                Of<T, float>(entries), ref Unsafe.As<T, float>(ref b), bInner, inner, ref Unsafe.As<T, float>(ref c), cRow, rows, columns,
                Unsafe.As<T, float>(ref factor));
        }
        else
        {
            Panels<Doubles512, Vector512<double>, double>(
                Of<T, double>(entries), ref Unsafe.As<T, double>(ref b), bInner, inner, ref Unsafe.As<T, double>(ref c), cRow, rows, columns,
                Unsafe.As<T, double>(ref factor));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels256<T>(in SparseEntries<T> entries, ref T b, int bInner, int inner, ref T c, int cRow, int rows, int columns, T factor)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            Panels<Floats256, Vector256<float>, float>(
                Of<T, float>(entries), ref Unsafe.As<T, float>(ref b), bInner, inner, ref Unsafe.As<T, float>(ref c), cRow, rows, columns,
                Unsafe.As<T, float>(ref factor));
        }
        else
        {
            Panels<Doubles256, Vector256<double>, double>(
                Of<T, double>(entries), ref Unsafe.As<T, double>(ref b), bInner, inner, ref Unsafe.As<T, double>(ref c), cRow, rows, columns,
                Unsafe.As<T, double>(ref factor));
        }
    }

    /// <summary>The same entries, which are known to be of that type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly SparseEntries<TKnown> Of<T, TKnown>(in SparseEntries<T> entries)
        where T : struct, INumber<T>
        where TKnown : struct, INumber<TKnown> => ref Unsafe.As<SparseEntries<T>, SparseEntries<TKnown>>(ref Unsafe.AsRef(in entries));

    /// <summary>
    /// As many columns as fill four registers, for one piece of B, of which the columns of a tile are copied together first: where no load crosses a
    /// line of the cache, it is read twice as fast.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels<TLanes, TVector, T>(
        in SparseEntries<T> entries, ref T b, int bInner, int inner, ref T c, int cRow, int rows, int columns, T factor)
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
    private static void Wide8<TLanes, TVector, T>(in SparseEntries<T> entries, ref T b, ref T c, nint cRow, int rows, T factor)
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
    private static void Wide4<TLanes, TVector, T>(in SparseEntries<T> entries, ref T b, ref T c, nint cRow, int rows, T factor)
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
}
