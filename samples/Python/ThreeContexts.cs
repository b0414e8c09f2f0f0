using GateDsl;

/// <summary>P1 §4: eight objects in three contexts. One pathway for what all contexts share, one for each pair of contexts.</summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(700)]
[ContextTask(Contexts = 3, Structure = ContextStructure.Different)]
public sealed partial class ThreeContexts
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>What holds in every context.</summary>
    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>What holds in two contexts and not in the third.</summary>
    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank Pairs { get; }

    [Output(60), From(nameof(Common), nameof(Pairs))]
    public partial Layer Properties { get; }
}
