using GateDsl;

namespace Paper.Fig4;

/// <summary>
/// The ReLN of P1 §4: one pathway that is always on, and one for each pair of contexts. The paper finds it in a trained ReLU network of
/// 700 units, which is the twin.
/// </summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(Fig4Settings.ReluUnits)]
[ContextTask(Contexts = 3, Structure = ContextStructure.Different, StepSize = Fig4Settings.StepSize)]
internal sealed partial class ThreeContexts
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>What the contexts share; the context feeds it like a bias, it does not gate it.</summary>
    [Hidden(Fig4Settings.Units), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>What holds in two contexts and not in the third: contexts {0, 1}, {0, 2}, {1, 2}.</summary>
    [Hidden(Fig4Settings.Units), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank Pairs { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Common), nameof(Pairs))]
    public partial Layer Properties { get; }
}
