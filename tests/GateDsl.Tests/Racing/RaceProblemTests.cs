using GateDsl.CompilerServices;
using GateDsl.Theory.EffectiveData;

namespace GateDsl.Tests.Racing;

/// <summary>What generated code says of a network as it is handed to theory, and what a race's log tells of gates.</summary>
public sealed class RaceProblemTests
{
    private const int Points = 4;
    private static readonly RowSet All = new(Points, Points, _ => true), First = new(Points, Points, n => n < 3), Last = new(Points, Points, n => n > 0);

    [Fact]
    public void PathwaysShareTheirModulesAndAreOnWhereAllTheirEdgesAre()
    {
        RaceProblem problem = new(new Datapoints());
        problem.AddInput("X", Feature<float>.Dense([1, 2, 3, 4, 5, 6, 7, 8], 2));
        problem.AddInput("Item", Feature<double>.OneHot([2, 0, 1, 2], 3));
        problem.AddInput("Bias", Feature<double>.OneHot([0, 0, 0, 0], 1));
        problem.AddOutput("Y", 1, new float[] { 1, 2, 3, 4 }, First);
        problem.AddPathway("A>B", [(1, All), (0, First)], [(0, All)], Last);
        problem.AddPathway("A>C", [(0, All)], [(0, First)], All);
        problem.AddPathway("B>A>D", [(0, First)], [(0, Last)], All, Last);
        problem.AddDirect(1, 0, First);
        Assert.True(problem.HasSquaredOnly);
        ReductionProblem found = problem.ToProblem();

        Assert.Equal(["A", "B", "C", "D"], found.Modules);
        Assert.Equal([[0, 1], [0, 2], [1, 0, 3], []], found.Pathways.Select(pathway => pathway.Modules));
        Assert.Equal(["A>B", "A>C", "B>A>D", ""], found.Pathways.Select(pathway => pathway.Name));
        Assert.Equal([[1, 0], [0], [0], [1]], found.Pathways.Select(pathway => pathway.Inputs.Select(input => input.Block)));
        Assert.Equal(["0111 0110", "all", "0110", "1110"], found.Pathways.Select(pathway => string.Join(' ', pathway.Inputs.Select(input => Text(input.On)))));
        Assert.Equal(["all", "1110", "0111", "all"], found.Pathways.Select(pathway => Text(pathway.Outputs.Single().On)));
        Assert.Equal([1.0, 2, 3, 4], found.Outputs.Single().Targets);
        Assert.Equal("1110", Text(found.Outputs.Single().Active));
        Assert.Equal([0.0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1], found.Inputs[1].Values);
        Assert.Equal(Points, found.Count);

        ReductionProblem twin = problem.ToTwinProblem();
        Assert.Equal(["X", "Item"], twin.Inputs.Select(input => input.Name));
        Assert.Empty(twin.Pathways);
        Assert.Empty(twin.Modules);
    }

    [Fact]
    public void LabelsAreTargetsOfOneAndOtherLossesAreKnown()
    {
        RaceProblem problem = new(new Datapoints());
        problem.AddInput("X", Feature<double>.Dense([1, 2, 3, 4], 1));
        problem.AddOutput("Y", 1, new double[] { 1, 0, 1, 0 }, All, OutputLoss.Logistic);
        problem.AddLabels("Digit", 3, [2, 0, 1, 1], Last);

        Assert.False(problem.HasSquaredOnly);
        Assert.Equal([0.0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0], problem.ToProblem().Outputs[1].Targets);
        Assert.Equal([LossRule.Logistic, LossRule.CrossEntropy], problem.ToTwinTask().Outputs.Select(output => output.Rule));
        Assert.Equal([null, "0111"], problem.ToTwinTask().Outputs.Select(output => output.Active is { } active ? Text(active) : null));
        Assert.Equal("loss",
            Assert.Throws<ArgumentOutOfRangeException>(() => problem.AddOutput("Z", 1, new double[4], All, OutputLoss.CrossEntropy)).ParamName);
    }

    /// <summary>2 d a(0) / s.</summary>
    [Fact]
    public void ModesAreLazyByTheirStart()
    {
        Assert.Equal(0.75, new PathwayMode("A", 0, 4, 3, 0.5, 1).LazinessIndex);
        Assert.Equal(double.PositiveInfinity, new PathwayMode("A", 0, 0, 3, 0.5, 1).LazinessIndex);
        Assert.Equal(0.75, new PathwayMode("A", 0, 1, 3, 0.125, 1).LazinessIndex);
    }

    [Fact]
    public void ALogTellsTheClassesOfItsGatesByLayer()
    {
        LayerDatapoints datapoints = LayerDatapoints.Of(2).Label("Data", 2, [0, 1]);
        Dictionary<string, double[]> one = new() { ["11"] = [0.75, 0.25], ["10"] = [0.25, 0.75] }, two = new() { ["11"] = [0.5, 1], ["01"] = [0.5, 0] };
        RaceLog shallow = new([1], new Dictionary<string, double[,]>()) { GateShares = one, GateShareEpochs = [0, 9] };
        RaceLog deep = shallow with
        {
            LayerGateShares =
                new Dictionary<string, IReadOnlyDictionary<string, double[]>> { ["Hidden1"] = one, ["Hidden2"] = two }
        };
        RaceLog only = deep with { GateShares = new Dictionary<string, double[]>() };

        Assert.Equal([0.75, 0.25], Shares(shallow, 1, "11"));
        Assert.Equal([0.75, 0.25], Shares(deep, 1, "11"));
        Assert.Equal([0.5, 1], Shares(deep, 2, "11"));
        Assert.Equal([0.5, 1], Shares(only, 2, "11"));
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => shallow.Census(2, datapoints)).ParamName);
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => shallow.Census(0, datapoints)).ParamName);
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => deep.Census(3, datapoints)).ParamName);
        Assert.Equal("datapoints", Assert.Throws<ArgumentException>(() => deep.Census(1, LayerDatapoints.Of(3))).ParamName);
        Assert.Throws<InvalidOperationException>(() => new RaceLog([1], new Dictionary<string, double[,]>()).Census(1, datapoints));

        double[] Shares(RaceLog log, int layer, string pattern) =>
            [.. log.Census(layer, datapoints).Select(census => census.Patterns.Where(row => row.Pattern == pattern).Sum(row => row.Share))];
    }

    private static string Text(bool[]? on) => on is null ? "all" : string.Concat(on.Select(one => one ? '1' : '0'));

    private sealed class Datapoints : BatchData
    {
        public Datapoints()
            : base(Points, Points)
        {
        }
    }
}
