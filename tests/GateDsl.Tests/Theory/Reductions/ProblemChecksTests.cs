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
        Assert.Equal("A gate of H has 4 values for 3 datapoints.", Refused(Right with { Pathways = [Right.Pathways[0] with { Inputs = [new(0, new bool[4])] }] }));
    }

    [Fact]
    public void BlocksAndModulesMustExist()
    {
        foreach (int block in (int[])[-1, 1])
        {
            Assert.Equal($"Pathway H names block {block} of 1.", Refused(Right with { Pathways = [Right.Pathways[0] with { Inputs = [new(block, null)] }] }));
            Assert.Equal($"Pathway H names block {block} of 1.", Refused(Right with { Pathways = [Right.Pathways[0] with { Outputs = [new(block, null)] }] }));
            Assert.Equal("Pathway H goes through a module that does not exist.", Refused(Right with { Pathways = [Right.Pathways[0] with { Modules = [block] }] }));
        }
    }

    private static string Refused(ReductionProblem problem) => Assert.Throws<ArgumentException>(() => problem.Validated()).Message;
}
