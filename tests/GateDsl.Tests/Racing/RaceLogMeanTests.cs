namespace GateDsl.Tests.Racing;

/// <summary>When draws of a race are enough, and what their mean is.</summary>
public sealed class RaceLogMeanTests
{
    /// <summary>
    /// Pairs have the means 1 and 7, whose mean is known to 3; a single one deviates by the square root of 56/3. Without pairs, four have half of that.
    /// </summary>
    [Theory]
    [InlineData(true, 0.694, false)]
    [InlineData(true, 0.695, true)]
    [InlineData(false, 0.499, false)]
    [InlineData(false, 0.501, true)]
    public void DrawsAreEnoughWhereTheirMeanIsKnownToAShare(bool hasPairs, double share, bool isEnough)
    {
        Assert.Equal(isEnough, Of([[0], [2], [4], [10]]).IsWithin(share, hasPairs));
        Assert.Equal(isEnough, Of([[0, 5], [2, 5], [4, 5], [10, 5]]).IsWithin(share, hasPairs));
        Assert.Equal(isEnough, Of([[5, 0], [5, 2], [5, 4], [5, 10]]).IsWithin(share, hasPairs));
    }

    /// <summary>What spreads by less than a billionth of the loss is rounding, whatever the share.</summary>
    [Theory]
    [InlineData(0.9e-6, true)]
    [InlineData(1.1e-6, false)]
    public void RoundingIsNoSpread(double apart, bool isEnough) => Assert.Equal(isEnough, Of([[-1000 - apart], [-1000 + apart]]).IsWithin(0, hasPairs: false));

    [Fact]
    public void TheLogIsTheMeanOfTheLogs()
    {
        RaceLogMean mean = new();
        mean.Add(Log([4, 2], [1, 7], 1, [8, 6]));
        Assert.Equal(1, mean.Count);
        mean.Add(Log([2, 1], [2, 0], 4, [4, 0]));
        mean.Add(Log([3, 0], [6, 2], 10, [0, 0]));

        RaceLog log = mean.ToLog();

        Assert.Equal(3, mean.Count);
        Assert.Equal([3, 1], log.Loss, Near);
        Assert.Equal([3, 3], log.TestLoss!, Near);
        Assert.Equal([5, 10], log.ModeStrengths["A"].Cast<double>(), Near);
        Assert.Equal([4, 2], log.TestLossBy["group"], Near);
        Assert.Equal([[4, 2], [2, 1], [3, 0]], log.Draws);
        Assert.Equal([[1, 7], [2, 0], [6, 2]], log.TestDraws);
        Assert.Equal([0, 5], log.Epochs);
    }

    [Fact]
    public void WithoutTestDataThereIsNoTestLoss()
    {
        RaceLogMean mean = new();
        mean.Add(new RaceLog([4, 2], new Dictionary<string, double[,]>()));

        RaceLog log = mean.ToLog();

        Assert.Null(log.TestLoss);
        Assert.Empty(log.TestDraws);
        Assert.Equal([4, 2], log.Loss);
    }

    private static RaceLogMean Of(double[][] testLosses)
    {
        RaceLogMean mean = new();
        foreach (double[] losses in testLosses)
        {
            mean.Add(new RaceLog(new double[losses.Length], new Dictionary<string, double[,]>()) { TestLoss = losses });
        }

        return mean;
    }

    private static RaceLog Log(double[] losses, double[] testLosses, double strength, double[] group) =>
        new(losses, new Dictionary<string, double[,]> { ["A"] = new[,] { { strength }, { 2 * strength } } })
        {
            Epochs = [0, 5],
            TestLoss = testLosses,
            TestLossBy = new Dictionary<string, double[]> { ["group"] = group },
        };

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-14;
}
