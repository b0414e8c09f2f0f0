namespace GateDsl.Tests.Initialising;

public sealed class GaussianTests
{
    private static double[] Draw(IInitializer initializer, string edge, int targets, int sources, ulong seed)
    {
        double[] weights = new double[targets * sources];
        initializer.Fill(edge, targets, sources, seed, weights);
        return weights;
    }

    [Fact]
    public void TheBitsAreTheSameEverywhere()
    {
        double[] weights = Draw(Gaussian.WithSigma(0.5), "ItemToCommon", 2, 2, seed: 1);

        Assert.Equal(GoldenBits.Gaussian, weights.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void AnEdgeDependsOnTheSeedAndItsOwnNameAlone()
    {
        IInitializer initializer = Gaussian.WithSigma(1);
        double[] weights = Draw(initializer, "AToB[0]", 3, 4, seed: 7);

        Draw(initializer, "CToD", 5, 5, seed: 7);
        Assert.Equal(weights, Draw(initializer, "AToB[0]", 3, 4, seed: 7));
        Assert.Equal(weights, Draw(initializer, "AToB[0]", 4, 3, seed: 7));
        Assert.NotEqual(weights, Draw(initializer, "AToB[0]", 3, 4, seed: 8));
        Assert.NotEqual(weights, Draw(initializer, "AToB[1]", 3, 4, seed: 7));
    }

    [Fact]
    public void SigmaIsTheStandardDeviation()
    {
        double[] weights = Draw(Gaussian.WithSigma(0.02), "AToB", 400, 500, seed: 3);

        // Five standard errors: 5 sigma / sqrt(n), 5 sigma^2 sqrt(2 / n).
        Assert.InRange(weights.Average(), -0.02 * 5 / Math.Sqrt(200_000), 0.02 * 5 / Math.Sqrt(200_000));
        Assert.InRange(weights.Average(w => w * w) / (0.02 * 0.02), 1 - (5 * Math.Sqrt(2.0 / 200_000)), 1 + (5 * Math.Sqrt(2.0 / 200_000)));
        Assert.Equal(0.02 * 0.02, Gaussian.WithSigma(0.02).Variance("AToB", 400, 500));
    }

    [Fact]
    public void SigmaZeroGivesZeroWeights() => Assert.All(Draw(Gaussian.WithSigma(0), "AToB", 3, 3, seed: 1), w => Assert.Equal(0, w));

    [Fact]
    public void SigmaScalesTheSameDraws()
    {
        double[] unit = Draw(Gaussian.WithSigma(1), "AToB[2]", 4, 4, seed: 5);
        IInitializer perEdge = Gaussian.PerEdge(("AToB", 0.25), ("AToB[1]", 3));

        Assert.Equal(unit.Select(w => 0.25 * w), Draw(perEdge, "AToB[2]", 4, 4, seed: 5));
    }

    [Fact]
    public void TheNameWithAnIndexWins()
    {
        IInitializer initializer = Gaussian.PerEdge(("AToB", 2), ("AToB[1]", 3), ("CToD[0,2]", 5), (" CToD", 7));

        Assert.Equal(4, initializer.Variance("AToB[0]", 1, 1));
        Assert.Equal(9, initializer.Variance("AToB[1]", 1, 1));
        Assert.Equal(25, initializer.Variance("CToD[0, 2]", 1, 1));
        Assert.Equal(49, initializer.Variance("CToD[2, 0]", 1, 1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ASigmaThatIsNoStandardDeviationIsRefused(double sigma)
    {
        ArgumentOutOfRangeException uniform = Assert.Throws<ArgumentOutOfRangeException>(() => Gaussian.WithSigma(sigma));
        ArgumentOutOfRangeException perEdge = Assert.Throws<ArgumentOutOfRangeException>(() => Gaussian.PerEdge(("AToB", sigma)));

        Assert.Equal("sigma", uniform.ParamName);
        Assert.Equal("edges", perEdge.ParamName);
        Assert.Contains("AToB", perEdge.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEdgeWithoutASigmaIsRefusedByName()
    {
        IInitializer initializer = Gaussian.PerEdge(("AToB[0]", 1));

        Assert.Contains("AToB[1]", Assert.Throws<ArgumentException>(() => Draw(initializer, "AToB[1]", 1, 1, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("CToD", Assert.Throws<ArgumentException>(() => initializer.Variance("CToD", 1, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesGivenTwiceOrEmptyAreRefused()
    {
        Assert.Contains("AToB[0,1]", Assert.Throws<ArgumentException>(() => Gaussian.PerEdge(("AToB[0, 1]", 1), ("AToB[0,1]", 2))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Gaussian.PerEdge((" ", 1)));
        Assert.Throws<ArgumentNullException>(() => Gaussian.PerEdge(null!));
    }

    [Fact]
    public void TheNetworkIsToldAboutUnknownAndMissingEdges()
    {
        IEdgeNames Names(params (string, double)[] edges) => Assert.IsAssignableFrom<IEdgeNames>(Gaussian.PerEdge(edges));
        string[] edges = ["AToB[0]", "AToB[1]", "BToC"];

        Names(("AToB", 1), ("BToC", 1)).CheckEdges(edges, []);
        Names(("AToB[0]", 1), ("AToB[1]", 1), ("BToC", 1)).CheckEdges(edges, []);
        ArgumentException unknown = Assert.Throws<ArgumentException>(() => Names(("AToB", 1), ("AToB[2]", 1), ("BToC", 1)).CheckEdges(edges, []));
        ArgumentException missing = Assert.Throws<ArgumentException>(() => Names(("AToB[0]", 1), ("BToC", 1)).CheckEdges(edges, []));

        Assert.Contains("AToB[2]", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("AToB[1]", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASpanOfAnotherSizeIsRefused() =>
        Assert.Equal("rowMajor", Assert.Throws<ArgumentException>(() => Gaussian.WithSigma(1).Fill("AToB", 2, 3, 0, new double[5])).ParamName);
}
