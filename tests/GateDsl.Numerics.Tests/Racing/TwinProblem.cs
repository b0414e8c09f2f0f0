using GateDsl.CompilerServices;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>A contextual task as a twin sees it: inputs and outputs without pathways.</summary>
internal static class TwinProblem
{
    public static RaceProblem Of(ContextTask task)
    {
        RaceProblem problem = new(task.Count, task.Targets.Sum(y => y * y) / 2);
        problem.AddInput("Item", Feature<double>.OneHot(task.Items, task.ObjectCount));
        problem.AddInput("Context", Feature<double>.OneHot(task.Contexts, task.ContextCount));
        problem.AddOutput("Properties", task.TargetWidth, task.Targets, new RowSet(task.Count, 16, _ => true));
        return problem;
    }
}
