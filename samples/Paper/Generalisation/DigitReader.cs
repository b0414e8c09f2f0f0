using GateDsl;

namespace Paper.Generalisation;

/// <summary>From the pixels of a digit to one number for each of the ten: a linear network, and the ReLU network as its twin.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(GeneralisationSettings.DigitUnits)]
internal sealed partial class DigitReader
{
    /// <summary>An image of 8 x 8 pixels.</summary>
    [Input(64)]
    public partial Layer Pixels { get; }

    /// <summary>Always on.</summary>
    [Hidden(GeneralisationSettings.DigitUnits), From(nameof(Pixels))]
    public partial Layer Units { get; }

    /// <summary>1 for the digit and 0 for the others, less a tenth.</summary>
    [Output(10), From(nameof(Units))]
    public partial Layer Digit { get; }
}
