namespace GateDsl.Theory.EffectiveData;

/// <summary>A problem's data by groups of equal gates (<see cref="EqualGates"/>), so that no later step depends on N.</summary>
internal sealed class GatedData
{
    private GatedData(ReductionProblem problem)
    {
        Count = problem.Count;
        Inputs = new(problem.Inputs.Select(block => block.Width));
        Outputs = new(problem.Outputs.Select(block => block.Width));
        Shapes = problem.Pathways.Select(pathway => new PathwayShape(pathway, Inputs, Outputs)).ToArray();
        EqualGates equal = new(problem, Inputs.Total, Outputs.Total);
        Groups = equal.Groups;
        LossFloor = equal.LossFloor;
    }

    /// <summary>Number of datapoints N.</summary>
    public int Count { get; }

    public BlockLayout Inputs { get; }

    public BlockLayout Outputs { get; }

    public PathwayShape[] Shapes { get; }

    public DataGroup[] Groups { get; }

    /// <summary>Sum loss that no map can remove from the condensed groups.</summary>
    public double LossFloor { get; }

    public static GatedData Of(ReductionProblem problem) => new(problem.Validated());
}
