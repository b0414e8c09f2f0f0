using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>The live weights of one edge, by name.</summary>
/// <typeparam name="T">The network's precision.</typeparam>
public sealed class EdgeWeights<T>
{
    private readonly T[] _values;

    internal EdgeWeights(string name, string source, string target, int targets, int sources, T[] values)
    {
        (Name, Source, Target, Targets, Sources) = (name, source, target, targets, sources);
        _values = values;
    }

    /// <summary>The full name, as in files, gradients and initialisers: ItemToPairs[2], ExpertToKind[1, 0].</summary>
    public string Name { get; }

    /// <summary>The input or module it starts at: Item, Code[0].</summary>
    public string Source { get; }

    /// <summary>The module it ends at: Pairs[2].</summary>
    public string Target { get; }

    /// <summary>Units of the target: rows.</summary>
    public int Targets { get; }

    /// <summary>Units of the source: columns.</summary>
    public int Sources { get; }

    /// <summary>The weights, target x source, readable and writable.</summary>
    public TensorSpan<T> Values => new(_values, [Targets, Sources]);

    /// <summary>The same as an array, which a caller in C sees.</summary>
    internal T[] Numbers => _values;

    /// <summary>Name and shape.</summary>
    public override string ToString() => $"{Name}: {Targets} x {Sources}";
}
