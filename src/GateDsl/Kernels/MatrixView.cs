using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl.CompilerServices;

/// <summary>A matrix, or some rows and columns of one: where its values stand, row by row, and how far apart its rows start.</summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public readonly struct MatrixView<T>
{
    private readonly T[] _values;
    private readonly int _first;
    private readonly int _length;

    /// <param name="values">The array that holds it.</param>
    /// <param name="first">Where its first entry stands.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="stride">How far apart rows start, at least <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array does not hold the matrix, or rows overlap.</exception>
    public MatrixView(T[] values, int first, int rows, int columns, int stride)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, columns);
        long length = rows == 0 ? 0 : ((rows - 1L) * stride) + columns;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, values.Length - (long)first, nameof(rows));
        _values = values;
        _first = first;
        _length = (int)length;
        Rows = rows;
        Columns = columns;
        Stride = stride;
        Width = columns;
    }

    private MatrixView(T[] values, int first, int rows, int columns, int stride, int width)
        : this(values, first, rows, width, stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Columns = columns;
        _length = rows == 0 ? 0 : (int)Math.Min(((long)MatrixPacking.Stride<T>(rows) * stride) - stride + width, values.Length - (long)first);
    }

    /// <summary>A matrix whose rows end in zeros up to a multiple of 32 bytes; zero rows may follow too.</summary>
    /// <param name="values">The array that holds it.</param>
    /// <param name="first">Where its first entry stands.</param>
    /// <param name="rows">Rows without those.</param>
    /// <param name="columns">Columns without those zeros.</param>
    /// <param name="stride">How far apart rows start.</param>
    public static MatrixView<T> Packed(T[] values, int first, int rows, int columns, int stride) =>
        new(values, first, rows, columns, stride, MatrixPacking.Stride<T>(columns));

    /// <summary>From which its entries stand, row by row, the given stride apart.</summary>
    internal ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Columns with the zeros behind them: products run through whole registers.</summary>
    public int Width { get; }

    /// <summary>How far apart rows start.</summary>
    public int Stride { get; }

    /// <summary>From the first entry of the first row to the last of the last.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first), _length);
    }
}
