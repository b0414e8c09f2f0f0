using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>How the training of a network is predicted: its pathways, and the width-reduced network on which the reductions work.</summary>
internal sealed record RacePlan
{
    /// <summary>The network with every hidden module as wide as what it touches, in double precision.</summary>
    public required NetworkPlan Narrow { get; init; }

    /// <summary>The pathways that are on somewhere, by the order of their modules.</summary>
    public required EquatableArray<PathwayPlan> Pathways { get; init; }

    /// <summary>No path has more than one hidden module: the Gram reduction applies.</summary>
    public required bool HasOneHiddenLayer { get; init; }

    /// <summary>The edges of Eq. 6: those into a pathway's first module count as one, those out of its last module too.</summary>
    public required KeyedArray<string, string> Edges { get; init; }

    public StatisticsPlan Statistics => Narrow.Statistics!;
}

/// <summary>All paths through the same modules, with their inputs and outputs stacked.</summary>
/// <param name="Name">The modules joined by '>': Common, Low[0]>High[0]; empty for the paths without a hidden module.</param>
/// <param name="Modules">The modules.</param>
/// <param name="Inputs">The stacked inputs.</param>
/// <param name="Outputs">The stacked outputs.</param>
/// <param name="Blocks">Which map each pair of input and output belongs to; pairs that are never on are missing.</param>
/// <param name="BetweenGates">Where each of the edges between its modules carries.</param>
/// <param name="Edges">Its edges in Eq. 6, from the inputs on.</param>
internal sealed record PathwayPlan(
    string Name,
    EquatableArray<ModuleId> Modules,
    EquatableArray<StackedLayer> Inputs,
    EquatableArray<StackedLayer> Outputs,
    KeyedArray<(ModuleId Input, ModuleId Output), PathwayBlock> Blocks,
    EquatableArray<Gate> BetweenGates,
    EquatableArray<string> Edges)
{
    /// <summary>Inputs that can carry at some datapoint.</summary>
    public IEnumerable<StackedLayer> CarryingInputs => Inputs.Where(input => !input.Gate.IsNever);

    /// <summary>Outputs that can carry at some datapoint.</summary>
    public IEnumerable<StackedLayer> CarryingOutputs => Outputs.Where(output => !output.Gate.IsNever);
}

/// <summary>An input or output in the stack of a pathway.</summary>
/// <param name="Name">The input or output module.</param>
/// <param name="Gate">Where the weights between it and the pathway's first or last module carry; in paths without a hidden module the blocks say.</param>
internal sealed record StackedLayer(ModuleId Name, Gate Gate);

/// <summary>One input and one output of a pathway.</summary>
/// <param name="Input">The input.</param>
/// <param name="Output">The output module.</param>
/// <param name="Map">The map that these paths are part of.</param>
/// <param name="Gate">Where all edges between the two carry.</param>
internal sealed record PathwayBlock(ModuleId Input, ModuleId Output, MapId Map, Gate Gate);
