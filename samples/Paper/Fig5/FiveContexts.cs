using GateDsl;

namespace Paper.Fig5;

/// <summary>
/// The ReLN of P1 §5 for five contexts: one pathway that is always on, and for each context one that is on in all the others. The twin is the
/// ReLU network that it imitates.
/// </summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(Fig5Settings.FiveTwinUnits)]
[ContextTask(Contexts = 5, Objects = Fig5Settings.Objects, Structure = ContextStructure.Same, StepSize = Fig5Settings.StepSize)]
internal sealed partial class FiveContexts
{
    /// <summary>Which of the objects is shown.</summary>
    [OneHotInput(Fig5Settings.Objects)]
    public partial Layer Item { get; }

    /// <summary>In which of the five contexts.</summary>
    [OneHotInput(5)]
    public partial Layer Context { get; }

    /// <summary>What the contexts share.</summary>
    [Hidden(Fig5Settings.Units), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>What holds in all contexts but one.</summary>
    [Hidden(Fig5Settings.Units), From(nameof(Item)), OnePerSubset(nameof(Context), 4)]
    public partial LayerBank AllButOne { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(6 * Fig5Settings.Block), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}
