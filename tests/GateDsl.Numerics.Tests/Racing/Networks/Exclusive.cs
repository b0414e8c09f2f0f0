namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>XoR by linear gating (P1 App. C): one pathway per label.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class XorByLabel
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(4)] public partial Selector Sample { get; }

    [Hidden(64), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0, 1)] public partial Layer Same { get; }

    [Hidden(64), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)] public partial Layer Other { get; }

    [Output(1), From(nameof(Same), nameof(Other))] public partial Layer Label { get; }
}

/// <summary>XoR by XoR gating: one pathway per point.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class XorByPoint
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(4)] public partial Selector Sample { get; }

    [Hidden(32), From(nameof(Stimulus)), OnePer(nameof(Sample))] public partial LayerBank Points { get; }

    [Output(1), From(nameof(Points))] public partial Layer Label { get; }
}
