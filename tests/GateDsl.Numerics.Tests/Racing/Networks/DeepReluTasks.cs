namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>A ReLU network with two hidden layers of a contextual task.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(160, 240)]
public sealed partial class DeepReluOf2X4
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(2)] public partial Layer Context { get; }

    [Hidden(160), From(nameof(Item), nameof(Context)), SelfGated] public partial Layer First { get; }

    [Hidden(240), From(nameof(First)), SelfGated] public partial Layer Second { get; }

    [Output(21), From(nameof(Second))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="DeepReluOf2X4"/>
[GatedNetwork]
public sealed partial class DeepReluOf3X8
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(420), From(nameof(Item), nameof(Context)), SelfGated] public partial Layer First { get; }

    [Hidden(420), From(nameof(First)), SelfGated] public partial Layer Second { get; }

    [Output(60), From(nameof(Second))] public partial Layer Properties { get; }
}

/// <inheritdoc cref="DeepReluOf2X4"/>
[GatedNetwork]
public sealed partial class DeepReluOf4X8
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(4)] public partial Layer Context { get; }

    [Hidden(300), From(nameof(Item), nameof(Context)), SelfGated] public partial Layer First { get; }

    [Hidden(600), From(nameof(First)), SelfGated] public partial Layer Second { get; }

    [Output(75), From(nameof(Second))] public partial Layer Properties { get; }
}

/// <summary>A ReLU network with three hidden layers.</summary>
[GatedNetwork]
public sealed partial class ThreeLayerReluOf3X8
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(200), From(nameof(Item), nameof(Context)), SelfGated] public partial Layer First { get; }

    [Hidden(200), From(nameof(First)), SelfGated] public partial Layer Second { get; }

    [Hidden(200), From(nameof(Second)), SelfGated] public partial Layer Third { get; }

    [Output(60), From(nameof(Third))] public partial Layer Properties { get; }
}

/// <summary>A linear first layer under one that gates itself.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class LinearBelow2X4
{
    /// <summary>Units of the linear layer.</summary>
    public const int Units = 43;

    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(2)] public partial Layer Context { get; }

    [Hidden(Units), From(nameof(Item), nameof(Context))] public partial Layer First { get; }

    [Hidden(240), From(nameof(First)), SelfGated] public partial Layer Second { get; }

    [Output(21), From(nameof(Second))] public partial Layer Properties { get; }
}
