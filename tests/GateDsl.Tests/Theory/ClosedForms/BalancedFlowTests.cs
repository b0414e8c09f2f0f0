namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class BalancedFlowTests
{
    [Theory]
    [InlineData(4, 3, 3, 1.3, 0.7)]
    [InlineData(4, 2, 3, 0.2, 1)]
    [InlineData(4, 3, 3, 1.3, 0)]
    [InlineData(3, 2, 5, -0.9, 0.4)] // The incoming layer is the larger one.
    [InlineData(5, 5, 2, -0.3, 1)]
    [InlineData(3, 7, 4, 0, 0.8)] // More hidden units than inputs and outputs.
    [InlineData(3, 1, 4, 0, 0.8)] // Fewer than modes: the map stays of rank one.
    [InlineData(1, 1, 1, 0.5, 1)]
    public void TheFlowIsThatOfTheWeights(int inputs, int hidden, int outputs, double lambda, double d)
    {
        (double[,] w1, double[,] w2) = LambdaBalanced.Draw(inputs, hidden, outputs, 0.4, lambda, seed: 3);
        Compare(w1, w2, Correlation(inputs, outputs), d, lambda);
    }

    [Fact]
    public void SingularWeightsAndCorrelationsDoAsWell()
    {
        double[,] w1 = new[,] { { 0.3, 0.1, 0 }, { 0.6, 0.2, 0 }, { 0, 0, 0 } };
        Compare(w1, LambdaBalanced.Outgoing(w1, 2, 0, seed: 1), new[,] { { 1, 0.5, 0.2 }, { 2, 1, 0.4 } }, 0.6, 0);
        Compare(w1, LambdaBalanced.Outgoing(w1, 4, 0.7, seed: 1), new double[4, 3], 0.6, 0.7);
        Compare(new double[2, 3], new double[2, 2], Correlation(3, 2), 1, 0);
    }

    /// <summary>Where there is nothing to learn a map decays as a0 / (1 + 2 d a0 t), however slowly.</summary>
    [Theory]
    [InlineData(3, 0.25 / 4)]
    [InlineData(0, 0.25)]
    public void WithoutCorrelationsAMapDecays(double time, double expected)
    {
        BalancedFlow flow = BalancedFlow.From(new[,] { { 0.5 } }, new[,] { { 0.5 } }, new double[1, 1], 2);

        Assert.Equal(expected, flow.MapAt(time)[0, 0], 1e-14);
    }

    [Fact]
    public void LongTimesEndWhereTheRegressionIs()
    {
        (double[,] w1, double[,] w2) = LambdaBalanced.Draw(3, 3, 3, 1e-3, 0.2, seed: 5);
        double[,] syx = Correlation(3, 3);
        double[,] map = BalancedFlow.From(w1, w2, syx, 0.5).MapAt(4000, tau: 2);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(syx[i, j] / 0.5, map[i, j], 1e-11);
            }
        }
    }

    [Fact]
    public void TheInitialiserBalancesOrSaysWhyItCannot()
    {
        Assert.Equal("outputs", Assert.ThrowsAny<ArgumentException>(() => LambdaBalanced.Draw(4, 5, 3, 1, 0.1, 0)).ParamName);
        Assert.Equal("inputs", Assert.ThrowsAny<ArgumentException>(() => LambdaBalanced.Draw(4, 5, 9, 1, -0.1, 0)).ParamName);
        Assert.Equal("outputs", Assert.ThrowsAny<ArgumentException>(() => LambdaBalanced.Draw(4, 5, 3, 1, 0, 0)).ParamName);
        Assert.Equal("lambda", Assert.ThrowsAny<ArgumentException>(() => LambdaBalanced.Outgoing(new[,] { { 1.0, 0 }, { 0, 0.5 } }, 2, -0.3, 0)).ParamName);
        Assert.Equal("lambda", Assert.ThrowsAny<ArgumentException>(() => LambdaBalanced.Draw(4, 2, 3, 1, double.NaN, 0)).ParamName);
        Assert.Equal("sigma", Assert.ThrowsAny<ArgumentException>(() => LambdaBalanced.Draw(4, 2, 3, -1, 0, 0)).ParamName);
        double[,] w2 = LambdaBalanced.Outgoing(new[,] { { 1.0, 0 }, { 0, 0.5 } }, 2, -0.25, 0);
        double[,] gram = PathFlow.Times(PathFlow.Transpose(w2), w2);
        Assert.Equal(0.75, gram[0, 0], 1e-14);
        Assert.Equal(0, gram[1, 1], 1e-14);
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedByName()
    {
        double[,] w1 = new[,] { { 1.0, 0 }, { 0, 1 } }, syx = new[,] { { 1.0, 2 } };
        ArgumentException unbalanced = Assert.Throws<ArgumentException>(() => BalancedFlow.From(w1, new[,] { { 1.0, 1 } }, syx));
        Assert.Equal("outgoing", unbalanced.ParamName);
        Assert.Contains("not lambda-balanced", unbalanced.Message, StringComparison.Ordinal);
        Assert.Equal("outgoing", Assert.Throws<ArgumentException>(() => BalancedFlow.From(w1, new[,] { { 1.0 } }, syx)).ParamName);
        Assert.Equal("inputOutputCorrelation", Assert.Throws<ArgumentException>(() => BalancedFlow.From(w1, new[,] { { 1.0, 1 } }, w1)).ParamName);
        Assert.Equal("incoming", Assert.Throws<ArgumentException>(() => BalancedFlow.From(new[,] { { double.NaN } }, w1, syx)).ParamName);
        Assert.Equal("inputStrength", Assert.Throws<ArgumentOutOfRangeException>(() => BalancedFlow.From(w1, w1, w1, -1)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => BalancedFlow.From(w1, w1, w1).MapAt(-1)).ParamName);
    }

    private static void Compare(double[,] w1, double[,] w2, double[,] syx, double d, double lambda)
    {
        const double Tau = 2.5, Stretch = 0.6;
        int hidden = w1.GetLength(0), inputs = w1.GetLength(1), outputs = w2.GetLength(0);
        BalancedFlow flow = BalancedFlow.From(w1, w2, syx, d);
        Assert.Equal(lambda, flow.Lambda, 1e-12);
        double[] state = [.. PathFlow.Flat(w1), .. PathFlow.Flat(w2)];
        for (int stop = 0; stop <= 6; stop++)
        {
            double[,] a = PathFlow.Take(state, 0, hidden, inputs), b = PathFlow.Take(state, hidden * inputs, outputs, hidden);
            double time = stop * Stretch * Tau;
            AssertEqual(PathFlow.Times(b, a), flow.MapAt(time, Tau));
            AssertEqual(PathFlow.Times(PathFlow.Transpose(a), a), flow.IncomingGramAt(time, Tau));
            AssertEqual(PathFlow.Times(b, PathFlow.Transpose(b)), flow.OutgoingGramAt(time, Tau));
            state = ClassicalRungeKutta.Advance(PathFlow.Weights(syx, d, hidden), state, Stretch, 1200);
        }
    }

    private static void AssertEqual(double[,] expected, double[,] actual)
    {
        double bound = 1e-10 * Math.Max(1, expected.Cast<double>().Max(Math.Abs));
        Assert.Equal(expected.GetLength(0), actual.GetLength(0));
        Assert.Equal(expected.GetLength(1), actual.GetLength(1));
        for (int i = 0; i < expected.GetLength(0); i++)
        {
            for (int j = 0; j < expected.GetLength(1); j++)
            {
                Assert.Equal(expected[i, j], actual[i, j], bound);
            }
        }
    }

    private static double[,] Correlation(int inputs, int outputs)
    {
        double[,] syx = new double[outputs, inputs];
        for (int i = 0; i < outputs; i++)
        {
            for (int j = 0; j < inputs; j++)
            {
                syx[i, j] = Math.Sin(1.3 + (i * 2.1) + (j * 0.7)) + (i == j ? 1 : 0);
            }
        }

        return syx;
    }
}
