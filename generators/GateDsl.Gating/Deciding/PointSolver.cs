namespace GateDsl.Gating;

/// <summary>Finds a witness or a certificate for a gate over datapoints that need not be all combinations of their indices.</summary>
internal static class PointSolver
{
    public static LinearAnswer Solve(DatapointTable datapoints, GatePattern pattern, WorkBudget budget)
    {
        if (datapoints.Product is { } product)
        {
            LinearAnswer found = DomainSolver.Solve(product.Domain, product.ToDomain(pattern), budget);
            return found with { Multipliers = found.Multipliers?.Select(term => term with { Point = product.RowOf(term.Point) }).ToList() };
        }

        int[] distinct = Enumerable.Range(0, datapoints.Count).Where(n => datapoints.FirstWithSameInput(n) == n).ToArray();
        SparsePoint[] points = distinct.Select(datapoints.Input).ToArray();
        FeatureScale scale = new(datapoints.Features, points);
        bool[] on = distinct.Select(n => pattern[n]).ToArray();
        LinearAnswer answer = LinearSolver.Solve(new(datapoints.Features, points.Select(scale.Apply).ToArray(), on, []), budget);
        return new(
            answer.Weights is { } weights ? scale.Unscale(weights) : null,
            answer.Multipliers?.Select(term => new PointMultiplier(distinct[term.Point], term.Multiplier)).ToList());
    }
}
