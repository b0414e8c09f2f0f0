namespace GateDsl.Numerics.Tests.Layers;

/// <summary>Biases on a layer, a bank and an output; the twin has its own, leaks, and has two widths.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(6, 3, Bias = true, Slope = 0.25)]
public sealed partial class Biased
{
    [Input(2)] public partial Layer Stimulus { get; }

    [Selector(2)] public partial Selector Half { get; }

    [Hidden(4, Bias = true), From(nameof(Stimulus))] public partial Layer Low { get; }

    [Hidden(3, Bias = true), From(nameof(Low)), OnePer(nameof(Half))] public partial LayerBank High { get; }

    [Output(2, Bias = true), From(nameof(High))] public partial Layer Answer { get; }
}

/// <summary>One hidden layer, so that its race is known before weights are drawn.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(20, Bias = true)]
public sealed partial class BiasedOnce
{
    [Input(2)] public partial Layer Stimulus { get; }

    [Hidden(40, Bias = true), From(nameof(Stimulus))] public partial Layer Common { get; }

    [Output(2, Bias = true), From(nameof(Common))] public partial Layer Answer { get; }
}

/// <summary>A unit that leaks all is linear.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(5, Slope = 1)]
public sealed partial class LeaksAll
{
    [Input(2)] public partial Layer Stimulus { get; }

    [Hidden(5), From(nameof(Stimulus))] public partial Layer Hidden1 { get; }

    [Output(2), From(nameof(Hidden1))] public partial Layer Answer { get; }
}
