using GateDsl;

namespace Paper.Fig6;

/// <summary>
/// <see cref="FixedGates"/> while its pairs are closed: a pathway with a closed gate neither answers nor learns, so it is left out. Layers and
/// edges have the same names, and so the same initial weights.
/// </summary>
[GatedNetwork]
internal sealed partial class FixedGatesClosed
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>Linear and always on.</summary>
    [Hidden(Fig6Settings.Units), From(nameof(Item), nameof(Context))]
    public partial Layer First { get; }

    /// <summary>Always on.</summary>
    [Hidden(Fig6Settings.CommonUnits), From(nameof(First))]
    public partial Layer Common { get; }

    /// <summary>The properties of the object.</summary>
    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}
