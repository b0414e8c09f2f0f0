using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>Which of random clusterings are plain, and how clearly, cluster by cluster.</summary>
public sealed class PlainClustersTests
{
    private const int Datapoints = 12;
    private const int Rounds = 400;

    /// <summary>
    /// By k the room that the worst of its entries leaves: below 0 it is farther from 0 and 1 than that of a gate with 12 % of its bits flipped, and
    /// three errors of such a mean.
    /// </summary>
    [Fact]
    public void TheSmallestKIsChosenByTheWorstEntryOfItsClusters()
    {
        Dictionary<int, int> chosen = [];
        for (int seed = 0; seed < Rounds; seed++)
        {
            (List<Clustering> clusterings, double[] counts) = Random(new Random(seed));
            double[] room = [.. clusterings.Select(clustering => Room(clustering, counts))];
            int? expected = Expected(room, [.. clusterings.Select(clustering => clustering.Inertia)]);

            (int K, double Margin)? found = PlainClusters.Smallest(clusterings, counts);

            Assert.Equal(expected, found?.K);
            chosen[found?.K ?? 0] = chosen.GetValueOrDefault(found?.K ?? 0) + 1;
            if (found is not { } plain)
            {
                continue;
            }

            // No k up to the one chosen was nearer to being judged otherwise.
            Assert.Equal(Enumerable.Range(1, plain.K).Min(k => Math.Abs(room[k - 1])), plain.Margin, 1e-12);
        }

        Assert.All(Enumerable.Range(0, 5), k => Assert.True(chosen.GetValueOrDefault(k) > 5, $"k = {k}"));
    }

    /// <summary>A further module is there where it lowers the spread to less than 0.8 of it; at 0.8 it is not.</summary>
    [Theory]
    [InlineData(4, 1)]
    [InlineData(3.99, 2)]
    public void AtTheThresholdThereIsNoFurtherModule(double inertia, int expected)
    {
        Clustering[] clusterings = [new([[0, 1]], [0, 0], 5), new([[0, 1], [1, 0]], [0, 1], inertia)];

        Assert.Equal(expected, PlainClusters.Smallest(clusterings, [10, 10])!.Value.K);
    }

    /// <summary>Of a single row the bound is beyond any distance: then it is clear by 1, and not by more.</summary>
    [Fact]
    public void NothingIsClearerThanByOne() => Assert.Equal((1, 1.0), PlainClusters.Smallest([new([[0, 1]], [0], 0)], [1]));

    // A later plain k is taken where each module more lowers the spread to less than 0.8 of it.
    private static int? Expected(double[] room, double[] inertias)
    {
        int? chosen = null;
        for (int k = 1; k <= room.Length; k++)
        {
            if (room[k - 1] >= 0 && (chosen is not { } before || inertias[k - 1] < Math.Pow(0.8, k - before) * inertias[before - 1]))
            {
                chosen = k;
            }
        }

        return chosen;
    }

    private static double Room(Clustering clustering, double[] counts)
    {
        double least = double.PositiveInfinity;
        for (int c = 0; c < clustering.Centroids.Length; c++)
        {
            double rows = counts.Where((_, p) => clustering.ClusterOf[p] == c).Sum();
            if (rows > 0)
            {
                double bound = 0.12 + (3 * Math.Sqrt(0.12 * 0.88 / rows));
                least = Math.Min(least, clustering.Centroids[c].Min(entry => bound - (entry < 0.5 ? entry : 1 - entry)));
            }
        }

        return least;
    }

    // Up to four clusters, one of which may be of rows that do not count; the entries of the first k are spread more.
    private static (List<Clustering> Clusterings, double[] Counts) Random(Random random)
    {
        double[] counts = [.. Enumerable.Range(0, 40).Select(_ => (double)random.Next(4))];
        counts[0] = 5;
        double inertia = 100;
        int plainFrom = random.Next(1, 6);
        List<Clustering> clusterings = [];
        for (int k = 1; k <= 4; k++)
        {
            double spread = k >= plainFrom ? 0.1 + (0.35 * random.NextDouble()) : 0.5;
            inertia *= 0.6 + (0.4 * random.NextDouble());
            int[] clusterOf = [.. counts.Select(_ => random.Next(k))];
            clusterings.Add(new Clustering(
                [.. Enumerable.Range(0, k).Select(_ => Enumerable.Range(0, Datapoints).Select(_ => Entry(random, spread)).ToArray())], clusterOf, inertia));
        }

        return (clusterings, counts);
    }

    private static double Entry(Random random, double spread) => random.Next(2) == 0 ? spread * random.NextDouble() : 1 - (spread * random.NextDouble());
}
