namespace GateDsl;

/// <summary>A declared layer, bank, input or selector.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Units">Features, values, or units of every copy.</param>
/// <param name="IsBank">It has one copy per value or subset of an index.</param>
/// <param name="SelfGated">Every unit is gated by its own pre-activation.</param>
/// <param name="Copies">The copies of a bank; of any other layer the layer itself.</param>
public sealed record LayerDescription(
    string Name, LayerKind Kind, int Units, bool IsBank, bool SelfGated, IReadOnlyList<CopyDescription> Copies)
{
    /// <summary>What an output is trained by.</summary>
    public OutputLoss Loss { get; init; }

    /// <summary>Data enter here.</summary>
    public bool IsInput => Kind is LayerKind.Input or LayerKind.OneHotInput or LayerKind.Bias;

    /// <summary>What a self-gated unit is multiplied with where its pre-activation is not above 0.</summary>
    public double Slope { get; init; }

    /// <summary>Gates may read it.</summary>
    public bool IsIndex => Kind is LayerKind.OneHotInput or LayerKind.Selector;
}

/// <summary>One copy of a bank, or a layer that has no copies.</summary>
/// <param name="Name">Name of the layer, with the index in a bank: <c>Common</c>, <c>Pairs[0]</c>.</param>
/// <param name="Gate">Where it is on.</param>
public sealed record CopyDescription(string Name, GateDescription Gate);
