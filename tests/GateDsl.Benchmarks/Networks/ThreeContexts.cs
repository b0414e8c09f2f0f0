namespace GateDsl.Benchmarks.Networks;

/// <summary>P1 §4: four pathways of 100 units, and the ReLU network of 700.</summary>
[GatedNetwork, ReluTwin(700)]
internal sealed partial class ThreeContexts
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank Pairs { get; }

    [Output(60), From(nameof(Common), nameof(Pairs))]
    public partial Layer Properties { get; }
}
