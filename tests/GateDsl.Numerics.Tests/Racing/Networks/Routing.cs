namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>
/// P2's routing network: the M encoders are the blocks of four columns of one edge from the items of all domains, so that one hidden edge is
/// shared; the decoders are an output bank.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class SevenDomains
{
    [OneHotInput(28)] public partial Layer Item { get; }

    [Selector(7)] public partial Selector Sink { get; }

    [Hidden(16), From(nameof(Item))] public partial Layer First { get; }

    [Hidden(16), From(nameof(First))] public partial Layer Second { get; }

    [Output(7), From(nameof(Second)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
}

/// <inheritdoc cref="SevenDomains"/>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class FiveDomains
{
    [OneHotInput(20)] public partial Layer Item { get; }

    [Selector(5)] public partial Selector Sink { get; }

    [Hidden(16), From(nameof(Item))] public partial Layer First { get; }

    [Hidden(16), From(nameof(First))] public partial Layer Second { get; }

    [Output(7), From(nameof(Second)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
}
