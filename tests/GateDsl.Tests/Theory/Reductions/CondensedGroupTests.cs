using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>What is kept of datapoints that share their gates, and what a step on them takes.</summary>
public sealed class CondensedGroupTests
{
    /// <summary>
    /// Three datapoints of one input are one column: |x|^2 = 14, x y = 8; no map removes |y|^2 - (x y)^2 / |x|^2 of twice the loss. The other group has
    /// as many datapoints as inputs, and is kept as it is.
    /// </summary>
    [Fact]
    public void MoreDatapointsThanInputsAreCondensedWithoutLoss()
    {
        ReductionProblem problem = Problem([1, 2, 3, 5], [2, 0, 2, 7], [new(0, [true, true, true, false])]);

        GatedData data = GatedData.Of(problem);

        Assert.Equal([1, 1], data.Groups.Select(group => group.X.Columns));
        Assert.Equal([1, 1], data.Groups.Select(group => group.Y.Columns));
        Assert.Equal(14, data.Groups[0].X.SquaredNorm(), 1e-12);
        Assert.Equal(8, data.Groups[0].X[0, 0] * data.Groups[0].Y[0, 0], 1e-12);
        Assert.Equal((8 - (64.0 / 14)) / 2, data.LossFloor, 1e-12);
        Assert.Equal((5, 7), (data.Groups[1].X[0, 0], data.Groups[1].Y[0, 0]));
    }

    /// <summary>Gates of an output that is off do not split a group, nor do the values of an input that nobody gates.</summary>
    [Fact]
    public void GroupsAreTheSetsOfDatapointsWithEqualGates()
    {
        ReductionProblem problem = Problem([1, 2, 3, 5], [2, 0, 2, 7], [new(0, [true, false, true, false])]) with
        {
            Outputs = [new("Out", 1, [2, 0, 2, 7], [true, true, false, false])],
        };

        GatedData data = GatedData.Of(problem);

        Assert.Equal([1, 2, 3, 5], data.Groups.Select(group => group.X[0, 0]));
        Assert.Equal([2, 0, 0, 0], data.Groups.Select(group => group.Y[0, 0]));
        Assert.Equal([true, true, false, false], data.Groups.Select(group => group.OutputsOn[0]));
        Assert.Equal([true, false, true, false], data.Groups.Select(group => group.PathwayInputsOn[0][0]));
        Assert.Equal([true, true, false, false], data.Groups.Select(group => group.PathwayOutputsOn[0][0]));
    }

    /// <summary>
    /// The residual and its pulls take each an entry of the inputs times an output: 2 groups with 6 and 3 of them, times 2. A map of 6 numbers without
    /// hidden layer takes one step a number; one of 2 units three products of 2 with it.
    /// </summary>
    [Fact]
    public void WorkCountsTheProductsOfAStep()
    {
        ReductionProblem problem = new()
        {
            Count = 3,
            Inputs = [new("In", 3, [1, 2, 3, 4, 5, 6, 7, 8, 9])],
            Outputs = [new("Out", 2, [1, 2, 3, 4, 5, 6], null)],
            Modules = ["H"],
            Pathways = [new("H", [0], [new(0, [true, true, false])], [new(0, null)]), new("Direct", [], [new(0, null)], [new(0, null)])],
        };
        GramReduction race = GramReduction.From(problem, [[new Matrix(2, 3), new Matrix(2, 2)], [new Matrix(2, 3)]]);

        int products = 2 * (6 + 3) * 2;
        Assert.Equal(products, new PathwayResidual(race.Data).Work);
        Assert.Equal(products + 6 + (3 * 2 * 6), race.WorkPerStep);
        Assert.Equal(2 * race.WorkPerStep, new GramHessian(race).WorkPerApply);
        Assert.Equal((2 * 3) + (2 * 2) + 6, new GramHessian(race).Size);
    }

    /// <summary>One-hot inputs of 4 have 4 entries that are not zero.</summary>
    [Fact]
    public void WorkCountsWhatIsNotZeroWhereMostIs()
    {
        ReductionProblem problem = new()
        {
            Count = 4,
            Inputs = [new("In", 4, Matrix.Identity(4).Values)],
            Outputs = [new("Out", 3, new double[12], null)],
            Modules = [],
            Pathways = [new("Direct", [], [new(0, null)], [new(0, null)])],
        };

        Assert.Equal(2 * 4 * 3, new PathwayResidual(GatedData.Of(problem)).Work);
    }

    private static ReductionProblem Problem(double[] inputs, double[] targets, GatedBlock[] blocks) => new()
    {
        Count = inputs.Length,
        Inputs = [new("In", 1, inputs)],
        Outputs = [new("Out", 1, targets, null)],
        Modules = ["H"],
        Pathways = [new("H", [0], blocks, [new(0, null)])],
    };
}
