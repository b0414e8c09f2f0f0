using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>k-means where patterns carry no weight, where some datapoints are not looked at, and where there is too much for all starts.</summary>
public sealed class KMeansEdgeTests
{
    /// <summary>Where a single pattern has a weight, every centroid is that one, and all patterns are in the first of equal clusters.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void OfASinglePatternWithAWeightEveryCentroidIsThatOne(int weighted, int k)
    {
        GatePatterns patterns = Recorded("1100", "1010", "0110");
        double[] weights = new double[3];
        weights[weighted] = 2;

        for (ulong seed = 0; seed < 5; seed++)
        {
            Clustering found = new KMeans(patterns, weights).Best(k, 2, seed, null);

            Assert.All(found.Centroids, centroid => Assert.Equal(Numbers(patterns, weighted, 4), centroid));
            Assert.Equal([0, 0, 0], found.ClusterOf);
            Assert.Equal(0, found.Inertia);
        }
    }

    /// <summary>A sample of dead units alone leaves no weight at all: the first pattern stands for all.</summary>
    [Fact]
    public void WithoutAnyWeightTheFirstPatternIsTheCentroid()
    {
        GatePatterns patterns = Recorded("1100", "1010", "0110");

        Clustering found = new KMeans(patterns, [0, 0, 0]).Best(2, 2, 1, null);

        Assert.All(found.Centroids, centroid => Assert.Equal(Numbers(patterns, 0, 4), centroid));
        Assert.Equal(0, found.Inertia);
    }

    /// <summary>Only from the best clustering into one cluster less are there further starts.</summary>
    [Fact]
    public void FromAnyOtherNumberOfClustersNothingIsGrown()
    {
        GatePatterns patterns = Recorded("110000", "101000", "011000", "000011", "000101", "111111", "100100");
        KMeans kMeans = new(patterns, patterns.Weights);
        Clustering two = kMeans.Best(2, 20, 9, null);

        int grown = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            double plain = kMeans.Best(4, 1, seed, null).Inertia;

            Assert.Equal(plain, kMeans.Best(4, 1, seed, two).Inertia);
            Assert.Equal(kMeans.Best(2, 1, seed, null).ClusterOf, kMeans.Best(2, 1, seed, two).ClusterOf);
            grown += kMeans.Best(4, 1, seed, kMeans.Best(3, 20, 9, two)).Inertia < plain - 1e-9 ? 1 : 0;
        }

        Assert.InRange(grown, 1, 40);
    }

    /// <summary>
    /// Up to 1,024 datapoints are all looked at; of up to twice as many every second one from the first on, of up to three times every third.
    /// </summary>
    [Theory]
    [InlineData(1_024, 1_023, true)]
    [InlineData(1_025, 1_024, true)]
    [InlineData(1_025, 1_023, false)]
    [InlineData(2_048, 2_046, true)]
    [InlineData(2_048, 2_047, false)]
    [InlineData(2_049, 2_046, true)]
    [InlineData(2_049, 2_048, false)]
    [InlineData(2_050, 2_049, true)]
    public void OfManyDatapointsEveryFewAreLookedAt(int datapoints, int at, bool isLookedAt)
    {
        string plain = new('1', datapoints);
        GatePatterns patterns = Recorded(plain, plain[..at] + "0" + plain[(at + 1)..]);

        Clustering found = new KMeans(patterns, patterns.Weights).Best(2, 1, 3, null);

        // Two gates of weight 1/2 in one cluster: the mean of the bit that they differ in is 1/2.
        Assert.Equal(isLookedAt ? 0 : 0.25, found.Inertia, 1e-12);
        Assert.Equal(isLookedAt ? 2 : 1, found.ClusterOf.Distinct().Count());
    }

    /// <summary>
    /// A start is reckoned as 20 rounds, each of one number for eight datapoints of every pattern and cluster; all starts together as 4e9 of them.
    /// </summary>
    [Theory]
    [InlineData(1_000, 10, 1_024, 200, 156)]
    [InlineData(1_000, 10, 1_017, 200, 156)]
    [InlineData(1_000, 10, 1_016, 200, 157)]
    [InlineData(1_000, 10, 1_024, 100, 100)]
    [InlineData(1_000, 10, 1_024, 1, 1)]
    [InlineData(2_000, 5, 1_024, 200, 156)]
    [InlineData(4_000, 10, 1_024, 200, 39)]
    [InlineData(1_000_000, 8, 1_024, 200, 1)]
    [InlineData(50_000_000, 100, 1_024, 200, 1)]
    public void StartsAreFewerWherePatternsAreMany(int patterns, int k, int datapoints, int asked, int expected) =>
        Assert.Equal(expected, KMeans.StartsWithin(patterns, k, datapoints, asked));

    private static double[] Numbers(GatePatterns patterns, int pattern, int datapoints) =>
        [.. Enumerable.Range(0, datapoints).Select(n => (patterns.Patterns[pattern][n / 64] >> (n % 64) & 1) != 0 ? 1.0 : 0)];

    private static GatePatterns Recorded(params string[] gates)
    {
        int count = gates[0].Length;
        bool[,] bits = new bool[gates.Length, count];
        for (int unit = 0; unit < gates.Length; unit++)
        {
            for (int n = 0; n < count; n++)
            {
                bits[unit, n] = gates[unit][n] == '1';
            }
        }

        LayerRecordings recordings = new(IdentificationData.Of(count).OneHot("Item", count, [.. Enumerable.Range(0, count)]));
        recordings.Add(bits, [.. gates.Select(_ => 1.0)]);
        return GatePatterns.Of(recordings);
    }
}
