namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class ModeCurveTests
{
    public static TheoryData<double, double, double> Modes => new()
    {
        { 1.3, 0.7, 1e-6 }, { 1.3, 0.7, 0.5 }, { 1.3, 0.7, 4 }, { 1e-9, 0.7, 0.2 }, { 0, 0.7, 0.2 }, { 0.9, 0, 0.2 }, { 0, 0, 0.2 }, { 2, 1e-12, 0.3 },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void TheCurveFollowsItsDifferentialEquation(double s, double d, double start)
    {
        ModeCurve curve = new(s, d, start);
        const double Tau = 2.5;
        const int Steps = 20_000;
        const double End = 6;
        const double H = End / Steps / Tau;

        // Classical Runge-Kutta on tau a' = 2 a (s - d a).
        double a = start;
        for (int i = 0; i < Steps; i++)
        {
            if (i % 1000 == 0)
            {
                Assert.Equal(a, curve.At(i * End / Steps, Tau), 1e-11 * Math.Max(1, a));
            }

            double k1 = Slope(a);
            double k2 = Slope(a + (H / 2 * k1));
            double k3 = Slope(a + (H / 2 * k2));
            double k4 = Slope(a + (H * k3));
            a += H / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
        }

        double Slope(double x) => 2 * x * (s - (d * x));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void TheInverseReturnsTheTime(double s, double d, double start)
    {
        ModeCurve curve = new(s, d, start);
        foreach (double time in new[] { 0, 1e-3, 0.4, 2.0, 5.0 })
        {
            double strength = curve.At(time, tau: 3);
            bool moves = strength != start;
            Assert.Equal(moves ? time : 0, curve.TimeTo(strength, tau: 3), 1e-9);
        }
    }

    [Fact]
    public void TheCurveIsEq7AsPrintedWhereNothingVanishes()
    {
        const double S = 0.8, D = 0.3, Start = 0.01, Tau = 4, Time = 7;
        double printed = S / D / (1 - ((1 - (S / (D * Start))) * Math.Exp(-2 * S * Time / Tau)));
        Assert.Equal(printed, new ModeCurve(S, D, Start).At(Time, Tau), 1e-14);
        const double Reached = 1.5;
        double inverse = Tau / (2 * S) * Math.Log(Reached * (S - (D * Start)) / (Start * (S - (D * Reached))));
        Assert.Equal(inverse, new ModeCurve(S, D, Start).TimeTo(Reached, Tau), 1e-12);
    }

    [Fact]
    public void EdgeCasesHaveTheLimitsOfTheTheory()
    {
        Assert.Equal(0.2 / (1 + (2 * 0.7 * 0.2 * 3)), new ModeCurve(0, 0.7, 0.2).At(3), 1e-15);
        Assert.Equal(0.2 * Math.Exp(2 * 0.9 * 3), new ModeCurve(0.9, 0, 0.2).At(3), 1e-12);
        Assert.Equal(0.2, new ModeCurve(0, 0, 0.2).At(1e300));
        Assert.Equal(0, new ModeCurve(1, 1, 0).At(1e6));
        Assert.Equal(2, new ModeCurve(2, 1, 1e-300).At(1e6));
        Assert.Equal(2, new ModeCurve(2, 1, 2).At(1e6));
        Assert.Equal(2, new ModeCurve(2, 1, 5).At(1e6));
        Assert.Equal(double.PositiveInfinity, new ModeCurve(1, 0, 1).At(1e6));

        Assert.Equal(double.PositiveInfinity, new ModeCurve(1, 0, 1).End);
        Assert.Equal(0.2, new ModeCurve(0, 0, 0.2).End);
        Assert.Equal(0, new ModeCurve(0, 3, 0.2).End);
        Assert.Equal(0, new ModeCurve(1, 0, 0).End);
    }

    [Theory]
    [InlineData(2, 1, 0.1, 2)] // The end is approached, not reached.
    [InlineData(2, 1, 0.1, 2.5)]
    [InlineData(2, 1, 0.1, 0.05)] // Behind the start.
    [InlineData(2, 1, 3, 2)]
    [InlineData(2, 1, 3, 3.5)]
    [InlineData(2, 1, 2, 1)] // Starts at the end.
    [InlineData(0, 1, 0.5, 0)]
    [InlineData(0, 0, 0.5, 0.6)]
    [InlineData(1, 1, 0, 0.5)]
    [InlineData(1, 1, 0.5, -1)]
    public void StrengthsThatAreNeverReachedTakeInfinitelyLong(double s, double d, double start, double strength) =>
        Assert.Equal(double.PositiveInfinity, new ModeCurve(s, d, start).TimeTo(strength));

    [Theory]
    [InlineData(1.1, 0.4, 0.002)]
    [InlineData(1.1, 0.4, 6)]
    [InlineData(0, 0.4, 1)]
    [InlineData(0.2, 0, 0.1)]
    public void HalvingTheStepHalvesTheDistanceToTheCurveAndQuartersItOnTheClockOfTheSteps(double s, double d, double start)
    {
        ModeCurve curve = new(s, d, start);
        (double Flow, double Steps) coarse = LargestDistances(curve, 0.02);
        (double Flow, double Steps) fine = LargestDistances(curve, 0.01);
        Assert.InRange(coarse.Flow, 1e-4, 0.1);
        Assert.InRange(fine.Flow / coarse.Flow, 0.45, 0.55);
        Assert.InRange(coarse.Steps, 1e-8, 0.1 * coarse.Flow);
        Assert.InRange(fine.Steps / coarse.Steps, 0.22, 0.28);
    }

    /// <summary>What is learnt is too little for a double, and what decays is not: a0 / (1 + 2 d a0 t).</summary>
    [Fact]
    public void AProductThatVanishesIsNoTimeThatDoes() =>
        Assert.Equal(1 / 21.0, new GateDsl.Theory.ClosedForms.BalancedMode(1e-300, 1e101, 1).At(1e-100), 1e-15);

    [Fact]
    public void EpochsOfModesThatNothingMovesLeaveThem()
    {
        Assert.Equal(0.2, new ModeCurve(0, 0, 0.2).AfterEpochs(1e300, 1e-300));
        Assert.Equal(0, new ModeCurve(1, 1, 0).AfterEpochs(100, 10));
        Assert.Equal(2, new ModeCurve(2, 1, 2).AfterEpochs(100, 10));
        Assert.Equal(0.3, new ModeCurve(2, 1, 0.3).AfterEpochs(0, 10));
        Assert.Equal(2, new ModeCurve(2, 1, 0.3).AfterEpochs(1e6, 10));
        Assert.Equal(double.PositiveInfinity, new ModeCurve(1, 0, 1).AfterEpochs(1e6, 10));
    }

    [Fact]
    public void NumbersOutOfRangeAreRefusedByName()
    {
        Assert.Equal("inputOutputStrength", Assert.Throws<ArgumentOutOfRangeException>(() => new ModeCurve(-1, 1, 1)).ParamName);
        Assert.Equal("inputStrength", Assert.Throws<ArgumentOutOfRangeException>(() => new ModeCurve(1, double.NaN, 1)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentOutOfRangeException>(() => new ModeCurve(1, 1, double.PositiveInfinity)).ParamName);
        ModeCurve curve = new(1, 1, 1);
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => curve.At(-1)).ParamName);
        Assert.Equal("tau", Assert.Throws<ArgumentOutOfRangeException>(() => curve.At(1, 0)).ParamName);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => curve.AfterEpochs(double.NaN, 1)).ParamName);
        Assert.Equal("tau", Assert.Throws<ArgumentOutOfRangeException>(() => curve.AfterEpochs(1, -1)).ParamName);
        Assert.Equal("strength", Assert.Throws<ArgumentOutOfRangeException>(() => curve.TimeTo(double.NaN)).ParamName);
    }

    [Theory]
    [InlineData(24, 1e-3, LossScale.Sum, 41.666666666666664)]
    [InlineData(24, 0.02, LossScale.Mean, 50)]
    public void TheTimeConstantDependsOnTheScaleOfTheLoss(int datapoints, double stepSize, LossScale scale, double tau)
    {
        Assert.Equal(tau, TimeConstant.InEpochs(datapoints, stepSize, scale), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeConstant.InEpochs(0, stepSize, scale));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeConstant.InEpochs(24, double.NaN, scale));
    }

    /// <summary>Largest distances of gradient descent from balanced weights, relative to the larger of the mode's start and its end.</summary>
    private static (double Flow, double Steps) LargestDistances(ModeCurve curve, double step)
    {
        double flow = 0, steps = 0, w1 = Math.Sqrt(curve.Start), w2 = w1;
        double unit = double.IsFinite(curve.End) ? Math.Max(curve.Start, curve.End) : curve.At(10);
        for (int epoch = 0; epoch * step < 10; epoch++)
        {
            flow = Math.Max(flow, Math.Abs((w1 * w2) - curve.At(epoch * step)) / unit);
            steps = Math.Max(steps, Math.Abs((w1 * w2) - curve.AfterEpochs(epoch, 1 / step)) / unit);
            double error = curve.InputOutputStrength - (curve.InputStrength * w1 * w2);
            (w1, w2) = (w1 + (step * error * w2), w2 + (step * error * w1));
        }

        return (flow, steps);
    }
}
