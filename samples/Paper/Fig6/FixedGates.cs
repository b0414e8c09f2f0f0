using GateDsl;

namespace Paper.Fig6;

/// <summary>The authors' gated network for P1 §6: a linear first layer, and the pathways of §4 in the second one.</summary>
[GatedNetwork]
internal sealed partial class FixedGates
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>Linear and always on; it also tells the second layer the context.</summary>
    [Hidden(Fig6Settings.Units), From(nameof(Item), nameof(Context))]
    public partial Layer First { get; }

    /// <summary>Always on.</summary>
    [Hidden(Fig6Settings.CommonUnits), From(nameof(First))]
    public partial Layer Common { get; }

    /// <summary>What holds in two contexts and not in the third.</summary>
    [Hidden(60), From(nameof(First)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank Pairs { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Common), nameof(Pairs))]
    public partial Layer Properties { get; }
}
