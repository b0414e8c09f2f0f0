using GateDsl;

namespace Paper.Depth;

/// <summary>A ReLU network with two hidden layers on the three contexts; its twin is as deep, and the same network.</summary>
[GatedNetwork]
[ReluTwin(DepthSettings.Units)]
internal sealed partial class TwoLayers
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>Each unit is on where its own pre-activation is positive.</summary>
    [Hidden(DepthSettings.Units), From(nameof(Item), nameof(Context)), SelfGated]
    public partial Layer First { get; }

    /// <summary>Each unit is on where its own pre-activation is positive.</summary>
    [Hidden(DepthSettings.Units), From(nameof(First)), SelfGated]
    public partial Layer Second { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Second))]
    public partial Layer Properties { get; }
}
