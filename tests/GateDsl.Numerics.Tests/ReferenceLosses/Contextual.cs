namespace GateDsl.Numerics.Tests.ReferenceLosses;

/// <summary>P1 §4 in the authors' setting: one common pathway and one for every pair of contexts, 100 units each; the ReLU network of 700.</summary>
[GatedNetwork(Rectified = true)]
[ReluTwin(700)]
public sealed partial class CommonAndPairs
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }

    [Output(60), From(nameof(Common), nameof(Pairs))] public partial Layer Properties { get; }
}

/// <summary>The same with one pathway for every single context.</summary>
[GatedNetwork(Rectified = true)]
public sealed partial class CommonAndSingles
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Singles { get; }

    [Output(60), From(nameof(Common), nameof(Singles))] public partial Layer Properties { get; }
}
