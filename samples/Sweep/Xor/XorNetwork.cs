using GateDsl;

namespace Sweep.Xor;

/// <summary>Exclusive-or with a margin (P1 §3): one pathway for each point, and the ReLU network that chooses its gating as its twin.</summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(MostUnits)]
[XorTask(Margin = 0.4, StepSize = StepSize / 4, Sigma = XorNetwork.Sigma)]
internal sealed partial class XorNetwork
{
    /// <summary>Units that there is room for.</summary>
    public const int MostUnits = 256;

    /// <summary>On the Mean loss.</summary>
    public const double StepSize = 0.02;

    /// <summary>Of the initial weights.</summary>
    public const double Sigma = 1e-3;

    /// <summary>Two bits as -1 and 1, then the margin with the sign of the label.</summary>
    [Input(3)]
    public partial Layer Point { get; }

    /// <summary>Which of the four points.</summary>
    [Selector(4)]
    public partial Selector Sample { get; }

    /// <summary>Each copy is on at one point.</summary>
    [Hidden(32), From(nameof(Point)), OnePer(nameof(Sample))]
    public partial LayerBank Single { get; }

    /// <summary>The label.</summary>
    [Output(1), From(nameof(Single))]
    public partial Layer Label { get; }
}
