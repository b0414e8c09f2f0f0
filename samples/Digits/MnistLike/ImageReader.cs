using GateDsl;

namespace Digits.MnistLike;

/// <summary>From an image to its digit. The network is linear, as its hidden layer has no gate; its twin is the ReLU network.</summary>
[GatedNetwork]
[ReluTwin(MnistLikeSettings.Units)]
internal sealed partial class ImageReader
{
    /// <summary>8 x 8 pixels.</summary>
    [Input(RoutedDigits.Pixels)]
    public partial Layer Pixels { get; }

    /// <summary>Without a gate a hidden layer only multiplies.</summary>
    [Hidden(MnistLikeSettings.Units), From(nameof(Pixels))]
    public partial Layer Linear { get; }

    /// <summary>A logit for each digit.</summary>
    [Output(RoutedDigits.Classes, Loss = OutputLoss.CrossEntropy), From(nameof(Linear))]
    public partial Layer Digit { get; }
}
