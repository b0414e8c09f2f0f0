namespace GateDsl.Numerics.Tests.ReferenceLosses;

/// <summary>Exclusive-or with one pathway of 64 units per label, and the ReLU network of 128.</summary>
[GatedNetwork]
[ReluTwin(128)]
public sealed partial class LinearGating
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(4)] public partial Selector Sample { get; }

    [Hidden(64), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0, 1)] public partial Layer Positive { get; }

    [Hidden(64), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)] public partial Layer Negative { get; }

    [Output(1), From(nameof(Positive), nameof(Negative))] public partial Layer Label { get; }
}

/// <summary>Exclusive-or with one pathway of 32 units per point.</summary>
[GatedNetwork]
public sealed partial class XorGating
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(4)] public partial Selector Sample { get; }

    [Hidden(32), From(nameof(Stimulus)), OnePer(nameof(Sample))] public partial LayerBank Points { get; }

    [Output(1), From(nameof(Points))] public partial Layer Label { get; }
}
