using GateDsl;

namespace Paper.Fig4;

/// <summary>A candidate that loses the race (P1 §4): the common pathway, and one pathway for each single context.</summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
internal sealed partial class ThreeContextsSingles
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>What the contexts share.</summary>
    [Hidden(Fig4Settings.Units), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>What holds in one context alone.</summary>
    [Hidden(Fig4Settings.Units), From(nameof(Item)), OnePer(nameof(Context))]
    public partial LayerBank Singles { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Common), nameof(Singles))]
    public partial Layer Properties { get; }
}
