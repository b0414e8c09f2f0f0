using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Derives the reductions of a network from its plan.</summary>
internal static class RacePlanner
{
    private const int MostPathways = 256;
    private const int MostFactors = 65_536;

    /// <summary>The plan, or why there is none, as a sentence.</summary>
    public static (RacePlan? Plan, string? WhyNot) Plan(NetworkPlan network)
    {
        if (network.Statistics is null)
        {
            return (null, network.NoStatistics);
        }

        bool hasOneHiddenLayer = network.Depth <= 1;
        Dictionary<string, int> units = ReducedUnits(network, hasOneHiddenLayer);
        ModulePlan[] modules = [.. network.Modules.Select(module => Reduce(module, units))];
        (StatisticsPlan? statistics, string? whyNot) = StatisticsPlanner.Plan(modules);
        if (statistics is null)
        {
            return (null, whyNot);
        }

        List<PathwayPlan> pathways = PathwayPlanner.Of(network, statistics, MostPathways + 1);
        if (pathways.Count == 0)
        {
            return (null, "No path from an input to an output can be on.");
        }

        if (pathways.Count > MostPathways)
        {
            return (null, $"The network has more than {MostPathways} pathways.");
        }

        if (pathways.Sum(pathway => (long)pathway.Edges.Count * pathway.Edges.Count) > MostFactors)
        {
            return (null, $"The network's pathways are too long: Eq. 6 would have more than {MostFactors} factors.");
        }

        NetworkPlan plan = network with
        {
            Scalar = "double",
            Modules = modules.ToEquatableArray(),
            Statistics = statistics,
            Weights = network.Weights.Select(member => member with
            {
                Targets = units[member.Target],
                Sources = units.TryGetValue(member.Source, out int reduced) ? reduced : member.Sources,
            }).ToEquatableArray(),
        };
        return (new RacePlan
        {
            Reduced = plan,
            Pathways = pathways.ToEquatableArray(),
            Edges = pathways.SelectMany(pathway => pathway.Edges.AsEnumerable()).Distinct().ToEquatableArray(),
            HasOneHiddenLayer = hasOneHiddenLayer,
        }, null);
    }

    /// <summary>
    /// Gradient descent never leaves the column space of Z = [incoming weights, outgoing weights transposed], so a module needs no more units
    /// than Z has columns.
    /// </summary>
    private static ModulePlan Reduce(ModulePlan module, Dictionary<string, int> units) => module with
    {
        Units = units[module.Layer],
        Edges = module.Edges.Select(edge => edge with
        {
            Targets = units[module.Layer],
            Sources = edge.FromInput ? edge.Sources : units[LayerOf(edge.Source)],
        }).ToEquatableArray(),
    };

    /// <summary>
    /// By layer. The copies of a bank are kept equally wide. With one hidden layer the expectation over all draws has full rank, so the whole
    /// stack is kept, also where the module has fewer units.
    /// </summary>
    private static Dictionary<string, int> ReducedUnits(NetworkPlan network, bool hasOneHiddenLayer)
    {
        ILookup<string, int> outgoing = network.Modules.SelectMany(reader => reader.Edges).ToLookup(edge => edge.Source, edge => edge.Targets, StringComparer.Ordinal);
        Dictionary<string, int> units = new(StringComparer.Ordinal);
        foreach (IGrouping<string, ModulePlan> layer in network.Modules.GroupBy(module => module.Layer, StringComparer.Ordinal))
        {
            ModulePlan first = layer.First();
            int touched = (int)Math.Min(Limits.Units, layer.Max(copy => Touched(copy, outgoing)));
            units.Add(layer.Key, first.IsOutput ? first.Units : hasOneHiddenLayer ? touched : Math.Min(first.Units, touched));
        }

        return units;
    }

    private static long Touched(ModulePlan module, ILookup<string, int> outgoing) =>
        Math.Max(1, module.Edges.Sum(edge => (long)edge.Sources) + outgoing[module.Name].Sum(targets => (long)targets));

    private static string LayerOf(string module) => module.IndexOf('[') is var bracket and >= 0 ? module.Substring(0, bracket) : module;
}
