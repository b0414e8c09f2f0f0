namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>
/// P2's routing network: the M encoders are the blocks of four columns of one edge from the items of all domains, so that one hidden edge is
/// shared; the decoders are an output bank.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
[RoutingTask(StepSize = 0.02 * 2 / 28)]
public sealed partial class SevenDomains
{
    [OneHotInput(28)] public partial Layer Cue { get; }

    [Selector(7)] public partial Selector Sink { get; }

    [Hidden(64), From(nameof(Cue))] public partial Layer First { get; }

    [Hidden(64), From(nameof(First))] public partial Layer Second { get; }

    [Output(7), From(nameof(Second)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
}

/// <inheritdoc cref="SevenDomains"/>
[GatedNetwork(Precision = Precision.Double)]
[RoutingTask(Domains = 5, Trained = 2, StepSize = 0.02 * 2 / 28)]
public sealed partial class FiveDomains
{
    [OneHotInput(20)] public partial Layer Cue { get; }

    [Selector(5)] public partial Selector Sink { get; }

    [Hidden(64), From(nameof(Cue))] public partial Layer First { get; }

    [Hidden(64), From(nameof(First))] public partial Layer Second { get; }

    [Output(7), From(nameof(Second)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
}
