using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>When the evaluation of a race ends, and which pathway has lost by then, of modes whose times Eq. 7 gives.</summary>
public sealed class RaceEndTests
{
    private static readonly bool[] First = [true, false];
    private static readonly bool[] Second = [false, true];

    /// <summary>
    /// One mode with s = d = 1 and a loss of (1 - a)^2 / 2: the end is where that is first below a hundredth of its start, passed by no more than a
    /// tenth of it, from wherever the mode starts.
    /// </summary>
    [Fact]
    public void OneModeEndsWhereAHundredthOfTheLossIsLeft()
    {
        ReductionProblem problem = Problem([1], [1], Path("A", 0, null));
        List<double> left = [];
        for (double start = 1e-8; start < 0.1; start *= 1.2)
        {
            RaceEvaluation race = RaceEvaluation.Of(problem, [PathwaySpread.Uniform(problem.Pathways[0], 2, Math.Sqrt(start))], 10_000_000)!;
            double share = Assert.Single(race.BestShares);

            left.Add((1 - share) * (1 - share));
            Assert.Equal(1, Time(1, start, share) / race.EndTime!.Value, 0.1);
            Assert.Equal(0.5, race.InitialLoss, 1e-12);
            Assert.InRange(race.FinalLoss, 0, 0.5 * 3e-3 * 3e-3);
            Assert.Equal(1, race.StableStepSize, 0.01);
            Assert.False(race.Loses(0));
        }

        Assert.All(left, share => Assert.InRange(share, 0.009, 0.01));
        Assert.Contains(left, share => share > 0.0096);
    }

    /// <summary>
    /// A second mode, of a twentieth of the targets, is slow and takes a four-hundredth of the loss: what it has of its end where the race ends is
    /// up to its start. It has lost below 5%.
    /// </summary>
    [Fact]
    public void APathwayLosesBelowATwentieth()
    {
        ReductionProblem problem = Problem([1, 1], [1, 0.05], Path("A", 0, First), Path("B", 0, Second));
        (double low, double high) = (1e-6, 0.1);
        for (int round = 0; round < 40; round++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Race(middle).Loses(1) ? (middle, high) : (low, middle);
        }

        (RaceEvaluation lost, RaceEvaluation held) = (Race(low), Race(high));
        Assert.Equal((true, false), (lost.Loses(1), held.Loses(1)));
        Assert.InRange(lost.BestShares[1], 0.0499, 0.05);
        Assert.InRange(held.BestShares[1], 0.05, 0.0501);
        Assert.All(new[] { lost, held }, race => Assert.False(race.Loses(0)));

        RaceEvaluation Race(double sigma) => RaceEvaluation.Of(
            problem, [PathwaySpread.Uniform(problem.Pathways[0], 2, 1e-2), PathwaySpread.Uniform(problem.Pathways[1], 2, sigma)], 10_000_000)!;
    }

    /// <summary>
    /// Targets that differ at equal inputs are part of the loss at the start, and remain: of 3 and 1 at two datapoints 5, of which 1 is left. That
    /// is no end, and nobody has lost: not even a pathway that starts from nothing and leaves all to the other.
    /// </summary>
    [Fact]
    public void WhatNoMapRemovesCountsAtTheStartToo()
    {
        ReductionProblem problem =
            Problem([1], [1], Path("A", 0, null), Path("B", 0, null)) with
            {
                Inputs = [new("In", 1, [1, 1])],
                Outputs = [new("Out", 1, [3, 1], null)],
                Count = 2
            };

        RaceEvaluation race =
            RaceEvaluation.Of(problem, [PathwaySpread.Uniform(problem.Pathways[0], 2, 1e-2), PathwaySpread.Uniform(problem.Pathways[1], 2, 0)], 10_000_000)!;

        Assert.Equal(5, race.InitialLoss, 1e-9);
        Assert.Equal(1, race.FinalLoss, 1e-3);
        Assert.Null(race.EndTime);
        Assert.Equal(0, race.BestShares[1]);
        Assert.InRange(race.BestShares[0], 0.99, 1.01);
        Assert.Equal([false, false], [race.Loses(0), race.Loses(1)]);
    }

