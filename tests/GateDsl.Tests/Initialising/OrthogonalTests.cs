namespace GateDsl.Tests.Initialising;

public sealed class OrthogonalTests
{
    private static double[] Draw(double gain, int targets, int sources, ulong seed = 1)
    {
        double[] weights = new double[targets * sources];
        Orthogonal.WithGain(gain).Fill("AToB", targets, sources, seed, weights);
        return weights;
    }

    [Fact]
    public void TheBitsAreTheSameEverywhere() =>
        Assert.Equal(GoldenBits.Orthogonal, Draw(0.2, 2, 3).Select(BitConverter.DoubleToInt64Bits));

    /// <summary>Square weights have the vectors as rows, of which the first is the first that is drawn.</summary>
    [Fact]
    public void TheFirstRowOfSquareWeightsIsTheFirstDraw()
    {
        double[] drawn = new GateDsl.Theory.Sampling.NormalSampler(9, "AToB").Draw(5);
        double norm = Math.Sqrt(drawn.Sum(value => value * value));

        Assert.Equal(drawn.Select(value => 0.7 * value / norm), Draw(0.7, 5, 5, seed: 9)[..5], (x, y) => Math.Abs(x - y) < 1e-15);
    }

    /// <summary>The last of many vectors lies almost within the span of the others: what is left of it after one projection still leans on them.</summary>
    [Fact]
    public void TheLastOfManyVectorsIsOrthogonalToAllOthers()
    {
        const int Size = 160;
        double worst = 0;
        for (ulong seed = 1; seed <= 6; seed++)
        {
            double[] weights = Draw(1, Size, Size, seed);
            for (int a = 0; a < Size - 1; a++)
            {
                worst = Math.Max(worst, Math.Abs(Enumerable.Range(0, Size).Sum(i => weights[(a * Size) + i] * weights[((Size - 1) * Size) + i])));
            }
        }

        Assert.InRange(worst, 0, 1e-15);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(7, 1)]
    [InlineData(5, 5)]
    [InlineData(64, 40)]
    [InlineData(40, 64)]
    public void TheShorterSideIsOrthonormalTimesTheGain(int targets, int sources)
    {
        const double Gain = 0.3;
        double[] weights = Draw(Gain, targets, sources);
        int count = Math.Min(targets, sources);
        int length = Math.Max(targets, sources);
        double Entry(int vector, int i) => targets <= sources ? weights[(vector * sources) + i] : weights[(i * sources) + vector];
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double product = Enumerable.Range(0, length).Sum(i => Entry(a, i) * Entry(b, i));
                Assert.Equal(a == b ? Gain * Gain : 0, product, 1e-15);
            }
        }
    }

    [Fact]
    public void VarianceIsThatOfAnEntry()
    {
        IInitializer initializer = Orthogonal.WithGain(2);
        double square = Enumerable.Range(0, 4000).Average(seed => Math.Pow(Draw(2, 3, 5, (ulong)seed)[7], 2));

        Assert.Equal(4.0 / 5, initializer.Variance("AToB", 3, 5));
        Assert.Equal(4.0 / 5, initializer.Variance("AToB", 5, 3));

        // An entry's square over the squared length is Beta(1/2, 2): standard deviation 0.6 here, five standard errors of 4,000 draws.
        Assert.InRange(square, 0.8 - 0.08, 0.8 + 0.08);
    }

    [Fact]
    public void AOneByOneMatrixIsTheSignOfItsDraw() =>
        Assert.Equal(2, Enumerable.Range(0, 20).Select(seed => Draw(1, 1, 1, (ulong)seed)[0]).Distinct().Count(w => Math.Abs(w) == 1));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void AGainThatIsNoneIsRefused(double gain) =>
        Assert.Equal("gain", Assert.Throws<ArgumentOutOfRangeException>(() => Orthogonal.WithGain(gain)).ParamName);

    [Fact]
    public void ASpanOfAnotherSizeIsRefused() =>
        Assert.Equal("rowMajor", Assert.Throws<ArgumentException>(() => Orthogonal.WithGain(1).Fill("AToB", 2, 3, 0, new double[7])).ParamName);
}
