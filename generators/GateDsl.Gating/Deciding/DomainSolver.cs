using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Finds a witness or a certificate for a gate over a domain. The slices along every axis decide most gates in time near-linear in the
/// datapoints, and all gates over two one-hot inputs; what is left goes to the exact projection.
/// </summary>
internal static class DomainSolver
{
    public static LinearAnswer Solve(Domain domain, GatePattern pattern, WorkBudget budget)
    {
        GateTable table = GateTable.Of(domain, pattern);
        var orders = new List<SliceOrder>();
        for (int a = 0; a < table.Axes.Count; a++)
        {
            SliceOrder order = SliceOrder.Along(table.On, table.Axes[a].Representative.Length, table.Inner(a));
            if (order.Crossing is { } crossing)
            {
                return AtDatapoints(table, Shortest(new TableFeatures(domain, table).Problem, crossing, budget));
            }

            orders.Add(order);
        }

        GateTable merged = table.Merged(domain, pattern, orders);
        var features = new TableFeatures(domain, merged);
        LinearAnswer answer = SolveChains(merged, features.Problem, budget);
        return answer.Weights is { } weights ? new(features.ToNetworkInput(weights), null) : AtDatapoints(merged, answer);
    }

    // With stimuli about, fewer than the four points may do, hence the projection on them.
    private static LinearAnswer Shortest(LinearProblem problem, CrossedSlices crossing, WorkBudget budget)
    {
        if (ShortCertificates.Find(problem) is { } shorter)
        {
            return new(null, shorter);
        }

        int[] corners = [crossing.FirstOn, crossing.SecondOn, crossing.FirstOff, crossing.SecondOff];
        LinearAnswer answer = ConeProjection.Solve(problem.Restricted(corners), budget);
        return new(null, answer.Multipliers?.Select(term => new PointMultiplier(corners[term.Point], term.Multiplier)).ToList());
    }

    private static LinearAnswer SolveChains(GateTable table, LinearProblem problem, WorkBudget budget)
    {
        bool onlyOneHot = table.Axes.All(axis => axis.IsOneHot);
        switch (table.Axes.Count)
        {
            case 0 or 1 when onlyOneHot:
                return new(OneAxisWeights(table), null);
            case 2 when onlyOneHot:
                int columns = table.Axes[1].Representative.Length;
                return new(NestedWeights.Of(table.On, columns, SliceOrder.Along(table.On, table.Axes[0].Representative.Length, columns)), null);
            default:
                return Projection.Solve(problem, budget);
        }
    }

    // Without an axis the gate is on everywhere, and the only feature is the constant, if there is one.
    private static BigInteger[] OneAxisWeights(GateTable table) => table.On.Select(on => on ? BigInteger.One : BigInteger.Zero).ToArray();

    private static LinearAnswer AtDatapoints(GateTable table, LinearAnswer answer) =>
        new(null, answer.Multipliers?.Select(term => new PointMultiplier(table.Datapoint[term.Point], term.Multiplier)).ToList());
}
