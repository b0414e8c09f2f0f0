using GateDsl.CompilerServices;

namespace GateDsl.Tests.Initialising;

public sealed class BiasStartTests
{
    /// <summary>Weights of the constant input start at zero, whatever was there, unless they are named: one copy, or all of them.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false, "BiasToH[0]")]
    [InlineData(true, true, "BiasToH")]
    [InlineData(true, true, " BiasToH [0]", "BiasToH")]
    public void BiasesStartAtZeroUnlessTheyAreNamed(bool isFirstDrawn, bool isSecondDrawn, params string[] named)
    {
        EdgeMatrix<float>[] edges = [Edge("InToH", "In"), Edge("BiasToH[0]", "Bias"), Edge("BiasToH[1]", "Bias")];

        InitialWeights.Draw(Gaussian.PerEdge([("InToH", 1), .. named.Select(name => (name, 2.0))]), 3, edges);

        Assert.DoesNotContain(7f, edges.SelectMany(edge => edge.Values));
        Assert.DoesNotContain(0f, edges[0].Values);
        Assert.All(edges[1].Values, value => Assert.Equal(isFirstDrawn, value != 0));
        Assert.All(edges[2].Values, value => Assert.Equal(isSecondDrawn, value != 0));
    }

    [Fact]
    public void WithOneSigmaForAllNoBiasIsDrawn()
    {
        EdgeMatrix<float>[] edges = [Edge("InToH", "In"), Edge("BiasToH", "Bias")];

        InitialWeights.Draw(Gaussian.WithSigma(1), 3, edges);

        Assert.DoesNotContain(0f, edges[0].Values);
        Assert.Equal([0, 0, 0], edges[1].Values);
    }

    private static EdgeMatrix<float> Edge(string name, string source) => new(name, source, "H", 3, 1, [7, 7, 7]);
}
