namespace GateDsl.Tests.Theory.Integration;

public sealed class RungeKuttaFlowTests
{
    [Fact]
    public void ARotationStaysOnItsCircleAndKeepsTime()
    {
        RungeKuttaFlow flow = new((y, slope) => (slope[0], slope[1]) = (-y[1], y[0]), 1e-12);
        double[] times = Enumerable.Range(0, 101).Select(i => 0.37 * i).ToArray();
        double[][] states = flow.At([1, 0], times);
        for (int i = 0; i < times.Length; i++)
        {
            Assert.Equal(Math.Cos(times[i]), states[i][0], 1e-9);
            Assert.Equal(Math.Sin(times[i]), states[i][1], 1e-9);
        }
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void TheErrorFollowsTheTolerance(double tolerance)
    {
        double end = new RungeKuttaFlow((y, slope) => slope[0] = y[0] * (1 - y[0]), tolerance).At([1e-5], [30])[0][0];
        double exact = 1 / (1 + ((1e5 - 1) * Math.Exp(-30)));
        Assert.InRange(Math.Abs(end - exact), 0, 100 * tolerance);
    }

    [Fact]
    public void NothingMovesAtAFixedPoint()
    {
        Assert.Equal([0.0, 1.0], new RungeKuttaFlow((y, slope) => (slope[0], slope[1]) = (0, 0), 1e-9).At([0, 1], [0, 5, 1e6])[2]);
    }

    [Fact]
    public void AFlowThatLeavesTheDoublesIsRefused() =>
        Assert.Throws<ArithmeticException>(() => new RungeKuttaFlow((y, slope) => slope[0] = y[0] * y[0], 1e-9).At([1], [2]));

    [Fact]
    public void TimesThatFallAreRefused() =>
        Assert.Throws<ArgumentException>(() => new RungeKuttaFlow((y, slope) => slope[0] = 0, 1e-9).At([1], [2, 1]));
}
