using GateDsl.Gating;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Members;

/// <summary>What a network tells of itself: its layers and edges with their gates, and the domain that the gates are functions of.</summary>
internal sealed record DescriptionPlan
{
    /// <summary>All layers, in declaration order.</summary>
    public required EquatableArray<DescribedLayer> Layers { get; init; }

    /// <summary>All members that show weights, with the gate of their edges.</summary>
    public required EquatableArray<DescribedEdges> Edges { get; init; }

    /// <summary>The indices of a datapoint in declaration order, over which gates are tabulated.</summary>
    public required KeyedArray<string, LayerModel> Indices { get; init; }

    /// <summary>Inputs and selectors as parts of the domain.</summary>
    public required IReadOnlyList<DomainPart> Domain { get; init; }

    /// <summary>Some gate is told as a table over the indices of a datapoint.</summary>
    public bool HasTables => Layers.SelectMany(layer => layer.Gates).Concat(Edges.Select(edges => edges.Gate)).Any(gate => gate.HasTable);

    public static DescriptionPlan Of(NetworkModel model, NetworkPlan network)
    {
        ILookup<string, ModulePlan> modules = network.Modules.ToLookup(module => module.Layer);
        ILookup<string, Gate> opened = network.Modules.SelectMany(module => module.Edges).ToLookup(edge => edge.Member, edge => edge.When);
        return new DescriptionPlan
        {
            Layers = model.Layers.Select(layer => new DescribedLayer(
                layer, modules[layer.Name].Select(module => Described(module.Gate, model)).ToEquatableArray())).ToEquatableArray(),
            Edges = network.Weights.Select(member => new DescribedEdges(
                member, Described(opened[member.Name].FirstOrDefault() ?? Gate.Always, model))).ToEquatableArray(),
            Indices = model.Layers.Where(layer => layer.IsIndex).ToKeyedArray(layer => layer.Name),
            Domain = DeclaredDomain.Parts(model),
        };
    }

    /// <summary>A gate that is not always on has a table where every rule in it can be evaluated at compile time, and no number.</summary>
    private static DescribedGate Described(Gate gate, NetworkModel model) =>
        new(gate, !gate.IsAlways && gate.Numbers.Count == 0 && gate.Rules.All(rule => model.Rule(rule).NotEvaluable is null));
}

/// <summary>A gate, and whether its values at all datapoints of the domain are told.</summary>
internal sealed record DescribedGate(Gate Gate, bool HasTable);

/// <summary>A layer and the gates of its modules.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Gates">One for each copy of a bank, one for another layer that is hidden or an output; an input has none.</param>
internal sealed record DescribedLayer(LayerModel Layer, EquatableArray<DescribedGate> Gates)
{
    /// <summary>What the layer and each of its gates, with its domain and its table, loads and stores.</summary>
    public int Operands => 4 * (1 + Gates.Count);
}

/// <summary>A member that shows weights, and the gate of its edges.</summary>
internal sealed record DescribedEdges(WeightMember Member, DescribedGate Gate)
{
    /// <summary>What the edge and its gate load and store, and the pairs of copies of two banks.</summary>
    public int Operands => 8 + (Member.Shape == WeightShape.Grid ? Member.Extent[0] : 0);
}
