using GateDsl;

/// <summary>
/// Eight objects in three contexts: one pathway for what holds in all contexts, one for each pair of contexts. Rename a layer, misspell a name,
/// or gate Pairs by a rule of your own, and the editor says what it means.
/// </summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
public sealed partial class ThreeContexts
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>What holds in every context.</summary>
    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>What holds in two contexts and not in the third: three copies, on in contexts {0, 1}, {0, 2} and {1, 2}.</summary>
    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank Pairs { get; }

    [Output(60), From(nameof(Common), nameof(Pairs))]
    public partial Layer Properties { get; }
}
