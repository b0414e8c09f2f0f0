namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class GaussianModeTests
{
    public static TheoryData<double, double, double> Modes
    {
        get
        {
            TheoryData<double, double, double> modes = [];
            foreach (double c in new[] { 1e-9, 1e-6, 1e-3, 0.1, 1, 10 })
            {
                foreach (double s in new[] { 0, 1e-3, 0.4, 3 })
                {
                    foreach (double d in new[] { 0, 1e-3, 0.7, 5 })
                    {
                        modes.Add(c, s, d);
                    }
                }
            }

            return modes;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void EveryModeOfTheExpectedGramFlowFollowsItsCurve(double c, double s, double d)
    {
        // Two modes in turned bases, s and half of it, of unequal layers.
        const double Units = 50, Uneven = 0.3;
        double a = c * (1 + Uneven), b = c * (1 - Uneven), tau = 1.7;
        double[,] u = Turn(0.4), v = Turn(-1.1);
        double[,] syx = PathFlow.Times(PathFlow.Times(u, new[,] { { s, 0 }, { 0, s / 2 } }), PathFlow.Transpose(v));
        ModeCurve[] curves = [.. new[] { s, s / 2 }.Select(strength => ModeCurve.FromGaussian(strength, d, Units, Math.Sqrt(a / Units), Math.Sqrt(b / Units)))];
        double rate = Math.Sqrt((s * s) + (d * d * c * c));

        // To the end; with d = 0 there is none, and the faster mode's rounding soon is all that is left of the slower one.
        double horizon = rate == 0 ? 5 : (d == 0 ? 20 : Math.Log(1 + (s / (d * c))) + 12) / (2 * rate);
        double[] state = PathFlow.Flat(new[,] { { a, 0, 0, 0 }, { 0, a, 0, 0 }, { 0, 0, b, 0 }, { 0, 0, 0, b } });
        const int Stops = 8;
        for (int stop = 1; stop <= Stops; stop++)
        {
            state = ClassicalRungeKutta.Advance(PathFlow.Gram(syx, d), state, horizon / Stops, 600);
            double time = horizon * stop / Stops * tau;
            double[,] q = PathFlow.Take(state, 0, 4, 4);
            for (int k = 0; k < 2; k++)
            {
                double strength = Form(q, 2, 0, u, v, k), incoming = Form(q, 0, 0, v, v, k), outgoing = Form(q, 2, 2, u, u, k);
                double end = d > 0 && s > 0 ? curves[k].End : strength;
                double bound = 1e-8 * Math.Max(end, strength);
                Assert.Equal(strength, curves[k].At(time, tau), bound);
                Assert.Equal(incoming, curves[k].IncomingSquareAt(time, tau), Math.Max(bound, 1e-8 * incoming));
                Assert.Equal(outgoing, curves[k].OutgoingSquareAt(time, tau), Math.Max(bound, 1e-8 * outgoing));
            }
        }
    }

    [Theory]
    [InlineData(1.3, 0.7)]
    [InlineData(1.3, 0)]
    [InlineData(0.02, 4)]
    public void FromSmallWeightsItIsEq7FromHalfOfC(double s, double d)
    {
        const double C = 1e-12;
        ModeCurve gaussian = ModeCurve.FromGaussian(s, d, 1, Math.Sqrt(C), Math.Sqrt(C));
        ModeCurve balanced = new(s, d, C / 2);
        foreach (double logarithm in new[] { 12.0, 20, 25, 28, 30, 45 })
        {
            double time = logarithm / (2 * s);
            Assert.Equal(1, gaussian.At(time) / balanced.At(time), 1e-9);
        }
    }

    [Fact]
    public void EdgeCasesHaveTheLimitsOfTheTheory()
    {
        const double S = 0.8, C = 0.3, Time = 4;
        ModeCurve growing = ModeCurve.FromGaussian(S, 0, 3, Math.Sqrt(0.1), Math.Sqrt(0.1));
        Assert.Equal(C * Math.Sinh(2 * S * Time), growing.At(Time), 1e-12 * growing.At(Time));
        Assert.Equal(double.PositiveInfinity, growing.End);
        Assert.Equal(double.PositiveInfinity, growing.At(1e6));
        Assert.Equal(double.PositiveInfinity, growing.IncomingSquareAt(1e6));
        Assert.Equal(Math.Exp((2 * S * 500) + Math.Log(5e-301)), ModeCurve.FromGaussian(S, 0, 1, 1e-150, 1e-150).At(500), 1e40);

        foreach (ModeCurve still in new[] { ModeCurve.FromGaussian(0, 0.7, 10, 0.5, 0.1), ModeCurve.FromGaussian(0, 0, 10, 0.5, 0.1),
            ModeCurve.FromGaussian(0.8, 0.7, 10, 0, 0), ModeCurve.FromGaussian(0.8, 0, 0, 1, 1) })
        {
            Assert.Equal(0, still.At(1e6));
            Assert.Equal(0, still.End);
            Assert.Equal(0, still.Start);
            Assert.Equal(0, still.AfterEpochs(100, 10));
            Assert.Equal(still.IncomingSquareAt(0), still.IncomingSquareAt(1e6));
            Assert.Equal(double.PositiveInfinity, still.TimeTo(1e-9));
        }

        ModeCurve settled = ModeCurve.FromGaussian(2, 0.5, 20, 0.01, 0.02);
        Assert.Equal(4, settled.At(1e9), 1e-15);
        Assert.Equal(4, settled.End);
        Assert.Equal(0, settled.At(0));
    }

    [Theory]
    [InlineData(1.3, 0.7, 1e-9)]
    [InlineData(1.3, 0.7, 0.2)]
    [InlineData(0.05, 2, 3)]
    [InlineData(0.9, 0, 1e-4)]
    [InlineData(1e-5, 1, 5)]
    public void TheInverseReturnsTheTime(double s, double d, double c)
    {
        ModeCurve curve = ModeCurve.FromGaussian(s, d, 1, Math.Sqrt(c), Math.Sqrt(c));
        double rate = Math.Sqrt((s * s) + (d * d * c * c));
        foreach (double fraction in new[] { 1e-9, 1e-3, 0.4, 2, 9 })
        {
            double time = fraction / rate;
            Assert.Equal(1, curve.TimeTo(curve.At(time, tau: 3), tau: 3) / time, 1e-7);
        }

        Assert.Equal(0, curve.TimeTo(0));
        Assert.Equal(double.PositiveInfinity, curve.TimeTo(-1));
        Assert.Equal(double.PositiveInfinity, curve.TimeTo(curve.End));
    }

    [Theory]
    [InlineData(1.1, 0.4, 1e-4, 30)]
    [InlineData(0.3, 2, 0.7, 25)]
    [InlineData(0.2, 0, 0.1, 40)]
    public void EpochsAreStepsOfDescentInExpectation(double s, double d, double c, double tau)
    {
        // The 2 x 2 Gram matrix of the mode, Q = (I + h M) Q (I + h M).
        double incoming = c, outgoing = c, map = 0;
        ModeCurve curve = ModeCurve.FromGaussian(s, d, 1, Math.Sqrt(c), Math.Sqrt(c));
        for (int epoch = 0; epoch <= 400; epoch++)
        {
            Assert.Equal(map, curve.AfterEpochs(epoch, tau), 1e-11 * Math.Max(map, 1e-9));
            double g = (s - (d * map)) / tau;
            (incoming, outgoing, map) = (
                incoming + (2 * g * map) + (g * g * outgoing),
                outgoing + (2 * g * map) + (g * g * incoming),
                map + (g * (incoming + outgoing)) + (g * g * map));
        }

        Assert.Equal(curve.AfterEpochs(10, tau), (curve.AfterEpochs(9.5, tau) + curve.AfterEpochs(10.5, tau)) / 2, 1e-2 * curve.AfterEpochs(10, tau));
        Assert.Equal(curve.End, curve.AfterEpochs(1e12, tau), 1e-9);
    }

    [Fact]
    public void LazinessTellsRichFromLazy()
    {
        Assert.Equal(0.5 * 3 / 2, ModeCurve.FromGaussian(2, 0.5, 10, Math.Sqrt(0.4), Math.Sqrt(0.2)).LazinessIndex, 1e-14);
        Assert.Equal(0.5 * 0.1 / 2, new ModeCurve(2, 0.5, 0.1).LazinessIndex, 1e-16);
        Assert.Equal(0, ModeCurve.FromGaussian(2, 0, 10, 1, 1).LazinessIndex);
        Assert.Equal(double.PositiveInfinity, ModeCurve.FromGaussian(0, 1, 10, 1, 1).LazinessIndex);
        Assert.Equal(double.PositiveInfinity, ModeCurve.FromGaussian(0, 0, 10, 1, 1).LazinessIndex);
        Assert.Equal(ModeCurve.FromGaussian(2, 0.5, 8, 0.1, 0.3).LazinessIndex, new PathwayMode("", 0, 2, 0.5, 8 * 0.1 / 4, 1).LazinessIndex, 1e-15);

        // Lazy: exponential at the rate 2 d c. Rich: hardly anything before the sigmoid.
        ModeCurve lazy = ModeCurve.FromGaussian(0.01, 1, 1, 1, 1);
        Assert.Equal(0.01 * (1 - Math.Exp(-2 * 0.6)), lazy.At(0.6), 1e-6);
        Assert.InRange(ModeCurve.FromGaussian(1, 1, 1, 1e-4, 1e-4).At(5), 0, 1e-3);
    }

    [Fact]
    public void NumbersOutOfRangeAreRefusedByName()
    {
        Assert.Equal("inputOutputStrength", Refused(() => ModeCurve.FromGaussian(-1, 1, 1, 1, 1)));
        Assert.Equal("inputStrength", Refused(() => ModeCurve.FromGaussian(1, double.NaN, 1, 1, 1)));
        Assert.Equal("units", Refused(() => ModeCurve.FromGaussian(1, 1, -3, 1, 1)));
        Assert.Equal("sigmaIn", Refused(() => ModeCurve.FromGaussian(1, 1, 1, -1, 1)));
        Assert.Equal("sigmaOut", Refused(() => ModeCurve.FromGaussian(1, 1, 1, 1, double.PositiveInfinity)));
        Assert.Equal("sigmaIn", Refused(() => ModeCurve.FromGaussian(1, 1, 1, 1e200, 1)));
        Assert.Equal("time", Refused(() => ModeCurve.FromGaussian(1, 1, 1, 1, 1).IncomingSquareAt(-1)));
    }

    private static string? Refused(Action action) => Assert.Throws<ArgumentOutOfRangeException>(action).ParamName;

    private static double[,] Turn(double angle) => new[,] { { Math.Cos(angle), -Math.Sin(angle) }, { Math.Sin(angle), Math.Cos(angle) } };

    private static double Form(double[,] q, int row, int column, double[,] left, double[,] right, int mode)
    {
        double sum = 0;
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                sum += left[i, mode] * q[row + i, column + j] * right[j, mode];
            }
        }

        return sum;
    }
}
