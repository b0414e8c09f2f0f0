using GateDsl;

namespace Paper.Fig7;

/// <summary>The deep linear network of P1 App. A: one pathway without a gate, from four living things to seven properties.</summary>
[GatedNetwork(Precision = Precision.Double)]
[HierarchyTask(Objects = 4, StepSize = Fig7Settings.StepSize, Sigma = Fig7Settings.Sigma)]
internal sealed partial class DeepLinear
{
    /// <summary>Canary, salmon, oak or rose.</summary>
    [OneHotInput(4)]
    public partial Layer Item { get; }

    /// <summary>Linear: without a gate a hidden layer only multiplies.</summary>
    [Hidden(64), From(nameof(Item))]
    public partial Layer Shared { get; }

    /// <summary>Grow, move, roots, fly, swim, bark, petals.</summary>
    [Output(7), From(nameof(Shared))]
    public partial Layer Properties { get; }
}
