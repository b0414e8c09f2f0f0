using GateDsl.Theory.EffectiveData;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>Problems whose arrays do not fit each other are refused with what and where.</summary>
public sealed class ProblemChecksTests
{
    private static readonly ReductionProblem Right = new()
    {
        Count = 3,
        Inputs = [new("In", 2, [1, 0, 0, 1, 1, 1])],
        Outputs = [new("Out", 1, [1, 2, 3], [true, false, true])],
        Modules = ["H"],
        Pathways = [new("H", [0], [new(0, null)], [new(0, [true, true, false])])],
    };

    [Fact]
    public void WhatFitsIsTaken() => Assert.Same(Right, Right.Validated());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NumbersMustBeFinite(double value)
    {
        for (int at = 0; at < 6; at++)
        {
            double[] values = [1, 0, 0, 1, 1, 1];
            values[at] = value;
            Assert.Equal($"In is not finite at datapoint {at / 2}.", Refused(Right with { Inputs = [Right.Inputs[0] with { Values = values }] }));
        }

        Assert.Equal("Out is not finite at datapoint 0.", Refused(Right with { Outputs = [Right.Outputs[0] with { Targets = [value, 2, 3] }] }));
    }

    [Fact]
    public void LengthsMustFit()
    {
        Assert.Equal("In has 5 numbers; 3 datapoints of 2 need 6.", Refused(Right with { Inputs = [Right.Inputs[0] with { Values = new double[5] }] }));
        Assert.Equal("Out has 4 numbers; 3 datapoints of 1 need 3.", Refused(Right with { Outputs = [Right.Outputs[0] with { Targets = new double[4] }] }));
        Assert.Equal("A gate of Out has 2 values for 3 datapoints.", Refused(Right with { Outputs = [Right.Outputs[0] with { Active = new bool[2] }] }));
        Assert.Equal("A gate of H has 4 values for 3 datapoints.",
            Refused(Right with { Pathways = [Right.Pathways[0] with { Inputs = [new(0, new bool[4])] }] }));
    }

    [Fact]
    public void BlocksAndModulesMustExist()
    {
        foreach (int block in (int[])[-1, 1])
        {
            Assert.Equal($"Pathway H names block {block} of 1.", Refused(Right with { Pathways = [Right.Pathways[0] with { Inputs = [new(block, null)] }] }));
            Assert.Equal($"Pathway H names block {block} of 1.", Refused(Right with { Pathways = [Right.Pathways[0] with { Outputs = [new(block, null)] }] }));
            Assert.Equal("Pathway H goes through a module that does not exist.",
                Refused(Right with { Pathways = [Right.Pathways[0] with { Modules = [block] }] }));
        }
    }

    [Fact]
    public void SpreadsMustFitTheirPathway()
    {
        Pathway pathway = Right.Pathways[0];
        PathwaySpread right = new(3, [0.1], [0]);
        Assert.Same(right, right.Validated(pathway));
        Assert.Equal("Pathway H has 1 input and 1 output edges, not 2 and 1.", Refused(right with { Inputs = [0.1, 0.1] }));
        Assert.Equal("Pathway H has 1 input and 1 output edges, not 1 and 0.", Refused(right with { Outputs = [] }));
        foreach (double units in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            Assert.EndsWith("units: the number must be positive and finite.", Refused(right with { Units = units }), StringComparison.Ordinal);
        }

        foreach (double sigma in (double[])[-0.1, double.NaN, double.PositiveInfinity])
        {
            Assert.EndsWith("it must be finite and not negative.", Refused(right with { Inputs = [sigma] }), StringComparison.Ordinal);
            Assert.EndsWith("it must be finite and not negative.", Refused(right with { Outputs = [sigma] }), StringComparison.Ordinal);
        }

        string Refused(PathwaySpread spread) => Assert.Throws<ArgumentException>(() => spread.Validated(pathway)).Message;
    }

    [Fact]
    public void TargetsOfAnOutputThatIsOffDoNotCount()
    {
        OutputBlock output = new("Out", 2, [1, 2, 3, 4, 5, 6], [true, false, true]);
        Assert.Equal([1, 2, 0, 0, 5, 6], DataBasis.ActiveTargets(output, 3).Values);
        Assert.Equal([1, 2, 3, 4, 5, 6], output.Targets);
        Assert.Equal([1, 2, 3, 4, 5, 6], DataBasis.ActiveTargets(output with { Active = null }, 3).Values);
    }

    /// <summary>Also by what would fit the smaller problem: a gate of a datapoint that there is not.</summary>
    [Fact]
    public void WhatDoesNotFitIsNotReduced() => Assert.Throws<ArgumentException>(
        () => DataBasis.Reduce(
            Right with { Outputs = [.. Right.Outputs.Select(output => output with { Active = [.. Enumerable.Repeat(true, Right.Count + 1)] })] }));

    private static string Refused(ReductionProblem problem) => Assert.Throws<ArgumentException>(() => problem.Validated()).Message;
}
