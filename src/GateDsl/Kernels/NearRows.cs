using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// The rows at which a gate is on, in runs of rows next to each other, as the kernels want them. Where rows lie scattered they are copied
/// together first, and what was added to the copies, or set there, goes to the rows at the end.
/// </summary>
internal ref struct NearRows<T> : IDisposable
    where T : struct, INumber<T>
{
    /// <summary>Runs shorter than this on average are copied together: a register tile has up to twelve rows.</summary>
    private const int ShortRun = 6;

    private readonly ReadOnlySpan<int> _rows;
    private readonly int _readUnits;
    private readonly int _otherUnits;
    private readonly bool _isScattered;
    private readonly bool _isSet;

    // Where runs are taken from: the matrices themselves, or copies of their rows.
    private ReadOnlySpan<T> _read;
    private ReadOnlySpan<T> _other;
    private readonly Span<T> _changed;

    // The matrix that gets what was added to copies.
    private readonly Span<T> _target;
    private Scratch<T> _copies;
    private int _next;

    /// <summary>Rows that are read, and rows that are added to, or set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NearRows(ReadOnlySpan<int> rows, ReadOnlySpan<T> read, int readUnits, Span<T> changed, int changedUnits, bool isSet = false)
        : this(rows, read, readUnits, (ReadOnlySpan<T>)changed, changedUnits)
    {
        _target = changed;
        _isSet = isSet;
        _changed = _isScattered ? Targets() : changed;
    }

    /// <summary>Rows of two matrices that are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public NearRows(ReadOnlySpan<int> rows, ReadOnlySpan<T> read, int readUnits, ReadOnlySpan<T> other, int otherUnits)
    {
        _rows = rows;
        _read = read;
        _readUnits = readUnits;
        _other = other;
        _otherUnits = otherUnits;
        int runs = 0;
        for (int i = 0; i < rows.Length; i += RunAt(i))
        {
            runs++;
        }

        _isScattered = runs > 1 && rows.Length < ShortRun * runs;
        if (_isScattered)
        {
            Gather();
        }
    }

    /// <summary>The next run to add to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out ReadOnlySpan<T> read, out Span<T> changed, out int count)
    {
        int first = Take(out count);
        read = _read.Slice(first * _readUnits, count * _readUnits);
        changed = _changed.Slice(first * _otherUnits, count * _otherUnits);
        return count > 0;
    }

    /// <summary>The next run to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out ReadOnlySpan<T> read, out ReadOnlySpan<T> other, out int count)
    {
        int first = Take(out count);
        read = _read.Slice(first * _readUnits, count * _readUnits);
        other = _other.Slice(first * _otherUnits, count * _otherUnits);
        return count > 0;
    }

    /// <summary>Adds what was added to copies, and gives the work space back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Dispose()
    {
        if (_isScattered)
        {
            Scatter();
        }
    }

    /// <summary>The row at which the next run starts; none: a run of no rows at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Take(out int count)
    {
        int next = _next;
        if (next == _rows.Length)
        {
            count = 0;
            return 0;
        }

        count = _isScattered ? _rows.Length : RunAt(next);
        _next = next + count;
        return _isScattered ? 0 : _rows[next];
    }

    // Rows that lie scattered are compiled for where there are any.

    /// <summary>Copies the rows of both matrices together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Gather()
    {
        _copies = new Scratch<T>(_rows.Length * (_readUnits + _otherUnits));
        Span<T> read = _copies.Span[..(_rows.Length * _readUnits)];
        Span<T> other = _copies.Span[read.Length..];
        for (int i = 0; i < _rows.Length; i++)
        {
            _read.Slice(_rows[i] * _readUnits, _readUnits).CopyTo(read[(i * _readUnits)..]);
            _other.Slice(_rows[i] * _otherUnits, _otherUnits).CopyTo(other[(i * _otherUnits)..]);
        }

        _read = read;
        _other = other;
    }

    /// <summary>The copies that are added to, which start at 0, or are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly Span<T> Targets()
    {
        Span<T> copies = _copies.Span[(_rows.Length * _readUnits)..];
        if (!_isSet)
        {
            copies.Clear();
        }

        return copies;
    }

    /// <summary>Brings what was added to copies, or set there, to its rows, and gives the work space back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly void Scatter()
    {
        for (int i = 0; i < _rows.Length && !_target.IsEmpty; i++)
        {
            Span<T> target = _target.Slice(_rows[i] * _otherUnits, _otherUnits);
            ReadOnlySpan<T> copy = _changed.Slice(i * _otherUnits, _otherUnits);
            if (_isSet)
            {
                copy.CopyTo(target);
            }
            else
            {
                RowArithmetic.Add(copy, target);
            }
        }

        _copies.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int RunAt(int index)
    {
        int count = 1;
        while (index + count < _rows.Length && _rows[index + count] == _rows[index] + count)
        {
            count++;
        }

        return count;
    }
}
