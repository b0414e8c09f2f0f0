using GateDsl.Theory.Integration;

namespace GateDsl.Tests.Theory.Integration;

public sealed class ChebyshevTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void AStepIsOfSecondOrder(int stages)
    {
        Assert.InRange(Error(0.02) / Error(0.01), 7.5, 8.5);

        // The logistic equation from 0.2.
        double Error(double step)
        {
            double[] end = [0];
            Take(stages, [0.2], step, (y, slope) => slope[0] = y[0] * (1 - y[0]), end);
            return Math.Abs(end[0] - (0.2 / (0.2 + (0.8 * Math.Exp(-step)))));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void DecayingModesStayBoundedUpToTheStatedReach(int stages)
    {
        double reach = 0.65 * ((stages * stages) - 1);
        for (double z = 0.0; z <= reach; z += reach / 500)
        {
            Assert.InRange(Factor(z), -1, 1);
        }

        Assert.True(Math.Abs(Factor(1.5 * reach)) > 1);

        double Factor(double z)
        {
            double[] end = [0];
            Take(stages, [1], 1, (y, slope) => slope[0] = -z * y[0], end);
            return end[0];
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e18)]
    [InlineData(1e170)]
    [InlineData(1e-170)]
    public void AStiffFlowFollowsItsSlowPartWithFewEvaluationsInAnyUnitOfTime(double rate)
    {
        // A fast decay beside a slow growth, coupled.
        double[] last = [];
        ChebyshevFlow flow = new(
            [1, 1e-3],
            (y, slope) =>
            {
                last = [.. y];
                slope[0] = -200 * rate * (y[0] - y[1]);
                slope[1] = rate * y[1] * (1 - y[1]);
            },
            (error, state) => error.Zip(state, (e, y) => Math.Abs(e / y)).Max(),
            tolerance: 1e-3,
            firstStep: 1e-3 / rate);
        while (flow.Time < 12 / rate)
        {
            Assert.False(flow.IsStuck);
            if (flow.Propose())
            {
                flow.Accept();
            }
        }

        flow.Revisit();
        double exact = 1e-3 / (1e-3 + (0.999 * Math.Exp(-flow.Time * rate)));
        Assert.Equal(exact, last[1], 0.01);
        Assert.Equal(exact, last[0], 0.01);
        Assert.InRange(flow.Evaluations, 50, 700); // 12 * 200 / 2 steps of Euler's method at the least.
    }

    /// <summary>A flow in units of the state that are so many times as small takes the same steps to so many times the end.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void TheUnitsOfTheStateDoNotMatter(int exponent)
    {
        double unit = Math.Pow(2, exponent);
        (double[] end, long evaluations) = Flow(1);

        (double[] scaled, long same) = Flow(unit);
        Assert.Equal(evaluations, same);
        Assert.Equal(end, scaled.Select(value => value / unit), (x, y) => Math.Abs(x - y) < 1e-12);

        // y' = -50 y^3 and z' = y - z.
        static (double[] End, long Evaluations) Flow(double unit)
        {
            double[] last = [];
            ChebyshevFlow flow = new(
                [unit, 2 * unit],
                (y, slope) =>
                {
                    last = [.. y];
                    slope[0] = -50 * y[0] * (y[0] / unit) * (y[0] / unit);
                    slope[1] = y[0] - y[1];
                },
                (error, state) => error.Zip(state, (e, y) => Math.Abs(e / y)).Max(), 1e-4, 1e-3);
            while (flow.Time < 3)
            {
                if (flow.Propose())
                {
                    flow.Accept();
                }
            }

            flow.Revisit();
            return (last, flow.Evaluations);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AFlowThatIsNoNumberIsStuckSoon(double slopeThere)
    {
        ChebyshevFlow flow = new([1], (y, slope) => slope[0] = y[0] > 2 ? slopeThere : 1, (error, state) => Math.Abs(error[0] / state[0]), 1e-3, 0.1);
        for (int proposals = 0; !flow.IsStuck; proposals++)
        {
            Assert.InRange(proposals, 0, 5_000);
            if (flow.Propose())
            {
                flow.Accept();
            }
        }

        Assert.InRange(flow.Time, 0.9, 1.1);
    }

    private static void Take(int stages, double[] start, double step, Action<double[], double[]> slopeAt, double[] end)
    {
        double[] slope = new double[start.Length];
        slopeAt(start, slope);
        new ChebyshevStep(stages, start.Length, slopeAt).Take(start, slope, step, end);
    }
}
