namespace GateDsl.Tests.Representing;

public sealed class RepresentationTests
{
    [Fact]
    public void DissimilaritiesAreThoseOfTheVectors()
    {
        double[][] h = [[1, 2, -1], [0.5, 0, 3], [2, 4, -2], [-1, 0.25, 0.125], [1e-3, 2e-3, 1e-3]];
        double[,] kernel = Kernel(h);
        double[,] euclidean = Representation.Rdm(kernel, RdmMetric.SquaredEuclidean);
        double[,] cosine = Representation.Rdm(kernel, RdmMetric.Cosine);
        for (int n = 0; n < h.Length; n++)
        {
            for (int m = 0; m < h.Length; m++)
            {
                Assert.Equal(h[n].Zip(h[m], (a, b) => (a - b) * (a - b)).Sum(), euclidean[n, m], 1e-14);
                Assert.Equal(1 - (Dot(h[n], h[m]) / Math.Sqrt(Dot(h[n], h[n]) * Dot(h[m], h[m]))), cosine[n, m], 1e-15);
            }
        }

        Assert.Equal(0, cosine[0, 2]);
    }

    [Fact]
    public void WhatARepresentationDoesNotSeeSharesNothingWithWhatItSees()
    {
        double[,] rdm = Representation.Rdm(Kernel([[0, 0], [1, 2], [0, 0]]), RdmMetric.Cosine);
        Assert.Equal(0, rdm[0, 0]);
        Assert.Equal(1, rdm[0, 1]);
        Assert.Equal(1, rdm[1, 2]);
        Assert.Equal(0, rdm[0, 2]);
        Assert.Empty(Representation.Rdm(new double[0, 0], RdmMetric.Cosine));
    }

    [Fact]
    public void TheDistanceOfKernelsIsThatOfTheirDirections()
    {
        double[,] a = { { 2, 1 }, { 1, 3 } }, b = { { 1, 0 }, { 0, 1 } };
        Assert.Equal(1 - (5 / Math.Sqrt(15 * 2)), Representation.KernelDistance(a, b), 1e-15);
        Assert.Equal(0, Representation.KernelDistance(a, a));
        Assert.Equal(0, Representation.KernelDistance(a, new[,] { { 4.0, 2 }, { 2, 6 } }), 1e-30);
        Assert.Equal(0, Representation.KernelDistance(new double[2, 2], new double[2, 2]));
        Assert.Equal(1, Representation.KernelDistance(new double[2, 2], a));
        Assert.Equal(1, Representation.KernelDistance(a, new double[2, 2]));
        Assert.Equal(2, Representation.KernelDistance(a, Times(a, -3)), 1e-15);

        // Where 1 - cos would have no digit left, and where squares would leave the range of doubles.
        Assert.Equal(1e-20, Representation.KernelDistance(b, new[,] { { 1 + 2e-10, 0 }, { 0, 1 - 2e-10 } }) / 2, 1e-24);
        Assert.Equal(1 - (5 / Math.Sqrt(15 * 2)), Representation.KernelDistance(Times(a, 1e-200), Times(b, 1e200)), 1e-15);
    }

