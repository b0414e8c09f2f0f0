namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>Ungated networks whose twins are the ReLU networks to predict: other numbers of contexts and objects, other widths.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(100)]
public sealed partial class ReluOf2X4
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(2)] public partial Layer Context { get; }

    [Hidden(4), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Output(21), From(nameof(Common))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ReluOf2X4"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(300)]
public sealed partial class ReluOf4X4
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(4)] public partial Layer Context { get; }

    [Hidden(4), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Output(35), From(nameof(Common))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ReluOf2X4"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(1000)]
public sealed partial class ReluOf3X4
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(4), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Output(28), From(nameof(Common))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ReluOf2X4"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(500)]
public sealed partial class ReluOf5X8
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(5)] public partial Layer Context { get; }

    [Hidden(4), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Output(90), From(nameof(Common))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="ReluOf2X4"/>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(400)]
public sealed partial class ReluOf3X16
{
    [OneHotInput(16)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(4), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Output(124), From(nameof(Common))] public partial Layer Properties { get; }
}
