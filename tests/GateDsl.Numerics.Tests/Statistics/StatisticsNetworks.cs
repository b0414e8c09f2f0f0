namespace GateDsl.Numerics.Tests.Statistics;

/// <summary>One-hot inputs only, gates; two outputs, one of them a bank, wide enough that maps stand by features.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class ManyIndices
{
    [OneHotInput(3)] public partial Layer A { get; }

    [OneHotInput(3)] public partial Layer B { get; }

    [OneHotInput(3)] public partial Layer C { get; }

    [OneHotInput(3)] public partial Layer D { get; }

    [Hidden(20), From(nameof(A), nameof(B), nameof(C), nameof(D)), ActiveIn(nameof(A), 0, 2)] public partial Layer Some { get; }

    [Hidden(9), From(nameof(A), nameof(B), nameof(C)), OnePer(nameof(D))] public partial LayerBank Each { get; }

    [Output(6), From(nameof(Some), nameof(Each))] public partial Layer First { get; }

    [Output(7), From(nameof(Some)), OnePer(nameof(B))] public partial LayerBank Second { get; }
}

/// <summary>So many combinations of one-hot inputs that their correlations are smaller.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class ManyBits
{
    [OneHotInput(2)] public partial Layer A { get; }

    [OneHotInput(2)] public partial Layer B { get; }

    [OneHotInput(2)] public partial Layer C { get; }

    [OneHotInput(2)] public partial Layer D { get; }

    [OneHotInput(2)] public partial Layer E { get; }

    [OneHotInput(2)] public partial Layer F { get; }

    [Hidden(20), From(nameof(A), nameof(B), nameof(C), nameof(D), nameof(E), nameof(F))] public partial Layer All { get; }

    [Output(6), From(nameof(All))] public partial Layer Sum { get; }
}

/// <summary>Dense and one-hot inputs, gates that split the dense one, a direct path, biases, an output bank.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Sensory
{
    [Input(7)] public partial Layer Stimulus { get; }

    [Input(4)] public partial Layer Drive { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Selector(2)] public partial Selector Half { get; }

    [Hidden(12, Bias = true), From(nameof(Stimulus)), From(nameof(Drive), When = nameof(Odd))] public partial Layer Low { get; }

    [Hidden(8), From(nameof(Low), nameof(Context)), OnePer(nameof(Half))] public partial LayerBank High { get; }

    [Output(3, Bias = true), From(nameof(High), nameof(Stimulus))] public partial Layer Answer { get; }

    [Output(2), From(nameof(Low)), OnePer(nameof(Context))] public partial LayerBank Kind { get; }

    private static bool Odd(int context) => context % 2 == 1;
}

/// <summary>
/// Gated by numbers: a copy for each, by one of them twice along a path, by several together, beside a selector, and an output by one.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Gains
{
    [Input(4)] public partial Layer Pixels { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [GateInput(3)] public partial GateInput Open { get; }

    [GateInput(1)] public partial GateInput Gain { get; }

    [Hidden(6), From(nameof(Pixels), nameof(Context)), OnePer(nameof(Open))] public partial LayerBank Expert { get; }

    [Hidden(5), From(nameof(Expert)), GatedBy(nameof(Open), 1)] public partial Layer Twice { get; }

    [Hidden(7, Bias = true), From(nameof(Pixels)), GatedBy(nameof(Open), 2), GatedBy(nameof(Gain), 0),
        ActiveIn(nameof(Context), 0, 2)]
    public partial Layer Both { get; }

    [Output(3), From(nameof(Expert), nameof(Twice), nameof(Both), nameof(Pixels))] public partial Layer Answer { get; }

    [Output(2), From(nameof(Both), nameof(Twice)), GatedBy(nameof(Gain), 0)] public partial Layer Kind { get; }
}

/// <summary>One dense input, nothing gated.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Images
{
    [Input(40)] public partial Layer Pixels { get; }

    [Hidden(50), From(nameof(Pixels))] public partial Layer Common { get; }

    [Output(6), From(nameof(Common))] public partial Layer Digit { get; }
}

/// <summary>Single precision; its sums are in double.</summary>
[GatedNetwork]
public sealed partial class SinglePrecision
{
    [Input(6)] public partial Layer Pixels { get; }

    [Selector(2)] public partial Selector Half { get; }

    [Hidden(9), From(nameof(Pixels)), OnePer(nameof(Half))] public partial LayerBank Parts { get; }

    [Output(3), From(nameof(Parts))] public partial Layer Digit { get; }
}

/// <summary>Trained by cross-entropy.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Labelled
{
    [Input(3)] public partial Layer Pixels { get; }

    [Hidden(4), From(nameof(Pixels))] public partial Layer Common { get; }

    [Output(3, Loss = OutputLoss.CrossEntropy), From(nameof(Common))] public partial Layer Digit { get; }
}

/// <summary>Gated by itself.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Rectified
{
    [Input(3)] public partial Layer Pixels { get; }

    [Hidden(4), SelfGated, From(nameof(Pixels))] public partial Layer Units { get; }

    [Output(3), From(nameof(Units))] public partial Layer Digit { get; }
}
