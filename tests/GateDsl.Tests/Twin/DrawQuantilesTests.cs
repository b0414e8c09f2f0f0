namespace GateDsl.Tests.Twin;

public sealed class DrawQuantilesTests
{
    [Fact]
    public void TheBandHoldsAnotherDrawWithTheShareAskedFor()
    {
        // 19 draws: the ranks of a share of 0.8 are 2.4 and 17.6.
        RaceLog log = new([0], new Dictionary<string, double[,]>()) { Draws = [.. Enumerable.Range(1, 19).Select(i => new double[] { i * 7 % 19, -i })] };
        (double[] low, double[] high) = log.Band(0.8);
        Assert.Equal([1.4, -17.6], low, IsNear);
        Assert.Equal([16.6, -2.4], high, IsNear);
        (low, high) = log.Band(0.99);
        Assert.Equal([0, -19], low);
        Assert.Equal([18, -1], high);
        (low, high) = log.Band(0.85);
        Assert.Equal(0.925, low[0], 1e-12);

        // One draw of each eighth of the distribution.
        Random random = new(1);
        int inside = 0;
        const int Trials = 20_000;
        for (int trial = 0; trial < Trials; trial++)
        {
            RaceLog drawn = log with { Draws = [.. Enumerable.Range(0, 8).Select(part => new[] { (part + random.NextDouble()) / 8 })] };
            (low, high) = drawn.Band(0.6);
            double next = random.NextDouble();
            inside += next >= low[0] && next <= high[0] ? 1 : 0;
        }

        Assert.Equal(0.6, inside / (double)Trials, 0.02);
    }

    private static bool IsNear(double a, double b) => Math.Abs(a - b) < 1e-12;

    [Fact]
    public void ABandOfNothingIsRefused()
    {
        RaceLog log = new([0], new Dictionary<string, double[,]>());
        Assert.Throws<InvalidOperationException>(() => log.Band(0.8));
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => (log with { Draws = [[1], [2]] }).Band(1)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => (log with { Draws = [[1], [2]] }).Band(double.NaN)).ParamName);
    }
}
