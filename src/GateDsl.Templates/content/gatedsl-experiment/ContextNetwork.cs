using GateDsl;

/// <summary>
/// Eight objects in three contexts, and the ReLU network of 200 hidden units on the same data. The task attribute tells the compiler the data,
/// so it warns where the declaration cannot learn them, and writes the experiment that Program.cs runs.
/// </summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(200)]
[ContextTask(Contexts = 3, Structure = ContextStructure.Different)]
public sealed partial class ContextNetwork
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
