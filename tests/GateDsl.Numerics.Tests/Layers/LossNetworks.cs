namespace GateDsl.Numerics.Tests.Layers;

/// <summary>An output of every loss, and one of them gated.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(7)]
public sealed partial class AllLosses
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(2)] public partial Selector Half { get; }

    [Hidden(4), From(nameof(Stimulus))] public partial Layer Common { get; }

    [Output(3, Loss = OutputLoss.CrossEntropy), From(nameof(Common)), ActiveIn(nameof(Half), 0)] public partial Layer Kind { get; }

    [Output(2, Loss = OutputLoss.Logistic), From(nameof(Common))] public partial Layer Traits { get; }

    [Output(1), From(nameof(Common))] public partial Layer Size { get; }
}

/// <summary>Nothing here is given as a number that is no index: there is one way to give the data.</summary>
[GatedNetwork]
public sealed partial class LabelsOnly
{
    [OneHotInput(4)] public partial Layer Word { get; }

    [Hidden(5), From(nameof(Word))] public partial Layer Code { get; }

    [Output(4, Loss = OutputLoss.CrossEntropy), From(nameof(Code))] public partial Layer Next { get; }
}
