namespace GateDsl.Gating;

/// <summary>Finds a witness or a certificate for a gate over datapoints that need not be all combinations of their indices.</summary>
internal static class PointSolver
{
    public static LinearAnswer Solve(IDatapoints datapoints, GatePattern pattern, WorkBudget budget)
    {
        int[] distinct = Enumerable.Range(0, datapoints.Count).Where(n => datapoints.FirstWithSameInput(n) == n).ToArray();
        SparsePoint[] points = distinct.Select(datapoints.Input).ToArray();
        var scale = new FeatureScale(datapoints.Features, points);
        bool[] on = distinct.Select(n => pattern[n]).ToArray();
        LinearAnswer answer = Projection.Solve(new(datapoints.Features, points.Select(scale.Apply).ToArray(), on, []), budget);
        return new(
            answer.Weights is { } weights ? scale.Unscale(weights) : null,
            answer.Multipliers?.Select(term => new PointMultiplier(distinct[term.Point], term.Multiplier)).ToList());
    }
}
