using GateDsl;

namespace Paper.Fig2;

/// <summary>Exclusive-or as such (P1 §3): one pathway for each of the four points. The twin is the ReLU network that chooses between both gatings.</summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(Fig2Settings.ReluUnits)]
[XorTask(Margin = Fig2Settings.DeclaredMargin, StepSize = Fig2Settings.SumStepSize, Sigma = Fig2Settings.Sigma)]
internal sealed partial class XorGating
{
    /// <summary>Two bits as -1 and 1, then the margin with the sign of the label.</summary>
    [Input(3)]
    public partial Layer Point { get; }

    /// <summary>Which of the four points.</summary>
    [Selector(4)]
    public partial Selector Sample { get; }

    /// <summary>Each copy is on at one point.</summary>
    [Hidden(Fig2Settings.XorUnits), From(nameof(Point)), OnePer(nameof(Sample))]
    public partial LayerBank Single { get; }

    /// <summary>The label.</summary>
    [Output(1), From(nameof(Single))]
    public partial Layer Label { get; }
}
