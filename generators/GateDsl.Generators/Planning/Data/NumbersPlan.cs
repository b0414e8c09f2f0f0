using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Data;

/// <summary>What a data set has of gates that are numbers.</summary>
internal sealed record NumbersPlan
{
    /// <summary>Layers that several numbers multiply, whose products are kept.</summary>
    public required EquatableArray<MultipliedLayer> Multiplied { get; init; }

    /// <summary>The gates of hidden modules that a report on a data set is about.</summary>
    public required EquatableArray<ReportedGate> Reported { get; init; }

    public static NumbersPlan Of(NetworkPlan network) => new()
    {
        Multiplied = network.Modules.Where(module => module.Factors.Count > 1).GroupBy(module => module.Layer)
            .Select(layer => new MultipliedLayer(
                layer.Key, layer.First().Copy is not null, layer.Select(module => module.Factors).ToEquatableArray()))
            .ToEquatableArray(),
        Reported = network.HiddenModules.Select(module => new ReportedGate(module.Id, GateOf(module)))
            .Where(reported => !reported.Gate.IsNever).ToEquatableArray(),
    };

    /// <summary>Where the module is on, with the gate of its edges where all come from inputs and share one: no unit sees the difference.</summary>
    private static Gate GateOf(ModulePlan module) =>
        module.Edges.Count > 0 && module.Edges.All(edge => edge.FromInput && edge.When == module.Edges[0].When) ? module.Edges[0].On : module.Gate;
}

/// <summary>A layer that several numbers multiply.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="IsBank">It has a product for each copy; else one.</param>
/// <param name="Products">The factors of each product.</param>
internal sealed record MultipliedLayer(string Layer, bool IsBank, EquatableArray<EquatableArray<NumberGate>> Products);

/// <summary>A hidden module, and where it is on.</summary>
internal sealed record ReportedGate(ModuleId Module, Gate Gate);
