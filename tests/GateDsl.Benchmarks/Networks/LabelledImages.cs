namespace GateDsl.Benchmarks.Networks;

/// <summary>Images and labels: its ReLU twin is 784-128-10 with cross-entropy. Only the twin is measured.</summary>
[GatedNetwork, ReluTwin(128)]
internal sealed partial class LabelledImages
{
    [Input(784)]
    public partial Layer Pixels { get; }

    [Hidden(1), From(nameof(Pixels))]
    public partial Layer Code { get; }

    [Output(10, Loss = OutputLoss.CrossEntropy), From(nameof(Code))]
    public partial Layer Class { get; }
}
