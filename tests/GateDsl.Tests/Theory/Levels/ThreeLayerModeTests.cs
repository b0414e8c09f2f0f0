using GateDsl.Theory.Sampling;

namespace GateDsl.Tests.Theory.Levels;

public sealed class ThreeLayerModeTests
{
    [Fact]
    public void ItEndsAtSOverDAndIsMonotoneOnceItGrows()
    {
        double[] strengths = new ThreeLayerMode(singularValue: 6, inputStrength: 3, firstUnits: 20, secondUnits: 15)
            .Strengths(sigma: 0.05, stepSize: 1e-3, epochs: 6000, seed: 3);

        Assert.Equal(2, strengths[^1], 1e-9);
        int growing = Array.FindIndex(strengths, strength => strength > 0.1);
        Assert.All(strengths.Skip(growing + 1).Zip(strengths.Skip(growing)), pair => Assert.True(pair.First >= pair.Second));
    }

    /// <summary>
    /// A network 1-5-4-1 with the input sqrt(D) and the target S/sqrt(D), trained weight by weight: its gradient is the mode'S.
    /// </summary>
    [Fact]
    public void ItIsANetworkOfOneInputAndOneOutput()
    {
        const double S = 6;
        const double D = 3;
        const double Sigma = 0.3;
        const double Eta = 2e-3;
        double[] first = Draw("first", 5);
        double[] hidden = Draw("hidden", 20);
        double[] last = Draw("last", 4);
        List<double> expected = [];
        for (int epoch = 0; epoch < 400; epoch++)
        {
            double input = Math.Sqrt(D);
            double output = 0;
            for (int j = 0; j < 4; j++)
            {
                for (int i = 0; i < 5; i++)
                {
                    output += last[j] * hidden[(j * 5) + i] * first[i] * input;
                }
            }

            expected.Add(output / input);
            double error = (S / input) - output;
            double[] firstBefore = [.. first];
            double[] hiddenBefore = [.. hidden];
            double[] lastBefore = [.. last];
            for (int j = 0; j < 4; j++)
            {
                for (int i = 0; i < 5; i++)
                {
                    first[i] += Eta * error * lastBefore[j] * hiddenBefore[(j * 5) + i] * input;
                    last[j] += Eta * error * hiddenBefore[(j * 5) + i] * firstBefore[i] * input;
                    hidden[(j * 5) + i] += Eta * error * lastBefore[j] * firstBefore[i] * input;
                }
            }
        }

        double[] strengths = new ThreeLayerMode(S, D, firstUnits: 5, secondUnits: 4).Strengths(Sigma, Eta, 400, seed: 9);

        Assert.InRange(expected[^1], 1.9, 2.1);
        Assert.Equal(expected, strengths, (a, b) => Math.Abs(a - b) < 1e-12);

        double[] Draw(string name, int count) => [.. new NormalSampler(9, name).Draw(count).Select(draw => Sigma * draw)];
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(5UL)]
    public void AHalfTimeFollowsTheRuleOfThumb(ulong seed)
    {
        // Roughly Eta S t_half Sigma (sqrt H1 + sqrt H2) = 2.4.
        const double Sigma = 6e-4;
        const double Eta = 1e-3;
        const double S = 25.69;
        double[] strengths = new ThreeLayerMode(S, inputStrength: 11, firstUnits: 210, secondUnits: 210).Strengths(Sigma, Eta, 8000, seed);
        int half = Array.FindIndex(strengths, strength => strength >= 0.5 * S / 11);

        Assert.InRange(Eta * S * half * Sigma * 2 * Math.Sqrt(210), 2.1, 2.7);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Assert.Equal("singularValue", Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerMode(0, 1, 1, 1)).ParamName);
        Assert.Equal("inputStrength", Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerMode(1, -1, 1, 1)).ParamName);
        Assert.Equal("firstUnits", Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerMode(1, 1, 0, 1)).ParamName);
        Assert.Equal("secondUnits", Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerMode(1, 1, 1, 0)).ParamName);
        Assert.Equal("sigma", Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerMode(1, 1, 1, 1).Strengths(0, 1, 1)).ParamName);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerMode(1, 1, 1, 1).Strengths(1, 1, -1)).ParamName);
    }
}
