using GateDsl.CompilerServices;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>A contextual task as a twin sees it: inputs and outputs without pathways.</summary>
internal static class TwinProblem
{
    public static RaceProblem Of(ContextTask task)
    {
        RaceProblem problem = new(new Datapoints(task));
        problem.AddInput("Item", Feature<double>.OneHot(task.Items, task.ObjectCount));
        problem.AddInput("Context", Feature<double>.OneHot(task.Contexts, task.ContextCount));
        problem.AddOutput("Properties", task.TargetWidth, task.Targets, new RowSet(task.Count, 16, _ => true));
        return problem;
    }

    private sealed class Datapoints : BatchData
    {
        public Datapoints(ContextTask task)
            : base(task.Count, task.Count) => AddZeroLoss(task.Targets, new RowSet(task.Count, task.Count, _ => true), task.TargetWidth);
    }
}
