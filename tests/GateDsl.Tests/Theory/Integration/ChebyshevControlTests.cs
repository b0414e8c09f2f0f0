using GateDsl.Theory.Integration;

namespace GateDsl.Tests.Theory.Integration;

/// <summary>How long the steps of a flow become after errors that are chosen here, how many stages they have, and what they cost.</summary>
public sealed class ChebyshevControlTests
{
    private const double Tolerance = 1e-3;
    private const double Step = 0.01;
    private double _share;

    /// <summary>
    /// A step that is taken makes the next one 0.8 over the cube root of its error's share of the tolerance as long, but no more than three times.
    /// </summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(0.01, 3)]
    [InlineData(0.125, 1.6)]
    [InlineData(1, 0.8)]
    public void AStepWithinTheToleranceIsTaken(double share, double factor)
    {
        ChebyshevFlow flow = Flow(1, slope: 1);
        _share = share * Tolerance;

        Assert.True(flow.Propose());
        flow.Accept();
        Assert.Equal(Step, flow.Time, 1e-15);
        Assert.True(flow.Propose());
        flow.Accept();
        Assert.Equal(Step * (1 + factor), flow.Time, 1e-12);
    }

    /// <summary>A step that is not taken is tried again shorter by the same rule, but no shorter than a fifth; also where its error is no number.</summary>
    [Theory]
    [InlineData(1.001, 0.8 / 1.00033322)]
    [InlineData(8, 0.4)]
    [InlineData(60, 0.8 / 3.91486764)]
    [InlineData(1e9, 0.2)]
    [InlineData(double.PositiveInfinity, 0.2)]
    [InlineData(double.NaN, 0.2)]
    public void AStepBeyondTheToleranceIsShortened(double share, double factor)
    {
        ChebyshevFlow flow = Flow(1, slope: 1);
        _share = share * Tolerance;

        Assert.False(flow.Propose());
        Assert.Equal(0, flow.Time);
        _share = 0;
        Assert.True(flow.Propose());
        flow.Accept();
        Assert.Equal(Step * factor, flow.Time, 1e-9);
    }

    [Fact]
    public void AProposalMayBeShortened()
    {
        ChebyshevFlow flow = Flow(1, slope: 1);
        Assert.True(flow.Propose());
        flow.Shorten(0.3);
        Assert.True(flow.Propose());
        flow.Accept();
        Assert.Equal(0.3 * Step, flow.Time, 1e-15);
    }

    /// <summary>The start is one evaluation. The curvature takes one every four steps, and four at first; a step two where nothing is steep.</summary>
    [Fact]
    public void EvaluationsAreThoseOfStepsAndOfTheCurvature()
    {
        ChebyshevFlow flow = Flow(1, slope: 1);
        List<long> evaluations = [flow.Evaluations];
        for (int step = 0; step < 9; step++)
        {
            Assert.True(flow.Propose());
            flow.Accept();
            evaluations.Add(flow.Evaluations);
        }

        Assert.Equal([1, 7, 9, 11, 13, 16, 18, 20, 22, 25], evaluations);
    }

    /// <summary>
    /// A step of s stages bears 0.65 / 1.2 (s^2 - 1) over the rate of decay; of more than twelve there are none, and the step is the one that twelve bear.
    /// </summary>
    [Theory]
    [InlineData(24, 0.999, 5)]
    [InlineData(24, 1.001, 6)]
    [InlineData(143, 0.999, 12)]
    [InlineData(143, 1.001, 12)]
    [InlineData(143, 100, 12)]
    [InlineData(3, 0.999, 2)]
    [InlineData(3, 1.001, 3)]
    [InlineData(3, 1e-6, 2)]
    public void StagesFollowTheCurvature(double reach, double times, int stages)
    {
        const double Share = 0.65 / 1.2;
        double rate = times * Share * reach / Step;
        ChebyshevFlow flow = Flow(rate, slope: null);

        Assert.True(flow.Propose());
        flow.Accept();

        Assert.Equal(1 + 4 + stages, flow.Evaluations);
        Assert.Equal(1, flow.Time / Math.Min(Step, Share * 143 / rate), 1e-6);
    }

    /// <summary>The longest step has twelve stages, whichever way the rate of decay rounds.</summary>
    [Fact]
    public void TheLongestStepNeverHasThirteenStages()
    {
        Random random = new(2);
        for (int draw = 0; draw < 200; draw++)
        {
            ChebyshevFlow flow = Flow(Math.Exp(10 + (5 * random.NextDouble())), slope: null);
            Assert.True(flow.Propose());
            flow.Accept();
            Assert.Equal(1 + 4 + 12, flow.Evaluations);
        }
    }

    /// <summary>A slope that is the same everywhere has no direction in which it changes most, and is asked for at numbers only.</summary>
    [Fact]
    public void WhereNothingIsSteepStatesStayNumbers()
    {
        ChebyshevFlow flow =
            new([1, -2], (y, to) => (to[0], to[1]) = double.IsFinite(y[0] + y[1]) ? (1, 3) : throw new ArithmeticException(), (_, _) => 0, Tolerance, Step);
        for (int step = 0; step < 9; step++)
        {
            Assert.True(flow.Propose());
            flow.Accept();
        }

        Assert.Equal(Step * 9841, flow.Time, 1e-9);
    }

    private ChebyshevFlow Flow(double rate, double? slope) => new([1], (y, to) => to[0] = slope ?? -rate * y[0], (_, _) => _share, Tolerance, Step);
}
