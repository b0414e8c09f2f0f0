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
    private readonly ReadOnlySpan<T> _read;
    private readonly ReadOnlySpan<T> _other;
    private readonly Span<T> _changed;
    private readonly int _readUnits;
    private readonly int _otherUnits;
    private readonly Scratch<T> _copies;
    private readonly bool _isScattered;
    private readonly bool _isSet;
    private int _next;

    /// <summary>Rows that are read, and rows that are added to, or set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NearRows(ReadOnlySpan<int> rows, ReadOnlySpan<T> read, int readUnits, Span<T> changed, int changedUnits, bool isSet = false)
        : this(rows, read, readUnits, (ReadOnlySpan<T>)changed, changedUnits)
    {
        _changed = changed;
        _isSet = isSet;
        if (_isScattered && !isSet)
        {
            OtherCopies.Clear();
        }
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
            _copies = new Scratch<T>(rows.Length * (readUnits + otherUnits));
            for (int i = 0; i < rows.Length; i++)
            {
                read.Slice(rows[i] * readUnits, readUnits).CopyTo(_copies.Span[(i * readUnits)..]);
                other.Slice(rows[i] * otherUnits, otherUnits).CopyTo(OtherCopies[(i * otherUnits)..]);
            }
        }
    }

    private readonly Span<T> OtherCopies => _copies.Span[(_rows.Length * _readUnits)..];

    /// <summary>The next run to add to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out ReadOnlySpan<T> read, out Span<T> changed, out int count)
    {
        if (_next == _rows.Length)
        {
            read = default;
            changed = default;
            count = 0;
            return false;
        }

        count = _isScattered ? _rows.Length : RunAt(_next);
        read = _isScattered ? _copies.Span : _read.Slice(_rows[_next] * _readUnits, count * _readUnits);
        changed = _isScattered ? OtherCopies : _changed.Slice(_rows[_next] * _otherUnits, count * _otherUnits);
        _next += count;
        return true;
    }

    /// <summary>The next run to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out ReadOnlySpan<T> read, out ReadOnlySpan<T> other, out int count)
    {
        if (_next == _rows.Length)
        {
            read = default;
            other = default;
            count = 0;
            return false;
        }

        count = _isScattered ? _rows.Length : RunAt(_next);
        read = _isScattered ? _copies.Span : _read.Slice(_rows[_next] * _readUnits, count * _readUnits);
        other = _isScattered ? OtherCopies : _other.Slice(_rows[_next] * _otherUnits, count * _otherUnits);
        _next += count;
        return true;
    }

    /// <summary>Adds what was added to copies, and gives the work space back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Dispose()
    {
        if (!_isScattered)
        {
            return;
        }

        for (int i = 0; i < _rows.Length && !_changed.IsEmpty; i++)
        {
            Span<T> target = _changed.Slice(_rows[i] * _otherUnits, _otherUnits);
            ReadOnlySpan<T> copy = OtherCopies.Slice(i * _otherUnits, _otherUnits);
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
