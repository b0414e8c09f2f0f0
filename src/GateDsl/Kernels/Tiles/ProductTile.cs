using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GateDsl;

/// <summary>
/// The register tile under products whose right factor is read along its rows, C = A B or C += factor A B: six rows of the result two
/// registers wide, or twelve rows one register wide, stay in registers while the inner extent runs. Columns that fill no register of 512 bits go
/// through registers of 256 and 128 bits, the last ones one by one.
/// </summary>
/// <remarks>
/// A(r, k) stands at a[r * aRow + k * aInner], so A may be stored either way; rows of B and C start bInner and cRow apart. Extents are checked
/// once, before the loops, which then read without checks. A tile at the end repeats its last row, which is stored once.
/// <para>
/// The tiles are unrolled by hand, and the file is long for it. A sum stays in a register only as a local of its own: an array of sums, indexed in a loop
/// over the rows, stands in memory, and is loaded and stored at every step of the inner extent. What the unrolling gains over such a loop was not
/// measured by itself; docs/benchmarks.md has whole trainings.
/// </para>
/// </remarks>
internal static class ProductTile
{
    /// <summary>C = A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set<T>(
        ReadOnlySpan<T> a, int aRow, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns)
        where T : struct, INumber<T> => Run(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, T.One, isAdded: false);

    /// <summary>C += factor A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(
        ReadOnlySpan<T> a, int aRow, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns, T factor)
        where T : struct, INumber<T> => Run(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, factor, isAdded: true);

    /// <summary>C = A B, or A^T B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set<T>(in MatrixView<T> a, bool isTransposed, in MatrixView<T> b, in MatrixView<T> c)
        where T : struct, INumber<T> => Run(a, isTransposed, b, c, T.One, isAdded: false);

    /// <summary>C += factor A B, or factor A^T B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(in MatrixView<T> a, bool isTransposed, in MatrixView<T> b, in MatrixView<T> c, T factor)
        where T : struct, INumber<T> => Run(a, isTransposed, b, c, factor, isAdded: true);

    /// <summary>Views lie within their arrays: that their shapes fit is all there is to check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<T>(in MatrixView<T> a, bool isTransposed, in MatrixView<T> b, in MatrixView<T> c, T factor, bool isAdded)
        where T : struct, INumber<T>
    {
        (int rows, int inner) = isTransposed ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        if (rows != c.Rows || inner != b.Rows || b.Width < c.Width)
        {
            Extent.Refuse(rows, inner, b.Rows, b.Width, c.Rows, c.Width);
        }

        (int aRow, int aInner) = isTransposed ? (1, a.Stride) : (a.Stride, 1);
        if (rows == 0 || c.Width == 0)
        {
            return;
        }

        if (SmallProducts.IsSmall(rows, inner, c.Columns))
        {
            SmallProducts.Run(ref a.First, aRow, aInner, ref b.First, b.Stride, 1, ref c.First, c.Stride, rows, inner, c.Columns, factor, isAdded);
        }
        else
        {
            Tile(new Product<T>(ref a.First, aRow, aInner, ref b.First, b.Stride, ref c.First, c.Stride, rows, inner, c.Width, factor, isAdded));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<T>(
        ReadOnlySpan<T> a, int aRow, int aInner, ReadOnlySpan<T> b, int bInner, Span<T> c, int cRow, int rows, int inner, int columns, T factor,
        bool isAdded)
        where T : struct, INumber<T>
    {
        if (rows == 0 || columns == 0)
        {
            return;
        }

        Extent.Check(a.Length, rows, aRow, inner, aInner, nameof(a));
        Extent.Check(b.Length, inner, bInner, columns, nameof(b));
        Extent.Check(c.Length, rows, cRow, columns, nameof(c));
        Product<T> p = new(ref MemoryMarshal.GetReference(a), aRow, aInner, ref MemoryMarshal.GetReference(b), bInner,
            ref MemoryMarshal.GetReference(c), cRow, rows, inner, columns, factor, isAdded);
        Tile(p);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Tile<T>(in Product<T> p)
        where T : struct, INumber<T>
    {
        int column = 0;
        if (Registers.Hold<T>(Vector512.IsHardwareAccelerated, 64, p.Columns))
        {
            column = Panels512(p, column);
        }

        if (Registers.Hold<T>(Vector256.IsHardwareAccelerated, 32, p.Columns - column))
        {
            column = Panels256(p, column);
        }

        if (Registers.Hold<T>(Vector128.IsHardwareAccelerated, 16, p.Columns - column))
        {
            column = Panels128(p, column);
        }

        if (p.Columns > column)
        {
            Panels1(p, column);
        }
    }

    // A method for each width of registers: what a width is made of is loaded where the first product needs it, half a millisecond each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Panels512<T>(in Product<T> p, int column)
        where T : struct, INumber<T> => typeof(T) == typeof(float)
        ? Panels<Floats512, Vector512<float>, float>(Of<T, float>(p), column)
        : Panels<Doubles512, Vector512<double>, double>(Of<T, double>(p), column);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Panels256<T>(in Product<T> p, int column)
        where T : struct, INumber<T> => typeof(T) == typeof(float)
        ? Panels<Floats256, Vector256<float>, float>(Of<T, float>(p), column)
        : Panels<Doubles256, Vector256<double>, double>(Of<T, double>(p), column);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Panels128<T>(in Product<T> p, int column)
        where T : struct, INumber<T> => typeof(T) == typeof(float)
        ? Panels<Floats128, Vector128<float>, float>(Of<T, float>(p), column)
        : Panels<Doubles128, Vector128<double>, double>(Of<T, double>(p), column);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels1<T>(in Product<T> p, int column)
        where T : struct, INumber<T> => Panels<Lanes1<T>, T, T>(p, column);

    /// <summary>The same product, whose numbers are known to be of that type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly Product<TKnown> Of<T, TKnown>(in Product<T> p) => ref Unsafe.As<Product<T>, Product<TKnown>>(ref Unsafe.AsRef(in p));

    /// <summary>As many columns as fill registers; returns the first that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Panels<TLanes, TVector, T>(in Product<T> p, int column)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
    {
        if (column + (2 * TLanes.Count) <= p.Columns)
        {
            column = p.IsAdded ? Wide<TLanes, TVector, T, Accumulate>(p, column) : Wide<TLanes, TVector, T, Overwrite>(p, column);
        }

        for (; column + TLanes.Count <= p.Columns; column += TLanes.Count)
        {
            int row = p.Rows < 12 ? 0 : p.IsAdded ? Narrow<TLanes, TVector, T, Accumulate>(p, column) : Narrow<TLanes, TVector, T, Overwrite>(p, column);
            for (; row < p.Rows; row += 6)
            {
                Narrow6<TLanes, TVector, T>(p, row, column, Math.Min(6, p.Rows - row));
            }
        }

        return column;
    }

    /// <summary>As many columns as fill two registers, all rows; returns the first column that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Wide<TLanes, TVector, T, TStore>(in Product<T> p, int column)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        for (; column + (2 * TLanes.Count) <= p.Columns; column += 2 * TLanes.Count)
        {
            for (int row = 0; row < p.Rows;)
            {
                int count = p.Rows - row;
                if (count == 8 && TLanes.Count == 64 / Unsafe.SizeOf<T>())
                {
                    Wide8<TLanes, TVector, T, TStore>(p, row, column);
                    row += 8;
                }
                else if (count > 3)
                {
                    Wide6<TLanes, TVector, T, TStore>(p, row, column, Math.Min(6, count));
                    row += 6;
                }
                else
                {
                    Wide3<TLanes, TVector, T, TStore>(p, row, column, count);
                    row += 3;
                }
            }
        }

        return column;
    }

    /// <summary>One register of columns, rows by the dozen; returns the first that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Narrow<TLanes, TVector, T, TStore>(in Product<T> p, int column)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        int row = 0;
        for (; row + 12 <= p.Rows; row += 12)
        {
            Narrow12<TLanes, TVector, T, TStore>(p, row, column);
        }

        if (p.Rows - row <= 6 || TStore.Adds)
        {
            return row;
        }

        // Rows that are set may as well be set twice.
        Narrow12<TLanes, TVector, T, TStore>(p, p.Rows - 12, column);
        return p.Rows;
    }

    /// <summary>Two registers of columns, 8 rows: for registers of 512 bits, of which there are enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Wide8<TLanes, TVector, T, TStore>(in Product<T> p, int row, int column)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        nint a1 = p.ARow, a2 = 2 * a1, a3 = 3 * a1;
        nint aInner = p.AInner, bInner = p.BInner;
        ref T a = ref Unsafe.Add(ref p.A, row * a1);
        ref T below = ref Unsafe.Add(ref a, 4 * a1);
        ref T b = ref Unsafe.Add(ref p.B, column);
        ref T c = ref Unsafe.Add(ref p.C, (row * p.CRow) + column);
        TVector c0l = default, c0r = default, c1l = default, c1r = default, c2l = default, c2r = default, c3l = default, c3r = default;
        TVector c4l = default, c4r = default, c5l = default, c5r = default, c6l = default, c6r = default, c7l = default, c7r = default;
        for (int k = p.Inner; k > 0; k--)
        {
            TVector left = TLanes.Load(in b), right = TLanes.Load(in Unsafe.Add(ref b, TLanes.Count));
            TVector scale = TLanes.Broadcast(a);
            c0l = TLanes.MultiplyAdd(scale, left, c0l);
            c0r = TLanes.MultiplyAdd(scale, right, c0r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a1));
            c1l = TLanes.MultiplyAdd(scale, left, c1l);
            c1r = TLanes.MultiplyAdd(scale, right, c1r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a2));
            c2l = TLanes.MultiplyAdd(scale, left, c2l);
            c2r = TLanes.MultiplyAdd(scale, right, c2r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a3));
            c3l = TLanes.MultiplyAdd(scale, left, c3l);
            c3r = TLanes.MultiplyAdd(scale, right, c3r);
            scale = TLanes.Broadcast(below);
            c4l = TLanes.MultiplyAdd(scale, left, c4l);
            c4r = TLanes.MultiplyAdd(scale, right, c4r);
            scale = TLanes.Broadcast(Unsafe.Add(ref below, a1));
            c5l = TLanes.MultiplyAdd(scale, left, c5l);
            c5r = TLanes.MultiplyAdd(scale, right, c5r);
            scale = TLanes.Broadcast(Unsafe.Add(ref below, a2));
            c6l = TLanes.MultiplyAdd(scale, left, c6l);
            c6r = TLanes.MultiplyAdd(scale, right, c6r);
            scale = TLanes.Broadcast(Unsafe.Add(ref below, a3));
            c7l = TLanes.MultiplyAdd(scale, left, c7l);
            c7r = TLanes.MultiplyAdd(scale, right, c7r);
            a = ref Unsafe.Add(ref a, aInner);
            below = ref Unsafe.Add(ref below, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }

        TVector factor = TLanes.Broadcast(p.Factor);
        Store<TLanes, TVector, T, TStore>(c0l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c0r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c1l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c1r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c2l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c2r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c3l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c3r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c4l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c4r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c5l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c5r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c6l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c6r, factor, ref Unsafe.Add(ref c, TLanes.Count));
        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c7l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c7r, factor, ref Unsafe.Add(ref c, TLanes.Count));
    }

    /// <summary>Two registers of columns, up to 6 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Wide6<TLanes, TVector, T, TStore>(in Product<T> p, int row, int column, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        int last = count - 1;
        nint a1 = (last < 1 ? 0 : p.ARow), a2 = a1 + (last < 2 ? 0 : p.ARow), a3 = a2 + (last < 3 ? 0 : p.ARow), a4 = a3 + (last < 4 ? 0 : p.ARow);
        nint a5 = a4 + (last < 5 ? 0 : p.ARow);
        nint aInner = p.AInner, bInner = p.BInner;
        ref T a = ref Unsafe.Add(ref p.A, row * p.ARow);
        ref T b = ref Unsafe.Add(ref p.B, column);
        ref T c = ref Unsafe.Add(ref p.C, (row * p.CRow) + column);
        TVector c0l = default, c0r = default, c1l = default, c1r = default, c2l = default, c2r = default;
        TVector c3l = default, c3r = default, c4l = default, c4r = default, c5l = default, c5r = default;
        for (int k = p.Inner; k > 0; k--)
        {
            TVector left = TLanes.Load(in b), right = TLanes.Load(in Unsafe.Add(ref b, TLanes.Count));
            TVector scale = TLanes.Broadcast(a);
            c0l = TLanes.MultiplyAdd(scale, left, c0l);
            c0r = TLanes.MultiplyAdd(scale, right, c0r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a1));
            c1l = TLanes.MultiplyAdd(scale, left, c1l);
            c1r = TLanes.MultiplyAdd(scale, right, c1r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a2));
            c2l = TLanes.MultiplyAdd(scale, left, c2l);
            c2r = TLanes.MultiplyAdd(scale, right, c2r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a3));
            c3l = TLanes.MultiplyAdd(scale, left, c3l);
            c3r = TLanes.MultiplyAdd(scale, right, c3r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a4));
            c4l = TLanes.MultiplyAdd(scale, left, c4l);
            c4r = TLanes.MultiplyAdd(scale, right, c4r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a5));
            c5l = TLanes.MultiplyAdd(scale, left, c5l);
            c5r = TLanes.MultiplyAdd(scale, right, c5r);
            a = ref Unsafe.Add(ref a, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }

        TVector factor = TLanes.Broadcast(p.Factor);
        Store<TLanes, TVector, T, TStore>(c0l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c0r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 1)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c1l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c1r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 2)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c2l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c2r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 3)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c3l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c3r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 4)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c4l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c4r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 5)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c5l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c5r, factor, ref Unsafe.Add(ref c, TLanes.Count));
    }

    /// <summary>Two registers of columns, up to 3 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Wide3<TLanes, TVector, T, TStore>(in Product<T> p, int row, int column, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        int last = count - 1;
        nint a1 = (last < 1 ? 0 : p.ARow), a2 = a1 + (last < 2 ? 0 : p.ARow);
        nint aInner = p.AInner, bInner = p.BInner;
        ref T a = ref Unsafe.Add(ref p.A, row * p.ARow);
        ref T b = ref Unsafe.Add(ref p.B, column);
        ref T c = ref Unsafe.Add(ref p.C, (row * p.CRow) + column);
        TVector c0l = default, c0r = default, c1l = default, c1r = default, c2l = default, c2r = default;
        for (int k = p.Inner; k > 0; k--)
        {
            TVector left = TLanes.Load(in b), right = TLanes.Load(in Unsafe.Add(ref b, TLanes.Count));
            TVector scale = TLanes.Broadcast(a);
            c0l = TLanes.MultiplyAdd(scale, left, c0l);
            c0r = TLanes.MultiplyAdd(scale, right, c0r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a1));
            c1l = TLanes.MultiplyAdd(scale, left, c1l);
            c1r = TLanes.MultiplyAdd(scale, right, c1r);
            scale = TLanes.Broadcast(Unsafe.Add(ref a, a2));
            c2l = TLanes.MultiplyAdd(scale, left, c2l);
            c2r = TLanes.MultiplyAdd(scale, right, c2r);
            a = ref Unsafe.Add(ref a, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }

        TVector factor = TLanes.Broadcast(p.Factor);
        Store<TLanes, TVector, T, TStore>(c0l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c0r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 1)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c1l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c1r, factor, ref Unsafe.Add(ref c, TLanes.Count));

        if (last < 2)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c2l, factor, ref c);
        Store<TLanes, TVector, T, TStore>(c2r, factor, ref Unsafe.Add(ref c, TLanes.Count));
    }

    /// <summary>One register of columns, 12 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Narrow12<TLanes, TVector, T, TStore>(in Product<T> p, int row, int column)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
        where TStore : struct, IStore
    {
        nint a1 = p.ARow, a2 = 2 * a1, a3 = 3 * a1, a4 = 4 * a1, a5 = 5 * a1;
        nint aInner = p.AInner, bInner = p.BInner;
        ref T a = ref Unsafe.Add(ref p.A, row * p.ARow);
        ref T below = ref Unsafe.Add(ref a, 6 * a1);
        ref T b = ref Unsafe.Add(ref p.B, column);
        ref T c = ref Unsafe.Add(ref p.C, (row * p.CRow) + column);
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        TVector c6 = default, c7 = default, c8 = default, c9 = default, c10 = default, c11 = default;
        for (int k = p.Inner; k > 0; k--)
        {
            TVector left = TLanes.Load(in b);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(a), left, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a1)), left, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a2)), left, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a3)), left, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a4)), left, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a5)), left, c5);
            c6 = TLanes.MultiplyAdd(TLanes.Broadcast(below), left, c6);
            c7 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref below, a1)), left, c7);
            c8 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref below, a2)), left, c8);
            c9 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref below, a3)), left, c9);
            c10 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref below, a4)), left, c10);
            c11 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref below, a5)), left, c11);
            below = ref Unsafe.Add(ref below, aInner);
            a = ref Unsafe.Add(ref a, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }

        TVector factor = TLanes.Broadcast(p.Factor);
        Store<TLanes, TVector, T, TStore>(c0, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c1, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c2, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c3, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c4, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c5, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c6, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c7, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c8, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c9, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c10, factor, ref c);

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T, TStore>(c11, factor, ref c);
    }

    /// <summary>One register of columns, up to 6 rows. Narrow products end here, so that one method, compiled once, both sets and adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Narrow6<TLanes, TVector, T>(in Product<T> p, int row, int column, int count)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : struct, INumber<T>
    {
        int last = count - 1;
        nint a1 = (last < 1 ? 0 : p.ARow), a2 = a1 + (last < 2 ? 0 : p.ARow), a3 = a2 + (last < 3 ? 0 : p.ARow), a4 = a3 + (last < 4 ? 0 : p.ARow);
        nint a5 = a4 + (last < 5 ? 0 : p.ARow);
        nint aInner = p.AInner, bInner = p.BInner;
        ref T a = ref Unsafe.Add(ref p.A, row * p.ARow);
        ref T b = ref Unsafe.Add(ref p.B, column);
        ref T c = ref Unsafe.Add(ref p.C, (row * p.CRow) + column);
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        for (int k = p.Inner; k > 0; k--)
        {
            TVector left = TLanes.Load(in b);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(a), left, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a1)), left, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a2)), left, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a3)), left, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a4)), left, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, a5)), left, c5);
            a = ref Unsafe.Add(ref a, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }

        TVector factor = TLanes.Broadcast(p.Factor);
        bool isAdded = p.IsAdded;
        Store<TLanes, TVector, T>(c0, factor, ref c, isAdded);

        if (last < 1)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T>(c1, factor, ref c, isAdded);

        if (last < 2)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T>(c2, factor, ref c, isAdded);

        if (last < 3)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T>(c3, factor, ref c, isAdded);

        if (last < 4)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T>(c4, factor, ref c, isAdded);

        if (last < 5)
        {
            return;
        }

        c = ref Unsafe.Add(ref c, p.CRow);
        Store<TLanes, TVector, T>(c5, factor, ref c, isAdded);
    }

    /// <summary>What becomes of what stands in C.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector, T, TStore>(TVector sum, TVector factor, ref T target)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where TStore : struct, IStore => Store<TLanes, TVector, T>(sum, factor, ref target, TStore.Adds);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector, T>(TVector sum, TVector factor, ref T target, bool isAdded)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct =>
        TLanes.Store(isAdded ? TLanes.MultiplyAdd(sum, factor, TLanes.Load(in target)) : sum, ref target);

    /// <summary>The matrices of a product, their strides and its sizes.</summary>
    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref struct Product<T>(
        ref T a, int aRow, int aInner, ref T b, int bInner, ref T c, int cRow, int rows, int inner, int columns, T factor, bool isAdded)
    {
        public readonly ref T A = ref a;
        public readonly ref T B = ref b;
        public readonly ref T C = ref c;
        public readonly nint ARow = aRow;
        public readonly nint AInner = aInner;
        public readonly nint BInner = bInner;
        public readonly nint CRow = cRow;
        public readonly int Rows = rows;
        public readonly int Inner = inner;
        public readonly int Columns = columns;
        public readonly T Factor = factor;
        public readonly bool IsAdded = isAdded;
    }
}
