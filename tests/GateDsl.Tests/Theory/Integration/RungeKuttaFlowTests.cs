using GateDsl.Theory.Integration;

namespace GateDsl.Tests.Theory.Integration;

public sealed class RungeKuttaFlowTests
{
    [Fact]
    public void A_rotation_stays_on_its_circle_and_keeps_time()
    {
        var flow = new RungeKuttaFlow((y, slope) => (slope[0], slope[1]) = (-y[1], y[0]), 1e-12);
        var times = Enumerable.Range(0, 101).Select(i => 0.37 * i).ToArray();
        var states = flow.At([1, 0], times);
        for (var i = 0; i < times.Length; i++)
        {
            Assert.Equal(Math.Cos(times[i]), states[i][0], 1e-9);
            Assert.Equal(Math.Sin(times[i]), states[i][1], 1e-9);
        }
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void The_error_follows_the_tolerance(double tolerance)
    {
        var end = new RungeKuttaFlow((y, slope) => slope[0] = y[0] * (1 - y[0]), tolerance).At([1e-5], [30])[0][0];
        var exact = 1 / (1 + ((1e5 - 1) * Math.Exp(-30)));
        Assert.InRange(Math.Abs(end - exact), 0, 100 * tolerance);
    }

    [Fact]
    public void Nothing_moves_at_a_fixed_point()
    {
        Assert.Equal([0.0, 1.0], new RungeKuttaFlow((y, slope) => (slope[0], slope[1]) = (0, 0), 1e-9).At([0, 1], [0, 5, 1e6])[2]);
    }

    [Fact]
    public void A_flow_that_leaves_the_doubles_is_refused() =>
        Assert.Throws<ArithmeticException>(() => new RungeKuttaFlow((y, slope) => slope[0] = y[0] * y[0], 1e-9).At([1], [2]));

    [Fact]
    public void Times_that_fall_are_refused() =>
        Assert.Throws<ArgumentException>(() => new RungeKuttaFlow((y, slope) => slope[0] = 0, 1e-9).At([1], [2, 1]));
}
