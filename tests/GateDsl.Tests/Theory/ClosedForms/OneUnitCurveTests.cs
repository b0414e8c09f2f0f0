namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class OneUnitCurveTests
{
    [Theory]
    [InlineData(1.2, 0.5, 0.1, 0.4)]
    [InlineData(1.2, 1e-3, 1e-3, 0)]
    [InlineData(1.2, 0, 0, 0.7)] // No outgoing weight, nothing along the target.
    [InlineData(0.3, 2, -1.5, 0.2)]
    [InlineData(0.3, 0.1, -1.5, 0.2)] // The outgoing weight changes its sign.
    [InlineData(0.8, -0.4, 0.9, 1.6)]
    [InlineData(0, 0.3, 0.2, 0.9)] // Nothing to learn.
    [InlineData(0, 0.9, 0.2, 0.3)]
    [InlineData(0, 0.5, 0.3, 0.4)] // Nothing to learn, balanced: it dies out as 1/sqrt(t).
    [InlineData(1, 0.5, 0.3, 0.4)] // Balanced.
    public void TheUnitFollowsItsDifferentialEquation(double s, double outgoing, double along, double across)
    {
        const double Tau = 1.6, Stretch = 0.5;
        OneUnitCurve curve = new(s, outgoing, along, across);
        double[] state = [outgoing, along, across];
        for (int stop = 0; stop <= 16; stop++)
        {
            double time = stop * Stretch * Tau;
            Assert.Equal(state[0], curve.OutgoingAt(time, Tau), 1e-10);
            Assert.Equal(state[1], curve.AlongAt(time, Tau), 1e-10);
            Assert.Equal(state[2], curve.AcrossAt(time, Tau), 1e-10);
            Assert.Equal(curve.Imbalance, (state[0] * state[0]) - (state[1] * state[1]) - (state[2] * state[2]), 1e-10);
            state = ClassicalRungeKutta.Advance(Slope, state, Stretch, 1500);
        }

        double[] Slope(double[] x) =>
        [
            (s * x[1]) - (x[0] * ((x[1] * x[1]) + (x[2] * x[2]))),
            x[0] * (s - (x[0] * x[1])),
            -x[0] * x[0] * x[2],
        ];
    }

    [Fact]
    public void TheRatioIsThePrintedOne()
    {
        const double S = 1.1, A = 0.6, Along = 0.2, Across = 0.5, Tau = 3;
        OneUnitCurve curve = new(S, A, Along, Across);
        double delta = (A * A) - (Along * Along) - (Across * Across);
        double k = Math.Sqrt((4 * S * S) + (delta * delta)), n0 = Along * S / A;
        foreach (double t in new[] { 0, 0.3, 1, 4, 20 })
        {
            double printed = (-delta + (k * Math.Tanh((k * t / 2) + Math.Atanh((delta + (2 * n0)) / k)))) / 2;
            Assert.Equal(printed, curve.RatioAt(t * Tau, Tau), 1e-13);
        }
    }

    [Theory]
    [InlineData(1, 1e-8, 1e-8, 0, 0)]
    [InlineData(1, 1e-8, 0, 4, -16)]
    [InlineData(1e-3, 3, 0, 0, 9)]
    public void LongTimesNeitherOverflowNorLoseTheEnd(double s, double outgoing, double along, double across, double delta)
    {
        OneUnitCurve curve = new(s, outgoing, along, across);
        double a = curve.OutgoingAt(1e6), w = curve.AlongAt(1e6), rest = curve.AcrossAt(1e6);
        Assert.Equal(delta, (a * a) - (w * w) - (rest * rest), 1e-9 * Math.Max(1, Math.Abs(delta)));
        Assert.Equal(s, a * w, 1e-9);
    }

    [Fact]
    public void AUnitThatNothingMovesStays()
    {
        Assert.Equal(0, new OneUnitCurve(1, 0, 0, 0).OutgoingAt(1e6));
        OneUnitCurve still = new(0, 0, 3, 4);
        Assert.Equal(0, still.OutgoingAt(1e6), 1e-14);
        Assert.Equal(3, still.AlongAt(1e6), 1e-14);
        Assert.Equal(4, still.AcrossAt(1e6), 1e-14);
        Assert.Equal(4, new OneUnitCurve(1, 0, 0, 4).AcrossAt(1e6), 1e-14);
    }

    [Fact]
    public void NumbersOutOfRangeAreRefusedByName()
    {
        Assert.Equal("targetStrength", Assert.Throws<ArgumentOutOfRangeException>(() => new OneUnitCurve(-1, 1, 1, 1)).ParamName);
        Assert.Equal("outgoing", Assert.Throws<ArgumentOutOfRangeException>(() => new OneUnitCurve(1, double.NaN, 1, 1)).ParamName);
        Assert.Equal("along", Assert.Throws<ArgumentOutOfRangeException>(() => new OneUnitCurve(1, 1, double.PositiveInfinity, 1)).ParamName);
        Assert.Equal("across", Assert.Throws<ArgumentOutOfRangeException>(() => new OneUnitCurve(1, 1, 1, -1)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => new OneUnitCurve(1, 1, 1, 1).RatioAt(-1)).ParamName);
    }
}
