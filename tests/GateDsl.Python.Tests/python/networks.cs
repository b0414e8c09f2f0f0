using GateDsl;

/// <summary>P1 Figure 2: two inputs that are either equal or not.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(128)]
[XorTask(Margin = 0.5)]
public sealed partial class Xor
{
    [Input(3)]
    public partial Layer Stimulus { get; }

    [Selector(4)]
    public partial Selector Sample { get; }

    [Hidden(16), From(nameof(Stimulus)), OnePer(nameof(Sample))]
    public partial LayerBank Pathway { get; }

    [Output(1), From(nameof(Pathway))]
    public partial Layer Answer { get; }
}

/// <summary>Everything that a data set can be given: indices, labels, rows, gates as numbers; and names that are keywords of Python.</summary>
[GatedNetwork]
[ReluTwin(12, 9, Bias = true, Slope = 0.25)]
public sealed partial class Everything
{
    [Input(5)]
    public partial Layer Class { get; }

    [OneHotInput(4)]
    public partial Layer Lambda { get; }

    [GateInput(3)]
    public partial GateInput Open { get; }

    [Hidden(6, Bias = true), From(nameof(Class), nameof(Lambda)), OnePer(nameof(Open))]
    public partial LayerBank Expert { get; }

    [Hidden(4), From(nameof(Expert))]
    public partial Layer Deep { get; }

    [Output(3, Loss = OutputLoss.CrossEntropy, Bias = true), From(nameof(Deep))]
    public partial Layer Kind { get; }

    [Output(2, Loss = OutputLoss.Logistic), From(nameof(Expert))]
    public partial Layer Flags { get; }

    [Output(2), From(nameof(Deep), nameof(Class))]
    public partial Layer Rows { get; }
}
