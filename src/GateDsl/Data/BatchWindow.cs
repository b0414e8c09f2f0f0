using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GateDsl.CompilerServices;

/// <summary>
/// A small data set that is filled with one batch of a large one after the other, so that a step over a batch is a step over all datapoints of a
/// data set. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class BatchWindow
{
    private readonly int _datapoints;
    private readonly List<IColumn> _columns = [];
    private readonly Dictionary<string, int[]> _indices = new(StringComparer.Ordinal);
    private BatchData? _source;

    internal BatchWindow(int datapoints, int batchSize)
    {
        _datapoints = datapoints;
        Count = Math.Min(datapoints, batchSize);
    }

    private interface IColumn
    {
        void Fill(ReadOnlySpan<int> datapoints);

        void AddTo(IncrementalHash hash);
    }

    /// <summary>Datapoints of a batch.</summary>
    public int Count { get; }

    /// <summary>The data set that shows the present batch.</summary>
    internal BatchData? Data { get; private set; }

    /// <summary>Room for a batch of the values of an input, a gate or an output.</summary>
    /// <param name="values">The values at all datapoints, row by row.</param>
    /// <typeparam name="TValue">int, float or double.</typeparam>
    public TValue[] Rows<TValue>(TValue[] values)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        int width = _datapoints == 0 ? 0 : values.Length / _datapoints;
        TValue[] rows = new TValue[Count * width];
        _columns.Add(new Column<TValue>(values, rows, width));
        return rows;
    }

    /// <summary>Room for a batch of the values of a one-hot input or a selector.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">The values at all datapoints.</param>
    public int[] Indices(string name, int[] values)
    {
        _indices.Add(name, values);
        return Rows(values);
    }

    /// <summary>Room for a batch of gates that are numbers, by gate.</summary>
    public TValue[][] Rows<TValue>(TValue[][] gates)
        where TValue : unmanaged => [.. gates.Select(Rows)];

    /// <summary>Names of one-hot inputs and selectors, in declaration order.</summary>
    internal IReadOnlyCollection<string> IndexNames => _indices.Keys;

    /// <summary>The values of one at all datapoints; null: there is none of this name.</summary>
    internal int[]? IndicesOf(string name) => _indices.GetValueOrDefault(name);

    internal void Show(BatchData source, BatchData window)
    {
        (_source, Data) = (source, window);
        if (source.Gates.Count != window.Gates.Count)
        {
            throw new InvalidOperationException("The window has other gates than its data set.");
        }
    }

    /// <summary>Shows a batch.</summary>
    /// <param name="datapoints">At most as many as there is room for.</param>
    internal void Fill(ReadOnlySpan<int> datapoints)
    {
        Data!.Resize(datapoints.Length);
        foreach (IColumn column in _columns)
        {
            column.Fill(datapoints);
        }

        for (int gate = 0; gate < Data.Gates.Count; gate++)
        {
            Data.Gates[gate].Select(_source!.Gates[gate], datapoints);
        }
    }

    /// <summary>What all values of the data set come to: equal data have equal bytes, others do not.</summary>
    internal byte[] Fingerprint()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(_datapoints));
        foreach (IColumn column in _columns)
        {
            column.AddTo(hash);
        }

        foreach (RowSet gate in _source!.Gates)
        {
            gate.AddTo(hash);
        }

        return hash.GetHashAndReset();
    }

    private sealed class Column<TValue>(TValue[] values, TValue[] rows, int width) : IColumn
        where TValue : unmanaged
    {
        public void Fill(ReadOnlySpan<int> datapoints)
        {
            for (int row = 0; row < datapoints.Length; row++)
            {
                // The rows of a batch lie anywhere: the next one is fetched while this one is copied.
                if (row + 1 < datapoints.Length)
                {
                    Ahead.Fetch<TValue>(values.AsSpan(datapoints[row + 1] * width, width));
                }

                values.AsSpan(datapoints[row] * width, width).CopyTo(rows.AsSpan(row * width, width));
            }
        }

        public void AddTo(IncrementalHash hash) => hash.AppendData(MemoryMarshal.AsBytes<TValue>(values));
    }
}
