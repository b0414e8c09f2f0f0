using GateDsl.Theory.Sampling;
using MathNet.Numerics.Distributions;

namespace GateDsl.Tests.Initialising;

/// <summary>R of the QR decomposition of a Gaussian matrix that is never drawn: its distribution, and how mirrored draws lean apart.</summary>
public sealed class GaussianTriangleTests
{
    private const int Draws = 20_000;

    /// <summary>
    /// The largest distance of the draws' distribution from that of chi; of 20,000 draws it is beyond 1.95/sqrt(20,000) once in a thousand times.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(10_000)]
    public void LengthsHaveTheDistributionOfChiBothWays(int degrees)
    {
        double[][] lengths = [.. new[] { false, true }.Select(isMirrored => Enumerable.Range(0, Draws)
            .Select(i => ChiSampler.Draw(degrees, new RandomStream((ulong)i, "length"), isMirrored)).ToArray())];
        foreach (double[] drawn in lengths)
        {
            double[] sorted = [.. drawn.Order()];
            double distance = Enumerable.Range(0, Draws).Max(i =>
            {
                double share = ChiSquared.CDF(degrees, sorted[i] * sorted[i]);
                return Math.Max(Math.Abs(share - ((double)i / Draws)), Math.Abs(share - ((i + 1.0) / Draws)));
            });
            Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Draws));
        }

        double apart = MathNet.Numerics.Statistics.Correlation.Pearson(lengths[0], lengths[1]);
        Assert.True(degrees > 2 ? apart < -0.85 : apart > 0.999, $"{apart}");
    }

    /// <summary>Q = R^T R is a Wishart matrix: E Q = H, Var Q_ij = H, on the diagonal 2 H, E det Q = H (H - 1) (H - 2) for three columns.</summary>
    [Theory]
    [InlineData(5, false)]
    [InlineData(5, true)]
    [InlineData(40, false)]
    [InlineData(40, true)]
    public void ItsGramMatrixIsAWishartMatrix(int units, bool isMirrored)
    {
        double[][] grams = [.. Enumerable.Range(0, Draws).Select(i => Gram(GaussianTriangle.Draw(units, 3, (ulong)i, "module", isMirrored), 3))];
        for (int entry = 0; entry < 9; entry++)
        {
            bool isDiagonal = entry % 4 == 0;
            double mean = grams.Average(gram => gram[entry]);
            double variance = grams.Average(gram => gram[entry] * gram[entry]) - (mean * mean);
            double expected = isDiagonal ? 2 * units : units;
            Assert.Equal(isDiagonal ? units : 0, mean, 4 * Math.Sqrt(expected / Draws));
            Assert.Equal(1, variance / expected, 0.06);
        }

        double[] determinants = [.. grams.Select(Determinant)];
        double spread = Math.Sqrt(determinants.Average(value => value * value) - Math.Pow(determinants.Average(), 2));
        Assert.Equal((double)units * (units - 1) * (units - 2), determinants.Average(), 4 * spread / Math.Sqrt(Draws));
    }

    [Fact]
    public void FewerUnitsThanColumnsLeaveTheirRank()
    {
        double[] r = GaussianTriangle.Draw(2, 4, 1, "module", isMirrored: false);
        Assert.Equal(8, r.Length);
        Assert.Equal(0, r[4]);
        Assert.All([r[0], r[5]], length => Assert.True(length > 0));
        Assert.Empty(GaussianTriangle.Draw(0, 4, 1, "module", isMirrored: false));
    }

    /// <summary>What mirrored draws have in common is of second order: means of pairs spread much less than two independent draws would.</summary>
    [Fact]
    public void MirroredGramMatricesLeanApart()
    {
        double[] pairs = [.. Enumerable.Range(0, 2000).Select(i => (First(i, false) + First(i, true)) / 2)];
        double[] singles = [.. Enumerable.Range(0, 2000).Select(i => First(i, false))];
        Assert.InRange(Spread(pairs) / Spread(singles), 0, 0.25);

        static double First(int draw, bool isMirrored) => Gram(GaussianTriangle.Draw(100, 6, (ulong)draw, "module", isMirrored), 6)[0];

        static double Spread(double[] values) => MathNet.Numerics.Statistics.Statistics.StandardDeviation(values);
    }

    private static double[] Gram(double[] r, int columns) =>
    [
        .. from i in Enumerable.Range(0, columns)
           from j in Enumerable.Range(0, columns)
           select Enumerable.Range(0, r.Length / columns).Sum(row => r[(row * columns) + i] * r[(row * columns) + j]),
    ];

    private static double Determinant(double[] m) =>
        (m[0] * ((m[4] * m[8]) - (m[5] * m[7]))) - (m[1] * ((m[3] * m[8]) - (m[5] * m[6]))) + (m[2] * ((m[3] * m[7]) - (m[4] * m[6])));
}
