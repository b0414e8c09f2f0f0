using GateDsl.Theory.Sampling;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GateDsl.Tests.Twin;

public sealed class GaussianSpectrumTests
{
    [Theory]
    [InlineData(30, 30, 300)]
    [InlineData(64, 64, 60)]
    [InlineData(100, 100, 40)]
    [InlineData(30, 60, 200)]
    [InlineData(100, 25, 200)]
    [InlineData(8, 40, 400)]
    public void ExpectedSingularValuesAreTheMeansOfSimulatedOnes(int rows, int columns, int draws)
    {
        NormalSampler sampler = new(17);
        int count = Math.Min(rows, columns);
        double[] means = new double[count];
        for (int draw = 0; draw < draws; draw++)
        {
            double[] singular = new DenseMatrix(rows, columns, sampler.Draw(rows * columns)).Svd(computeVectors: false).S.ToArray();
            for (int k = 0; k < count; k++)
            {
                means[k] += singular[k] / draws;
            }
        }

        double[] expected = GaussianSpectrum.Expected(rows, columns);
        Assert.Equal(count, expected.Length);

        // The edge, which decides when the growth ends, closest.
        Assert.Equal(1, expected.Take(3).Average() / means.Take(3).Average(), 0.004);
        Assert.Equal(1, expected.Sum(x => x * x) / (rows * (double)columns), 0.01);
        for (int k = 0; k < count; k++)
        {
            Assert.Equal(means[k], expected[k], 0.012 * means[0]);
        }
    }

    [Fact]
    public void FewerValuesAreMeansOverTheirShare()
    {
        Assert.Equal([7, 3], GaussianSpectrum.Condensed([8, 6, 4, 2], 2));
        Assert.Equal([8, 6, 4, 2], GaussianSpectrum.Condensed([8, 6, 4, 2], 4));
        Assert.Equal([(9 + 3) / 1.5, (3 + 3) / 1.5], GaussianSpectrum.Condensed([9, 6, 3], 2));
        Assert.Equal(GaussianSpectrum.Condensed(GaussianSpectrum.Expected(400, 300), 60), GaussianSpectrum.Condensed(400, 300, 60));

        // Beyond what is listed the spectrum is sampled: the same means.
        double[] listed = GaussianSpectrum.Condensed(GaussianSpectrum.Expected(9000, 6000), 100);
        Assert.All(listed.Zip(GaussianSpectrum.Condensed(9000, 6000, 100)), pair => Assert.Equal(1, pair.First / pair.Second, 2e-4));
        Assert.Single(GaussianSpectrum.Expected(1, 1));
    }
}
