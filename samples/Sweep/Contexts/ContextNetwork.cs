using GateDsl;

namespace Sweep.Contexts;

/// <summary>
/// Eight objects in several contexts (P1 §5), with room for six contexts. A context that no datapoint names feeds nothing, and its properties are
/// 0 with weights of 0, so the network serves every number of contexts up to its own.
/// </summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(MostUnits)]
internal sealed partial class ContextNetwork
{
    /// <summary>Units that there is room for.</summary>
    public const int MostUnits = 1000;

    /// <summary>Contexts that there is room for.</summary>
    public const int MostContexts = 6;

    /// <summary>Properties of each context's block, and of the block of all.</summary>
    public const int PropertiesOfBlock = 15;

    /// <summary>Properties that there is room for.</summary>
    public const int MostProperties = (MostContexts + 1) * PropertiesOfBlock;

    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which context.</summary>
    [OneHotInput(MostContexts)]
    public partial Layer Context { get; }

    /// <summary>What the contexts share.</summary>
    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>What holds in all contexts but one.</summary>
    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), MostContexts - 1)]
    public partial LayerBank AllButOne { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(MostProperties), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}