    /// <summary>
    /// A path without hidden layer learns from the first epoch on, while the modes beside it are still small: no time may be left out. Compared with
    /// small steps of descent.
    /// </summary>
    [Fact]
    public void BesideAPathWithoutHiddenLayerNoTimeIsLeftOut()
    {
        ReductionProblem problem = Problem([1, 0.5], [1, 1], Path("A", 0, First), new Pathway("Direct", [], [new(0, Second)], [new(0, Second)]));
        PathwaySpread[] spreads = [PathwaySpread.Uniform(problem.Pathways[0], 2, 1e-3), PathwaySpread.Uniform(problem.Pathways[1], 2, 1e-3)];

        RaceEvaluation race = RaceEvaluation.Of(problem, spreads, 10_000_000)!;

        GramReduction steps = GramReduction.Expect(problem, spreads);
        int epochs = 0;
        for (; steps.Loss > 0.01 * race.InitialLoss; epochs++)
        {
            steps.Step(1e-3);
        }

        Assert.Equal(1, epochs * 1e-3 * 2 / race.EndTime!.Value, 0.05);
    }

    /// <summary>However few numbers there are, an evaluation of the slope counts as 200 multiply-adds: budgets differ by whole ones.</summary>
    [Fact]
    public void AnEvaluationOfFewNumbersCountsAsTwoHundred()
    {
        ReductionProblem problem = Problem([1], [1], Path("A", 0, null));
        (long low, long high) = (1, 10_000_000);
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 1e-2), middle) is null ? (middle, high) : (low, middle);
        }

        Assert.Equal(0, high % 200);
        Assert.InRange(high, 2_000, 100_000);

        // It was enough to see the end of the race, if not its rest: at strength a the largest curvature is 3 a - 1.
        RaceEvaluation race = RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 1e-2), high)!;
        Assert.NotNull(race.EndTime);
        Assert.InRange(race.FinalLoss, 0.5 * 3e-3 * 3e-3, 0.5 * 0.01);
        double strength = ((2 / race.StableStepSize) + 1) / 3;
        Assert.Equal(0.5 * (1 - strength) * (1 - strength), race.FinalLoss, 3e-4);
    }

    /// <summary>
    /// One mode with s = 6 and d = 4, whose end is 1.5, from 1e-9 to 0.02 of it: the same shares of the end as with s = d, in a sixth of the time.
    /// </summary>
    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-4)]
    [InlineData(0.02)]
    public void StrengthsAndInputsOfAModeSetItsTime(double start)
    {
        ReductionProblem problem = Problem([2], [3], Path("A", 0, null));

        RaceEvaluation race = RaceEvaluation.Of(problem, [PathwaySpread.Uniform(problem.Pathways[0], 2, Math.Sqrt(1.5 * start))], 10_000_000)!;

        double share = Assert.Single(race.BestShares);
        Assert.InRange((1 - share) * (1 - share), 0.009, 0.01);
        Assert.Equal(1, Time(6, start, share) / race.EndTime!.Value, 0.05);
        Assert.Equal(4.5, race.InitialLoss, 1e-12);

        // The Hessian of (3 - 2 w2 w1)^2 / 2 at w1^2 = w2^2 = 1.5 has the eigenvalue 4 (w1^2 + w2^2).
        Assert.Equal(2.0 / 12, race.StableStepSize, 1e-3);
    }

    /// <summary>
    /// The slower of two modes by a half sets the end; the loss at the start is that of both groups, 1/2 and 1/8. Each mode is at its own share.
    /// </summary>
    [Fact]
    public void TwoModesAreEachTheirOwn()
    {
        ReductionProblem problem = Problem([1, 1], [1, 0.5], Path("A", 0, First), Path("B", 0, Second));
        RaceEvaluation race = RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 1e-3), 10_000_000)!;

        // s = 1/2 and 1/4, d = 1/2; what is left of the loss is the slower mode's, of 0.00625 that (1/2 - a)^2 / 2.
        Assert.Equal(0.625, race.InitialLoss, 1e-12);
        Assert.Equal(1, race.BestShares[0], 1e-3);
        Assert.InRange(0.125 * (1 - race.BestShares[1]) * (1 - race.BestShares[1]), 0.9 * 0.00625, 0.00625);
        Assert.Equal(1, Time(0.25, 1e-6 / 0.5, race.BestShares[1]) / race.EndTime!.Value, 0.05);
    }

    /// <summary>One pathway with two modes has taken part as far as the further of them.</summary>
    [Fact]
    public void APathwayIsAsFarAsItsFurthestMode()
    {
        ReductionProblem problem = Problem([1, 1], [1, 0.02], new Pathway("A", [0], [new(0, null)], [new(0, null)]));

        double share = Assert.Single(RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 0.05), 10_000_000)!.BestShares);

        Assert.InRange(share, 0.89, 0.92);
    }

    /// <summary>A weak mode that starts at its end, s/d = 0.02/2, is further than the strong one that ends the race.</summary>
    [Fact]
    public void TheFurthestModeMayBeAWeakOne()
    {
        ReductionProblem problem = Problem([1, 1], [1, 0.02], new Pathway("A", [0], [new(0, null), new(1, null)], [new(0, null)])) with
        {
            Inputs = [new("Left", 1, [1, 0]), new("Right", 1, [0, 2])],
        };

        RaceEvaluation race = RaceEvaluation.Of(problem, [new(4, [1e-3, 0.1], [1e-6])], 10_000_000)!;

        Assert.Equal(1, Assert.Single(race.BestShares), 1e-3);
    }

    /// <summary>
    /// Evaluations of the slope count as the work of a step each, and the bound on the step may take a quarter of the budget: of twelve modes that differ it
    /// decides, by whole products, each of which is the work of two steps.
    /// </summary>
    [Fact]
    public void TheBudgetIsFourTimesThatOfTheBound()
    {
        double[] targets = [.. Enumerable.Range(0, 12).Select(i => 1 - (0.02 * i))];
        ReductionProblem problem = Problem([.. Enumerable.Repeat(1.0, 12)], targets, Path("A", 0, null));
        (long low, long high) = (1, 100_000_000);
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 0.3), middle) is null ? (middle, high) : (low, middle);
        }

        // 12 entries of the inputs that are not zero, times 12 outputs, twice; three products of 12 x 12 with 12 columns.
        const long Step = (2 * 12 * 12) + (3 * 12 * 144);
        Assert.Equal(0, high % (4 * 2 * Step));
        Assert.InRange(high / Step, 8 * 12, 8 * 60);
    }

    /// <summary>
    /// One mode, however often: the bound is known at once, and what the budget is for is the race. Its steps are those of the whole problem.
    /// </summary>
    [Fact]
    public void TheBudgetIsThatOfTheRaceWhereTheBoundIsKnownSoon()
    {
        ReductionProblem problem = Problem([.. Enumerable.Repeat(1.0, 12)], [.. Enumerable.Repeat(1.0, 12)], Path("A", 0, null));
        const long Step = (2 * 12 * 12) + (3 * 12 * 144);

        Assert.Null(RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 1e-2), 25 * Step));
        Assert.NotNull(RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 2, 1e-2), 300 * Step));
    }

    /// <summary>However small the targets, the race is at rest at the same share of its pull.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e3)]
    public void TheScaleOfTargetsDoesNotMatter(double scale)
    {
        ReductionProblem problem = Problem([1], [scale], Path("A", 0, null));

        RaceEvaluation race = RaceEvaluation.Of(problem, [PathwaySpread.Uniform(problem.Pathways[0], 2, Math.Sqrt(1e-4 * scale))], 100_000)!;

        Assert.Equal(1, Time(scale, 1e-4, race.BestShares[0]) / race.EndTime!.Value, 0.05);
        Assert.InRange(race.FinalLoss / race.InitialLoss, 0, 3e-3 * 3e-3);
        Assert.Equal(1 / scale, race.StableStepSize, 0.01 / scale);
    }

    // Eq. 7 with d = s: the time from one share of the end to another, in tau.
    private static double Time(double s, double from, double to) => Math.Log(to * (1 - from) / (from * (1 - to))) / (2 * s);

    // Every datapoint has a feature and an output of its own.
    private static ReductionProblem Problem(double[] inputs, double[] targets, params Pathway[] pathways) => new()
    {
        Count = inputs.Length,
        Inputs = [new("In", inputs.Length, Diagonal(inputs))],
        Outputs = [new("Out", inputs.Length, Diagonal([.. targets.Take(inputs.Length)]), null)],
        Modules = ["A", "B"],
        Pathways = pathways,
    };

    private static Pathway Path(string name, int block, bool[]? gate) => new(name, [name == "A" ? 0 : 1], [new(block, gate)], [new(0, gate)]);

    private static double[] Diagonal(double[] numbers) => [.. numbers.SelectMany((number, i) => numbers.Select((_, j) => i == j ? number : 0))];
}
