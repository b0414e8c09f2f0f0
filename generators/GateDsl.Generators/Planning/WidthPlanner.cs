using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// Width reduction: gradient descent never leaves the column space of Z = [incoming weights, outgoing weights transposed] of a hidden module, so a
/// module needs no more units than Z has columns.
/// </summary>
internal static class WidthPlanner
{
    /// <summary>The network with narrow hidden layers; null: no layer is wider than what it touches.</summary>
    public static NetworkPlan? Narrow(NetworkPlan network)
    {
        ILookup<ModuleId, int> outgoing = Outgoing(network);
        Dictionary<string, int> units = Units(network, module => Math.Min(module.Units, Touched(module, outgoing)));
        return network.Modules.Any(module => units[module.Layer] < module.Units) ? Narrow(network, units).Plan : null;
    }

    /// <summary>
    /// The network on which its race runs. With one hidden layer the expectation over all draws has full rank, so the whole stack is kept, also
    /// where the module has fewer units.
    /// </summary>
    public static Planned<NetworkPlan> NarrowForRace(NetworkPlan network, bool hasOneHiddenLayer) =>
        Narrow(network with { Scalar = "double" }, UnitsForRace(network, hasOneHiddenLayer));

    /// <summary>The same by its widths alone, where training has no maps.</summary>
    public static NetworkPlan WidthsForRace(NetworkPlan network, bool hasOneHiddenLayer)
    {
        Dictionary<string, int> units = UnitsForRace(network, hasOneHiddenLayer);
        return network with { Modules = network.Modules.Select(module => Narrow(module, units)).ToKeyedArray(module => module.Id) };
    }

    private static Dictionary<string, int> UnitsForRace(NetworkPlan network, bool hasOneHiddenLayer)
    {
        ILookup<ModuleId, int> outgoing = Outgoing(network);
        return Units(network, module => hasOneHiddenLayer ? Touched(module, outgoing) : Math.Min(module.Units, Touched(module, outgoing)));
    }

    private static Planned<NetworkPlan> Narrow(NetworkPlan network, Dictionary<string, int> units)
    {
        ModulePlan[] modules = [.. network.Modules.Select(module => Narrow(module, units))];
        (StatisticsPlan? statistics, string? whyNot) = StatisticsPlanner.Plan(modules);
        return statistics is null ? whyNot! : network with
        {
            Modules = modules.ToKeyedArray(module => module.Id),
            Statistics = statistics,
            Weights = network.Weights.Select(member => member with
            {
                Targets = units[member.Target],
                Sources = units.TryGetValue(member.Source, out int narrow) ? narrow : member.Sources,
            }).ToEquatableArray(),
        };
    }

    private static ModulePlan Narrow(ModulePlan module, Dictionary<string, int> units) => module with
    {
        Units = units[module.Layer],
        Edges = module.Edges.Select(edge => edge with
        {
            Targets = units[module.Layer],
            Sources = edge.FromInput ? edge.Sources : units[edge.Id.Source.Layer],
        }).ToEquatableArray(),
    };

    /// <summary>By layer. The copies of a bank are kept equally wide; outputs stay as they are.</summary>
    private static Dictionary<string, int> Units(NetworkPlan network, Func<ModulePlan, long> narrow) => network.Modules
        .GroupBy(module => module.Layer, StringComparer.Ordinal)
        .ToDictionary(
            layer => layer.Key,
            layer => layer.First().IsOutput ? layer.First().Units : (int)Math.Min(Limits.Units, layer.Max(narrow)),
            StringComparer.Ordinal);

    private static ILookup<ModuleId, int> Outgoing(NetworkPlan network) =>
        network.Modules.SelectMany(reader => reader.Edges).ToLookup(edge => edge.Id.Source, edge => edge.Targets);

    private static long Touched(ModulePlan module, ILookup<ModuleId, int> outgoing) =>
        Math.Max(1, module.Edges.Sum(edge => (long)edge.Sources) + outgoing[module.Id].Sum(targets => (long)targets));
}
