namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>Too narrow for the hierarchy (GDSL201, were its task declared).</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NarrowLinear
{
    [OneHotInput(4)] public partial Layer Thing { get; }

    [Hidden(3), From(nameof(Thing))] public partial Layer Code { get; }

    [Output(7), From(nameof(Code))] public partial Layer Properties { get; }
}

/// <summary>Singles beside pairs, which lose the race (GDSL203, were the task declared).</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class PairsAndSingles
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(50), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(50), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }

    [Hidden(50), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Singles { get; }

    [Output(28), From(nameof(Common), nameof(Pairs), nameof(Singles))] public partial Layer Properties { get; }
}

/// <summary>Too narrow for the hierarchy but for the bias of its output, which learns its mean (GDSL201 has nothing to say, were its task declared).</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NarrowBiased
{
    [OneHotInput(4)] public partial Layer Thing { get; }

    [Hidden(3), From(nameof(Thing))] public partial Layer Code { get; }

    [Output(7, Bias = true), From(nameof(Code))] public partial Layer Properties { get; }
}

/// <summary>Too narrow for the hierarchy: a bias of the hidden layer adds nothing to one-hot inputs.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NarrowHiddenBias
{
    [OneHotInput(4)] public partial Layer Thing { get; }

    [Hidden(3, Bias = true), From(nameof(Thing))] public partial Layer Code { get; }

    [Output(7), From(nameof(Code))] public partial Layer Properties { get; }
}

/// <summary>Wide, with biases everywhere (GDSL204).</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class BiasedHierarchy
{
    [OneHotInput(4)] public partial Layer Thing { get; }

    [Hidden(16, Bias = true), From(nameof(Thing))] public partial Layer Code { get; }

    [Output(7, Bias = true), From(nameof(Code))] public partial Layer Properties { get; }
}

/// <summary>Wide, with a bias of its hidden layer (GDSL202, 204).</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class HiddenBiasHierarchy
{
    [OneHotInput(4)] public partial Layer Thing { get; }

    [Hidden(16, Bias = true), From(nameof(Thing))] public partial Layer Code { get; }

    [Output(7), From(nameof(Code))] public partial Layer Properties { get; }
}

/// <summary>Singles beside pairs, which lose the race, with biases of all hidden layers (GDSL203, were the task declared).</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class BiasedPairsAndSingles
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(50, Bias = true), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(50, Bias = true), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }

    [Hidden(50, Bias = true), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Singles { get; }

    [Output(28), From(nameof(Common), nameof(Pairs), nameof(Singles))] public partial Layer Properties { get; }
}