    /// <summary>Products of two squared lengths leave the range of doubles long before these do.</summary>
    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void AnglesDoNotDependOnTheScale(double scale)
    {
        double[,] kernel = Kernel([[1, 2], [3, -1], [0.5, 4]]);
        double[,] plain = Representation.Rdm(kernel, RdmMetric.Cosine), scaled = Representation.Rdm(Times(kernel, scale), RdmMetric.Cosine);
        Assert.All(plain.Cast<double>().Zip(scaled.Cast<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    /// <summary>Rounding never makes two of the same more alike than that.</summary>
    [Fact]
    public void CorrelationsStayBetweenMinusOneAndOne()
    {
        Random random = new(8);
        for (int draw = 0; draw < 300; draw++)
        {
            double[,] a = new double[4, 4];
            for (int i = 0; i < 16; i++)
            {
                a[i / 4, i % 4] = random.NextDouble();
            }

            double factor = 1 + random.NextDouble();
            Assert.InRange(Representation.Correlation(a, Times(a, factor)), 1 - 1e-14, 1);
            Assert.InRange(Representation.Correlation(a, Times(a, -factor)), -1, -1 + 1e-14);
        }
    }

    [Fact]
    public void TheCorrelationIsPearsonsOfTheUpperTriangles()
    {
        double[,] a = { { 0, 1, 2 }, { 1, 0, 4 }, { 2, 4, 0 } }, b = { { 9, 5, 3 }, { 5, 9, 4 }, { 3, 4, 9 } };
        double[] x = [1, 2, 4], y = [5, 3, 4];
        double mx = x.Average(), my = y.Average();
        double expected = x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum() / Math.Sqrt(x.Sum(p => (p - mx) * (p - mx)) * y.Sum(q => (q - my) * (q - my)));
        Assert.Equal(expected, Representation.Correlation(a, b), 1e-15);
        Assert.Equal(1, Representation.Correlation(a, Times(a, 1e-170)), 1e-15);
        Assert.Equal(-1, Representation.Correlation(a, Times(a, -2)), 1e-15);
        Assert.Equal(double.NaN, Representation.Correlation(a, new double[3, 3]));
    }

    [Fact]
    public void WhatIsNoKernelIsRefusedByName()
    {
        double[,] good = { { 1, 0 }, { 0, 1 } };
        Assert.Equal("kernel", Fault(() => Representation.Rdm(new double[2, 3], RdmMetric.Cosine)).ParamName);
        Assert.Contains("K(1, 0)", Fault(() => Representation.Rdm(new[,] { { 1.0, 0.5 }, { 0.4, 1 } }, RdmMetric.Cosine)).Message, StringComparison.Ordinal);
        Assert.Contains("K(1, 0)", Fault(() => Representation.Rdm(new[,] { { 1e-12, 5e-13 }, { 4e-13, 1e-12 } }, RdmMetric.Cosine)).Message,
            StringComparison.Ordinal);
        Assert.NotEmpty(Representation.Rdm(new[,] { { 1e9, 0.5 }, { 0.4, 1e9 } }, RdmMetric.Cosine));
        Assert.NotEmpty(Representation.Rdm(new[,] { { 0.1, -1e9 }, { -1e9 - 0.1, 0.1 } }, RdmMetric.SquaredEuclidean));
        Assert.Contains("K(1, 1)", Fault(() => Representation.Rdm(new[,] { { 1.0, 0 }, { 0, -1 } }, RdmMetric.Cosine)).Message, StringComparison.Ordinal);
        Assert.Contains("(0, 1)", Fault(() => Representation.Rdm(new[,] { { 1, double.NaN }, { 0, 1 } }, RdmMetric.Cosine)).Message, StringComparison.Ordinal);
        Assert.Equal("metric", Fault(() => Representation.Rdm(good, (RdmMetric)7)).ParamName);
        Assert.Equal("kernel", Fault(() => Representation.Rdm(null!, RdmMetric.Cosine)).ParamName);
        Assert.Equal("b", Fault(() => Representation.KernelDistance(good, new double[3, 3])).ParamName);
        Assert.Equal("a", Fault(() => Representation.KernelDistance(new[,] { { double.PositiveInfinity } }, good)).ParamName);
        Assert.Equal("b", Fault(() => Representation.KernelDistance(good, new double[2, 3])).ParamName);
        Assert.Contains("(1, 0)", Fault(() => Representation.KernelDistance(good, new[,] { { 1, 0 }, { double.NegativeInfinity, 1 } })).Message,
            StringComparison.Ordinal);
        Assert.Equal("rdmA", Fault(() => Representation.Correlation(good, good)).ParamName);
        Assert.Equal("rdmB", Fault(() => Representation.Correlation(new double[3, 3], good)).ParamName);
    }

    private static ArgumentException Fault(Action action) => Assert.ThrowsAny<ArgumentException>(action);

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double[,] Times(double[,] a, double factor)
    {
        double[,] scaled = (double[,])a.Clone();
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                scaled[i, j] *= factor;
            }
        }

        return scaled;
    }

    private static double[,] Kernel(double[][] h)
    {
        double[,] kernel = new double[h.Length, h.Length];
        for (int n = 0; n < h.Length; n++)
        {
            for (int m = 0; m < h.Length; m++)
            {
                kernel[n, m] = Dot(h[n], h[m]);
            }
        }

        return kernel;
    }
}
