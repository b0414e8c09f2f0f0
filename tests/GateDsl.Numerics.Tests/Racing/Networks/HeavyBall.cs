namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>One hidden layer on the hierarchy, by heavy ball.</summary>
[GatedNetwork(Precision = Precision.Double), ReluTwin(16)]
[HierarchyTask(StepSize = 0.02, Momentum = 0.9, Sigma = 0.01)]
public sealed partial class HeavyBall
{
    [OneHotInput(4)]
    public partial Layer Thing { get; }

    [Hidden(16), From(nameof(Thing))]
    public partial Layer Code { get; }

    [Output(7), From(nameof(Code))]
    public partial Layer Properties { get; }
}
