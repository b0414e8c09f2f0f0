using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Derives the reductions of a network from its plan.</summary>
internal static class RacePlanner
{
    private const int MostPathways = 256;

    /// <summary>The plan, or why there is none, as a sentence.</summary>
    public static (RacePlan? Plan, string? WhyNot) Plan(NetworkPlan network)
    {
        if (network.Statistics is null)
        {
            return (null, network.NoStatistics);
        }

        bool hasOneHiddenLayer = network.Depth <= 1;
        ModulePlan[] modules = [.. network.Modules.Select(module => Reduce(module, network, hasOneHiddenLayer))];
        (StatisticsPlan? statistics, string? whyNot) = StatisticsPlanner.Plan(modules);
        if (statistics is null)
        {
            return (null, whyNot);
        }

        List<PathwayPlan> pathways = PathwayPlanner.Of(network, statistics, MostPathways + 1);
        if (pathways.Count > MostPathways)
        {
            return (null, $"The network has more than {MostPathways} pathways.");
        }

        NetworkPlan reduced = network with
        {
            Scalar = "double",
            Modules = modules.ToEquatableArray(),
            Statistics = statistics,
            Weights = network.Weights.Select(member => member with
            {
                Targets = UnitsOf(member.Target, modules) ?? member.Targets,
                Sources = UnitsOf(member.Source, modules) ?? member.Sources,
            }).ToEquatableArray(),
        };
        return (new RacePlan
        {
            Reduced = reduced,
            Pathways = pathways.ToEquatableArray(),
            Edges = pathways.SelectMany(pathway => pathway.Edges.AsEnumerable()).Distinct().ToEquatableArray(),
            HasOneHiddenLayer = hasOneHiddenLayer,
        }, null);
    }

    /// <summary>
    /// Gradient descent never leaves the column space of Z = [incoming weights, outgoing weights transposed], so a module needs no more units
    /// than Z has columns.
    /// </summary>
    private static ModulePlan Reduce(ModulePlan module, NetworkPlan network, bool hasOneHiddenLayer) => module with
    {
        Units = ReducedUnits(module.Layer, network, hasOneHiddenLayer),
        Edges = module.Edges.Select(edge => edge with
        {
            Targets = ReducedUnits(module.Layer, network, hasOneHiddenLayer),
            Sources = edge.FromInput ? edge.Sources : ReducedUnits(LayerOf(edge.Source), network, hasOneHiddenLayer),
        }).ToEquatableArray(),
    };

    /// <summary>
    /// The copies of a bank are kept equally wide. With one hidden layer the expectation over all draws has full rank, so the whole stack is
    /// kept, also where the module has fewer units.
    /// </summary>
    private static int ReducedUnits(string layer, NetworkPlan network, bool hasOneHiddenLayer)
    {
        ModulePlan[] copies = [.. network.Modules.Where(module => module.Layer == layer)];
        int touched = (int)Math.Min(Limits.Units, copies.Max(copy => Touched(copy, network)));
        return copies[0].IsOutput ? copies[0].Units : hasOneHiddenLayer ? touched : Math.Min(copies[0].Units, touched);
    }

    private static long Touched(ModulePlan module, NetworkPlan network) =>
        Math.Max(1, module.Edges.Sum(edge => (long)edge.Sources)
            + network.Modules.SelectMany(reader => reader.Edges).Where(edge => edge.Source == module.Name).Sum(edge => (long)edge.Targets));

    private static int? UnitsOf(string layer, ModulePlan[] modules) => modules.FirstOrDefault(module => module.Layer == layer)?.Units;

    private static string LayerOf(string module) => module.IndexOf('[') is var bracket and >= 0 ? module.Substring(0, bracket) : module;
}
