using GateDsl;

namespace Paper.Fig2;

/// <summary>Exclusive-or as a linear task (P1 §3): the margin tells the labels apart, and one pathway serves each label.</summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[XorTask(Margin = Fig2Settings.DeclaredMargin, StepSize = Fig2Settings.SumStepSize, Sigma = Fig2Settings.Sigma)]
internal sealed partial class LinearGating
{
    /// <summary>Two bits as -1 and 1, then the margin with the sign of the label.</summary>
    [Input(3)]
    public partial Layer Point { get; }

    /// <summary>Which of the four points.</summary>
    [Selector(4)]
    public partial Selector Sample { get; }

    /// <summary>On at both points of the label +1.</summary>
    [Hidden(Fig2Settings.LinearUnits), From(nameof(Point)), ActiveIn(nameof(Sample), 0, 1)]
    public partial Layer Positive { get; }

    /// <summary>On at both points of the label -1.</summary>
    [Hidden(Fig2Settings.LinearUnits), From(nameof(Point)), ActiveIn(nameof(Sample), 2, 3)]
    public partial Layer Negative { get; }

    /// <summary>The label.</summary>
    [Output(1), From(nameof(Positive), nameof(Negative))]
    public partial Layer Label { get; }
}
