namespace GateDsl.Numerics.Tests.Layers;

/// <summary>A bank with a copy per gate, layers by one number and by several, and a rule beside them.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(3)]
public sealed partial class Experts
{
    [Input(2)] public partial Layer Pixels { get; }

    [GateInput(3)] public partial GateInput Open { get; }

    [Hidden(4), From(nameof(Pixels)), OnePer(nameof(Open))] public partial LayerBank Expert { get; }

    [Hidden(4), From(nameof(Pixels)), GatedBy(nameof(Open), 2), GatedBy(nameof(Open), 0)] public partial Layer Both { get; }

    [Hidden(2), From(nameof(Expert)), GatedBy(nameof(Open), 1)] public partial Layer Deep { get; }

    [Output(2), From(nameof(Expert), nameof(Both), nameof(Deep))] public partial Layer Kind { get; }
}

/// <summary>As many gates as its twin has units, in single precision.</summary>
[GatedNetwork]
[ReluTwin(3)]
public sealed partial class Frozen
{
    [Input(2)] public partial Layer Pixels { get; }

    [GateInput(3)] public partial GateInput Open { get; }

    [Hidden(1), From(nameof(Pixels)), OnePer(nameof(Open))] public partial LayerBank Unit { get; }

    [Output(2), From(nameof(Unit))] public partial Layer Kind { get; }
}
