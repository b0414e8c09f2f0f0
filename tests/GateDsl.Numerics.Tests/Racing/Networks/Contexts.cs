namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>Common, and one pathway for all contexts but one: the ReLN of P1 §5.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(700)]
[ContextTask(Contexts = 3)]
public sealed partial class ThreeContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Own { get; }

    [Output(60), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ThreeContexts"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(500)]
[ContextTask(Contexts = 4)]
public sealed partial class FourContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(4)] public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 3)] public partial LayerBank Own { get; }

    [Output(75), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ThreeContexts"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(600)]
[ContextTask(Contexts = 5)]
public sealed partial class FiveContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(5)] public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 4)] public partial LayerBank Own { get; }

    [Output(90), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ThreeContexts"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(700)]
[ContextTask(Contexts = 6)]
public sealed partial class SixContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(6)] public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 5)] public partial LayerBank Own { get; }

    [Output(105), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
}

/// <summary>The same with a bias everywhere, beside a twin whose units have one too and leak.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(700, Bias = true, Slope = 0.1)]
[ContextTask(Contexts = 3)]
public sealed partial class BiasedContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(100, Bias = true), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(100, Bias = true), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Own { get; }

    [Output(60, Bias = true), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
}
