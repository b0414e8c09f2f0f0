namespace GateDsl.Benchmarks.Networks;

/// <summary>P1 §3: the linear gating of exclusive-or, a pathway of 64 units per label, and the ReLU network 3-128-1.</summary>
[GatedNetwork, ReluTwin(128)]
internal sealed partial class ExclusiveOr
{
    [Input(3)]
    public partial Layer Stimulus { get; }

    [Selector(4)]
    public partial Selector Sample { get; }

    [Hidden(64), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0, 1)]
    public partial Layer Positive { get; }

    [Hidden(64), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)]
    public partial Layer Negative { get; }

    [Output(1), From(nameof(Positive), nameof(Negative))]
    public partial Layer Answer { get; }
}
