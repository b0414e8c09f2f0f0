using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Derives the reductions of a network from its plan.</summary>
internal static class RacePlanner
{
    private const int MostPathways = 256;
    private const int MostFactors = 65_536;

    /// <summary>The plan, or why there is none, as a sentence.</summary>
    public static Planned<RacePlan> Plan(NetworkPlan network)
    {
        if (network.Statistics is null)
        {
            return network.NoStatistics!;
        }

        if (network.Modules.FirstOrDefault(module => module.Factors.Count > 0) is { } gated)
        {
            return $"{gated.Name} is gated by numbers of {gated.Factors[0].Input}: modes and closed forms are of gates that are on or off.";
        }

        bool hasOneHiddenLayer = network.Depth <= 1;
        (NetworkPlan? narrow, string? whyNot) = WidthPlanner.NarrowForRace(network, hasOneHiddenLayer);
        if (narrow is null)
        {
            return whyNot!;
        }

        List<PathwayPlan> pathways = PathwayPlanner.Of(network, narrow.Statistics!, MostPathways + 1);
        if (pathways.Count == 0)
        {
            return "No path from an input to an output can be on.";
        }

        if (pathways.Count > MostPathways)
        {
            return $"The network has more than {MostPathways} pathways.";
        }

        if (pathways.Sum(pathway => (long)pathway.Edges.Count * pathway.Edges.Count) > MostFactors)
        {
            return $"The network's pathways are too long: Eq. 6 would have more than {MostFactors} factors.";
        }

        return new RacePlan
        {
            Narrow = narrow,
            Pathways = pathways.ToEquatableArray(),
            Edges = pathways.SelectMany(pathway => pathway.Edges.AsEnumerable()).Distinct().ToKeyedArray(edge => edge),
            HasOneHiddenLayer = hasOneHiddenLayer,
        };
    }
}
