namespace GateDsl.Gating;

/// <summary>
/// A linear problem decided in general: the contradictions of one or two points first, then the projection, its weights made small.
/// </summary>
internal static class LinearSolver
{
    public static LinearAnswer Solve(LinearProblem problem, WorkBudget budget)
    {
        if (ShortCertificates.Find(problem) is { } shortest)
        {
            return new(null, shortest);
        }

        LinearAnswer answer = ConeProjection.Solve(problem, budget);
        return answer.Weights is { } weights ? new(SmallWeights.Find(problem, weights), null) : answer;
    }
}
