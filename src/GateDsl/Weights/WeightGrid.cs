using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>The live weights between two banks that are not wired copy to copy: one matrix per pair of copies that can be on together.</summary>
/// <typeparam name="T">The network's precision.</typeparam>
public readonly struct WeightGrid<T>
{
    private readonly string _source;
    private readonly string _target;
    private readonly MatrixView<T>[][] _pairs;
    private readonly int _targets;
    private readonly int _sources;

    /// <param name="source">Name of the source bank.</param>
    /// <param name="target">Name of the target bank.</param>
    /// <param name="targets">Units of the target: rows.</param>
    /// <param name="sources">Units of the source: columns.</param>
    /// <param name="pairs">pairs[i][j]: the matrix from source copy i to target copy j, row by row; empty: never on together.</param>
    public WeightGrid(string source, string target, int targets, int sources, MatrixView<T>[][] pairs)
    {
        _source = source;
        _target = target;
        _targets = targets;
        _sources = sources;
        _pairs = pairs;
    }

    /// <summary>Number of copies of the source.</summary>
    public int SourceCount => _pairs.Length;

    /// <summary>Number of copies of the target.</summary>
    public int TargetCount => _pairs.Length == 0 ? 0 : _pairs[0].Length;

    /// <summary>The weights from source copy <paramref name="i"/> to target copy <paramref name="j"/>, target x source, readable and writable.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such copy.</exception>
    /// <exception cref="ArgumentException">The two copies are never on together, so there are no weights between them.</exception>
    public TensorSpan<T> this[int i, int j]
    {
        get
        {
            Check(i, nameof(i), SourceCount, _source);
            Check(j, nameof(j), TargetCount, _target);
            return IsConnected(i, j)
                ? new TensorSpan<T>(_pairs[i][j].Span, [_targets, _sources])
                : throw new ArgumentException($"{_source}[{i}] and {_target}[{j}] are never on together: there are no weights between them.");
        }
    }

    /// <summary>Whether there are weights from source copy <paramref name="i"/> to target copy <paramref name="j"/>.</summary>
    public bool IsConnected(int i, int j) =>
        (uint)i < (uint)SourceCount && (uint)j < (uint)TargetCount && _pairs[i][j].Rows > 0;

    private static void Check(int index, string parameter, int count, string bank)
    {
        if ((uint)index >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(parameter, index, $"{bank} has the copies 0 to {count - 1}.");
        }
    }
}
