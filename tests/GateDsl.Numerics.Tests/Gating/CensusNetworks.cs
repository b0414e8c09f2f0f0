namespace GateDsl.Numerics.Tests.Gating;

/// <summary>One hidden layer, a one-hot item, a context and a selector.</summary>
[GatedNetwork, ReluTwin(40), ContextTask(Contexts = 3, Objects = 4)]
public sealed partial class ShallowCensus
{
    [OneHotInput(4)] public partial Layer Item { get; }
    [OneHotInput(3)] public partial Layer Context { get; }
    [Hidden(6), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
    [Output(28), From(nameof(Common))] public partial Layer Properties { get; }
}

/// <summary>Two hidden layers on a path, a dense input that a selector stands for.</summary>
[GatedNetwork(Precision = Precision.Double), ReluTwin(30)]
public sealed partial class DeepCensus
{
    [Input(2)] public partial Layer Stimulus { get; }
    [Selector(4)] public partial Selector Sample { get; }
    [Hidden(5), From(nameof(Stimulus))] public partial Layer First { get; }
    [Hidden(5), From(nameof(First))] public partial Layer Second { get; }
    [Output(1), From(nameof(Second))] public partial Layer Answer { get; }
}

/// <summary>P1 §4 with its ReLU network.</summary>
[GatedNetwork(Precision = Precision.Double), ReluTwin(700), ContextTask(Contexts = 3, Structure = ContextStructure.Different)]
public sealed partial class ThreeContextsCensus
{
    [OneHotInput(8)] public partial Layer Item { get; }
    [OneHotInput(3)] public partial Layer Context { get; }
    [Hidden(10), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
    [Output(60), From(nameof(Common))] public partial Layer Properties { get; }
}
