using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>From weights to a factor of their Gram matrix.</summary>
public sealed class GramFactorTests
{
    // Two inputs, one output.
    private static readonly ReductionProblem Small = new()
    {
        Count = 1,
        Inputs = [new("In", 2, [1, 2])],
        Outputs = [new("Out", 1, [3], null)],
        Modules = ["H"],
        Pathways = [new("H", [0], [new(0, null)], [new(0, null)])],
    };

    /// <summary>As many units as inputs and outputs are kept as they are, one more is taken together.</summary>
    [Fact]
    public void MoreUnitsThanInputsAndOutputsAreTakenTogether()
    {
        GramFactor three = Factor(new(3, 2, [1, 2, 3, 4, 5, 6]), new(1, 3, [7, 8, 9]));
        Assert.Equal([1, 3, 5, 2, 4, 6], three.Inner.Values);
        Assert.Equal([7, 8, 9], three.Outer.Values);

        GramFactor four = Factor(new(4, 2, [1, 2, 3, 4, 5, 6, 7, 8]), new(1, 4, [9, 10, 11, 12]));
        Assert.Equal((2, 3, 1, 3), (four.Inner.Rows, four.Inner.Columns, four.Outer.Rows, four.Outer.Columns));
        double[] gram = [84, 100, 178, 100, 120, 220, 178, 220, 446];
        Assert.Equal(gram, GramMatrix.Of(four).ToRowMajorArray(), (x, y) => Math.Abs(x - y) < 1e-10);
    }

    /// <summary>The weights of a network are not those of its reduction: stepping leaves them.</summary>
    [Fact]
    public void AStepLeavesTheWeightsThatWereGiven()
    {
        Matrix incoming = new(1, 2, [0.1, 0.2]), outgoing = new(1, 1, [0.3]);
        GramReduction race = GramReduction.From(Small, [[incoming, outgoing]]);
        race.Step(0.1);

        Assert.Equal([0.1, 0.2], incoming.Values);
        Assert.Equal([0.3], outgoing.Values);

        // e = 3 - 0.3 (0.1 + 0.4) = 2.85, E = (2.85, 5.7).
        Assert.Equal([0.1 + (0.1 * 2.85 * 0.3), 0.2 + (0.1 * 5.7 * 0.3)], race.FactorOf(0)!.Inner.Values, (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(0.3 + (0.1 * ((2.85 * 0.1) + (5.7 * 0.2))), race.FactorOf(0)!.Outer.Values[0], 1e-14);
    }

    /// <summary>Balanced weights have the square root of a mode's strength in both layers. Targets of 3 and 1 at inputs of their own are the modes.</summary>
    [Fact]
    public void BalancedFactorsHaveTheStrengthsOfTheirModes()
    {
        ReductionProblem problem = Small with { Count = 2, Inputs = [new("In", 2, [1, 0, 0, 1])], Outputs = [new("Out", 3, [3, 0, 0, 0, 1, 0], null)] };
        GatedData data = GatedData.Of(problem);

        GramReduction race = GramReduction.Balanced(problem, data, EffectiveDataset.Of(data), [[4, 9]]);

        Assert.Equal([4, 0, 0, 9, 0, 0], race.Maps[0].Values, (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal([2, 0, 0, 3], race.FactorOf(0)!.Inner.Values, (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal([2, 0, 0, 3, 0, 0], race.FactorOf(0)!.Outer.Values, (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal((((3 - 4) * (3 - 4)) + ((1 - 9) * (1 - 9))) / 2.0, race.Loss, 1e-13);
    }

    /// <summary>
    /// At a state the slope of a factor is E^T Outer and E Inner, that of a map E: here e = 3 - 0.5 (2 x 1 + 4 x 2) - (1 - 2) = -1, E = (-1, -2).
    /// </summary>
    [Fact]
    public void TheSlopeIsThatOfTheStateThatIsGiven()
    {
        ReductionProblem problem = Small with { Pathways = [Small.Pathways[0], new("Direct", [], [new(0, null)], [new(0, null)])] };
        GramFlow flow = new(GramReduction.From(problem, [[new(1, 2), new(1, 1)], [new Matrix(1, 2)]]));
        double[] slope = new double[5];

        flow.SlopeAt([2, 4, 0.5, 1, -1], slope);

        Assert.Equal([-0.5, -1, -10, -1, -2], slope, (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(2, flow.LargestPull, 1e-14);
    }

    /// <summary>Each pathway has an input of its own: the pulls on both are the error, 3 - 1, times 10 and times 1, in either order.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void TheLargestPullIsThatOfAnyPathway(int first, int second)
    {
        GramFlow flow = new(GramReduction.From(
            new()
            {
                Count = 1,
                Inputs = [new("Large", 1, [10]), new("Small", 1, [1])],
                Outputs = [new("Out", 1, [3], null)],
                Modules = [],
                Pathways = [new("First", [], [new(first, null)], [new(0, null)]), new("Second", [], [new(second, null)], [new(0, null)])],
            },
            [[new Matrix(1, 1)], [new Matrix(1, 1)]]));

        flow.SlopeAt(first == 0 ? [0, 1] : [1, 0], new double[2]);

        Assert.Equal(20, flow.LargestPull, 1e-14);
    }

    [Fact]
    public void WeightsThatDoNotLeadThroughAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Factor(new(2, 3), new(1, 2)));
        Assert.Throws<ArgumentException>(() => Factor(new(2, 2), new(2, 2)));
        Assert.Throws<ArgumentException>(() => Factor(new(2, 2), new(1, 3)));
        Assert.Throws<ArgumentException>(() => Factor(new(1, 2, [double.NaN, 0]), new(1, 1)));
        Assert.Throws<ArgumentException>(() => Factor(new(1, 2), new(1, 1, [double.PositiveInfinity])));
    }

    /// <summary>
    /// The error of a column of Z, from its first entry to its last, relative to that column; the largest of all. A map without hidden layer is one column.
    /// </summary>
    [Fact]
    public void TheLargestShareIsThatOfAColumn()
    {
        ReductionProblem problem = Small with { Pathways = [Small.Pathways[0], new("Direct", [], [new(0, null)], [new(0, null)])] };
        GramFlow flow = new(GramReduction.From(problem, [[new(2, 2, [3, 0, 10, 0]), new(1, 2, [4, 0])], [new Matrix(1, 2, [6, 8])]]));
        Assert.Equal([3, 10, 0, 0, 4, 0, 6, 8], flow.Start);

        Assert.Equal(0.5 / 5, Share(0, 0.5), 1e-15);
        Assert.Equal(0.5 / 10, Share(1, 0.5), 1e-15);
        Assert.Equal(0.5 / 5, Share(4, 0.5), 1e-15);
        Assert.Equal(0.5 / 10, Share(5, 0.5), 1e-15);
        Assert.Equal(0.5 / 10, Share(6, 0.5), 1e-15);
        Assert.Equal(0.5 / 10, Share(7, 0.5), 1e-15);
        Assert.Equal(0, Share(0, 0));
        Assert.Equal(double.NaN, Share(0, double.NaN));

        double Share(int at, double error)
        {
            double[] errors = new double[8];
            errors[at] = error;
            return flow.LargestShare(errors, flow.Start);
        }
    }

    private static GramFactor Factor(Matrix incoming, Matrix outgoing) => GramFactor.Of(incoming, outgoing, GatedData.Of(Small).Shapes[0]);
}
