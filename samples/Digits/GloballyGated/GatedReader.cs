using GateDsl;

namespace Digits.GloballyGated;

/// <summary>
/// The globally gated network of Li and Sompolinsky (2022) on images: a small linear pathway for each of 50 half-spaces of the pixels, drawn once and fixed.
/// Its twin, with as many hidden units and weights, finds its gates while it trains.
/// </summary>
[GatedNetwork]
[ReluTwin(GloballyGatedSettings.Units)]
internal sealed partial class GatedReader
{
    /// <summary>8 x 8 pixels.</summary>
    [Input(RoutedDigits.Pixels)]
    public partial Layer Pixels { get; }

    /// <summary>On which side of each plane the image lies.</summary>
    [GateInput(GloballyGatedSettings.HalfSpaces)]
    public partial GateInput Side { get; }

    /// <summary>A pathway per half-space.</summary>
    [Hidden(GloballyGatedSettings.UnitsPerGate), From(nameof(Pixels)), OnePer(nameof(Side))]
    public partial LayerBank Beyond { get; }

    /// <summary>A logit for each digit.</summary>
    [Output(RoutedDigits.Classes, Loss = OutputLoss.CrossEntropy), From(nameof(Beyond))]
    public partial Layer Digit { get; }
}
