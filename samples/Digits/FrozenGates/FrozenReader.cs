using GateDsl;

namespace Digits.FrozenGates;

/// <summary>
/// A pathway of one unit for each hidden unit of the twin, with the gates of that unit as they were at one moment: with the twin's weights of that moment
/// it says what the twin says (P1 Def. 3.1).
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(FrozenSettings.Units)]
internal sealed partial class FrozenReader
{
    /// <summary>8 x 8 pixels.</summary>
    [Input(RoutedDigits.Pixels)]
    public partial Layer Pixels { get; }

    /// <summary>Which units of the twin were on at the image.</summary>
    [GateInput(FrozenSettings.Units)]
    public partial GateInput On { get; }

    /// <summary>The units, one by one.</summary>
    [Hidden(1), From(nameof(Pixels)), OnePer(nameof(On))]
    public partial LayerBank Unit { get; }

    /// <summary>A logit for each digit.</summary>
    [Output(RoutedDigits.Classes, Loss = OutputLoss.CrossEntropy), From(nameof(Unit))]
    public partial Layer Digit { get; }
}
