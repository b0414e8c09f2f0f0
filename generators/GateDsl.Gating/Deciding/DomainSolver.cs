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
        List<SliceOrder> orders = new();
        for (int a = 0; a < table.Axes.Count; a++)
        {
            SliceOrder order = SliceOrder.Along(table.On, table.Axes[a].Representative.Length, table.Inner(a));
            if (order.Crossing is { } crossing)
            {
                return AtDatapoints(table, table.IsOneHot ? FourPoints(crossing) : Shortest(domain, table, crossing, budget));
            }

            orders.Add(order);
        }

        GateTable merged = table.Merged(domain, pattern, orders);
        TableFeatures features = new(domain, merged);
        LinearAnswer answer = SolveChains(merged, features.Problem, budget);
        return answer.Weights is { } weights ? new(features.ToNetworkInput(weights), null) : AtDatapoints(merged, answer);
    }

    // Over one-hot inputs none of the four can be left out: each value in use is used once on either side.
    private static LinearAnswer FourPoints(CrossedSlices crossing) =>
        new(null, Corners(crossing).Select(corner => new PointMultiplier(corner, BigInteger.One)).ToList());

    // With stimuli about fewer may do: one or two points of the whole table, or some of the four.
    private static LinearAnswer Shortest(Domain domain, GateTable table, CrossedSlices crossing, WorkBudget budget)
    {
        LinearProblem problem = new TableFeatures(domain, table).Problem;
        if (ShortCertificates.Find(problem) is { } shorter)
        {
            return new(null, shorter);
        }

        int[] corners = Corners(crossing);
        LinearAnswer answer = ConeProjection.Solve(problem.Restricted(corners), budget);
        return new(null, answer.Multipliers?.Select(term => term with { Point = corners[term.Point] }).ToList());
    }

    private static int[] Corners(CrossedSlices crossing) => [crossing.FirstOn, crossing.SecondOn, crossing.FirstOff, crossing.SecondOff];

    private static LinearAnswer SolveChains(GateTable table, LinearProblem problem, WorkBudget budget)
    {
        switch (table.Axes.Count)
        {
            case 0 or 1 when table.IsOneHot:
                return new(OneAxisWeights(table), null);
            case 2 when table.IsOneHot:
                int columns = table.Axes[1].Representative.Length;
                SliceOrder rows = SliceOrder.Along(table.On, table.Axes[0].Representative.Length, columns);
                return new(NestedWeights.Of(table.On, columns, rows), null);
            default:
                return LinearSolver.Solve(problem, budget);
        }
    }

    // Without an axis the gate is on everywhere, and the only feature is the constant, if there is one.
    private static BigInteger[] OneAxisWeights(GateTable table) => table.On.Select(on => on ? BigInteger.One : BigInteger.Zero).ToArray();

    private static LinearAnswer AtDatapoints(GateTable table, LinearAnswer answer) =>
        new(null, answer.Multipliers?.Select(term => new PointMultiplier(table.Datapoint[term.Point], term.Multiplier)).ToList());
}
