using GateDsl;

namespace Paper.Fig4;

/// <summary>
/// Both candidates of P1 §4 in one network: the common pathway, one pathway for each pair of contexts and one for each single context.
/// They race; the singles stay behind.
/// </summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
internal sealed partial class ThreeContextsBoth
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

    /// <summary>What holds in two contexts and not in the third.</summary>
    [Hidden(Fig4Settings.Units), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank Pairs { get; }

    /// <summary>What holds in one context alone.</summary>
    [Hidden(Fig4Settings.Units), From(nameof(Item)), OnePer(nameof(Context))]
    public partial LayerBank Singles { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Common), nameof(Pairs), nameof(Singles))]
    public partial Layer Properties { get; }
}
