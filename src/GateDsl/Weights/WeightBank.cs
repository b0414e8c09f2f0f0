using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>The live weights between a bank and a layer, or between two banks copy to copy: one matrix per copy.</summary>
/// <typeparam name="T">The network's precision.</typeparam>
public readonly struct WeightBank<T>
{
    private readonly string _name;
    private readonly MatrixView<T>[] _copies;
    private readonly int _targets;
    private readonly int _sources;

    /// <param name="name">Name of the weights: ItemToPairs.</param>
    /// <param name="targets">Units of the target: rows.</param>
    /// <param name="sources">Units of the source: columns.</param>
    /// <param name="copies">The matrices, row by row; the bank is a view of them.</param>
    public WeightBank(string name, int targets, int sources, MatrixView<T>[] copies)
    {
        _name = name;
        _targets = targets;
        _sources = sources;
        _copies = copies;
    }

    /// <summary>Number of copies.</summary>
    public int Count => _copies.Length;

    /// <summary>The weights of copy <paramref name="k"/>, target x source, readable and writable.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such copy.</exception>
    public TensorSpan<T> this[int k] => (uint)k < (uint)_copies.Length
        ? new TensorSpan<T>(_copies[k].Span, [_targets, _sources])
        : throw new ArgumentOutOfRangeException(nameof(k), k, $"{_name} has the copies 0 to {_copies.Length - 1}.");
}
