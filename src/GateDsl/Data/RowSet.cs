using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GateDsl.CompilerServices;

/// <summary>
/// The datapoints of a data set at which a gate is on, in blocks: what a gated module works on instead of multiplying by zero. Used by
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class RowSet
{
    private readonly bool[] _on;
    private int[] _rows;
    private readonly int[] _starts;
    private readonly int _blockSize;

    /// <summary>Evaluates a gate on every datapoint.</summary>
    /// <param name="count">Datapoints of the data set.</param>
    /// <param name="blockSize">Datapoints of a block.</param>
    /// <param name="isOn">The gate.</param>
    public RowSet(int count, int blockSize, Func<int, bool> isOn)
    {
        ArgumentNullException.ThrowIfNull(isOn);
        _blockSize = blockSize;
        _on = new bool[count];
        _starts = new int[BlocksOf(count, blockSize) + 1];
        List<int> rows = [];
        for (int n = 0; n < count; n++)
        {
            if (n % blockSize == 0)
            {
                _starts[n / blockSize] = rows.Count;
            }

            if (isOn(n))
            {
                _on[n] = true;
                rows.Add(n % blockSize);
            }
        }

        _starts[^1] = rows.Count;
        _rows = [.. rows];
    }

    /// <summary>Evaluates a gate of a data set on every datapoint.</summary>
    /// <param name="data">The data set, whose batches then have the gate too.</param>
    /// <param name="isOn">The gate.</param>
    public RowSet(BatchData data, Func<int, bool> isOn)
        : this(data?.Count ?? throw new ArgumentNullException(nameof(data)), data.BlockSize, isOn)
    {
        data.Add(this);
    }

    /// <summary>Datapoints at which the gate is on.</summary>
    public int Count => _starts[^1];

    /// <summary>Blocks that <paramref name="count"/> datapoints fill.</summary>
    public static int BlocksOf(int count, int blockSize) => (count + blockSize - 1) / blockSize;

    /// <summary>The rows of a block at which the gate is on, counted from the start of the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Block(int block) => _rows.AsSpan(_starts[block], _starts[block + 1] - _starts[block]);

    /// <summary>Whether the gate is on at a datapoint.</summary>
    public bool Contains(int datapoint) => _on[datapoint];

    /// <summary>1/2 sum of |y_n|^2 over the datapoints at which a gate is on.</summary>
    public double HalfSquares<T>(ReadOnlySpan<T> y, int units)
        where T : struct, INumber<T>
    {
        double squares = 0;
        foreach (int n in Datapoints())
        {
            foreach (T value in y.Slice(n * units, units))
            {
                double wide = double.CreateTruncating(value);
                squares += wide * wide;
            }
        }

        return squares / 2;
    }

    /// <summary>Becomes the gate on some datapoints of another data set.</summary>
    /// <param name="source">The gate there.</param>
    /// <param name="datapoints">The datapoints, in the order in which they stand here; at most as many as this gate was made for.</param>
    internal void Select(RowSet source, ReadOnlySpan<int> datapoints)
    {
        if (_rows.Length < _on.Length)
        {
            _rows = new int[_on.Length];
        }

        int count = 0;
        for (int block = 0; block + 1 < _starts.Length; block++)
        {
            _starts[block] = count;
            int first = block * _blockSize;
            int rows = Math.Clamp(datapoints.Length - first, 0, _blockSize);
            for (int row = 0; row < rows; row++)
            {
                bool isOn = source._on[datapoints[first + row]];
                _on[first + row] = isOn;
                _rows[count] = row;
                count += isOn ? 1 : 0;
            }
        }

        _starts[^1] = count;
    }

    /// <summary>Adds where the gate is on.</summary>
    internal void AddTo(IncrementalHash hash) => hash.AppendData(MemoryMarshal.AsBytes<bool>(_on));

    internal static RowSet Intersect(RowSet a, RowSet b) => new(a._on.Length, a._blockSize, n => a._on[n] && b._on[n]);

    internal static RowSet Union(RowSet a, RowSet b) => new(a._on.Length, a._blockSize, n => a._on[n] || b._on[n]);

    internal bool Overlaps(RowSet other) => _on.Zip(other._on).Any(pair => pair.First && pair.Second);

    internal bool SameAs(RowSet other) => _on.AsSpan().SequenceEqual(other._on);

    /// <summary>The datapoints at which the gate is on, in their order.</summary>
    internal int[] Datapoints()
    {
        int[] datapoints = new int[Count];
        for (int block = 0; block + 1 < _starts.Length; block++)
        {
            for (int k = _starts[block]; k < _starts[block + 1]; k++)
            {
                datapoints[k] = (block * _blockSize) + _rows[k];
            }
        }

        return datapoints;
    }
}
