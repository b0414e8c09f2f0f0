namespace GateDsl.Benchmarks.Networks;

/// <summary>P1 §6: its ReLU twin is 11-420-420-60. Only the twin is measured.</summary>
[GatedNetwork, ReluTwin(420)]
internal sealed partial class TwoHiddenLayers
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(1), From(nameof(Item), nameof(Context))]
    public partial Layer First { get; }

    [Hidden(1), From(nameof(First))]
    public partial Layer Second { get; }

    [Output(60), From(nameof(Second))]
    public partial Layer Properties { get; }
}
