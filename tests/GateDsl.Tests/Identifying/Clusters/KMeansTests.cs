using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>k-means with many starts against all ways to divide few patterns, and against a plain Lloyd iteration on unpacked numbers.</summary>
public sealed class KMeansTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void FindsTheBestOfAllDivisions(int k)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            (GatePatterns patterns, double[][] rows, double[] weights) = Random(seed, units: 9, datapoints: 11);

            Clustering found = new KMeans(patterns, patterns.Weights).Best(k, 300, 1, null);

            Assert.Equal(BestDivision(rows, weights, k), found.Inertia, 1e-9);
        }
    }

    [Fact]
    public void OnManyPatternsIsNoWorseThanAPlainLloydIterationFromHalfAsManyStarts()
    {
        (GatePatterns patterns, double[][] rows, double[] weights) = Random(3, units: 100, datapoints: 70);
        double plain = Enumerable.Range(0, 10).Min(start => PlainLloyd(rows, weights, 5, new Random(start)));

        Clustering found = new KMeans(patterns, patterns.Weights).Best(5, 20, 1, null);

        Assert.InRange(found.Inertia, 0, plain * 1.005);
        Assert.Equal(found.Inertia, Inertia(rows, weights, found.Centroids), 1e-9);
    }

    [Fact]
    public void EveryCentroidIsTheMeanOfItsPatternsAndEveryPatternIsWithTheNearest()
    {
        (GatePatterns patterns, double[][] rows, double[] weights) = Random(5, units: 120, datapoints: 24);

        Clustering found = new KMeans(patterns, patterns.Weights).Best(4, 5, 1, null);

        for (int p = 0; p < rows.Length; p++)
        {
            double own = Distance(rows[p], found.Centroids[found.ClusterOf[p]]);
            Assert.All(found.Centroids, centroid => Assert.True(own <= Distance(rows[p], centroid) + 1e-12));
        }

        for (int c = 0; c < 4; c++)
        {
            int[] members = [.. Enumerable.Range(0, rows.Length).Where(p => found.ClusterOf[p] == c)];
            double total = members.Sum(p => weights[p]);
            Assert.All(Enumerable.Range(0, 24), n =>
                Assert.Equal(members.Sum(p => weights[p] * rows[p][n]) / total, found.Centroids[c][n], 1e-12));
        }
    }

    /// <summary>Beyond a thousand datapoints only some are looked at; wherever gates differ over a stretch of them, they must be told apart.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void WhatManyDatapointsTellApartIsToldApart(int third)
    {
        const int Datapoints = 3_100, Units = 30, Stretch = Datapoints / 3;
        Random random = new(third);
        IdentificationData data = IdentificationData.Of(Datapoints).OneHot("Item", Datapoints, [.. Enumerable.Range(0, Datapoints)]);
        bool[,] gates = new bool[Units, Datapoints];
        for (int unit = 0; unit < Units; unit++)
        {
            for (int n = 0; n < Datapoints; n++)
            {
                // Alike but for a stretch, and single bits.
                gates[unit, n] = (n / Stretch == third ? unit % 2 == 0 : n % 2 == 0) ^ (random.Next(100) == 0);
            }
        }

        LayerRecordings recordings = new(data);
        recordings.Add(gates, [.. Enumerable.Range(0, Units).Select(_ => 1.0)]);
        GatePatterns patterns = GatePatterns.Of(recordings);

        Clustering found = new KMeans(patterns, patterns.Weights).Best(2, 10, 1, null);

        int middle = (third * Stretch) + (Stretch / 2);
        Assert.All(found.Centroids, centroid => Assert.Equal(Datapoints, centroid.Length));
        Assert.Equal(2, found.Centroids.Select(centroid => centroid.AsSpan(middle - 50, 100).ToArray().Average() > 0.5).Distinct().Count());
        Assert.Equal(15, found.ClusterOf.Count(cluster => cluster == 0));
    }

    /// <summary>However many are looked at: means and their distances are of all of them, and weighted.</summary>
    [Theory]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(2_500)]
    public void OfManyDatapointsCentroidsAndInertiaAreOfAllOfThem(int datapoints)
    {
        (GatePatterns patterns, double[][] rows, double[] weights) = Random(7, units: 25, datapoints);

        Clustering found = new KMeans(patterns, patterns.Weights).Best(3, 4, 1, null);

        double inertia = 0;
        for (int c = 0; c < 3; c++)
        {
            int[] members = [.. Enumerable.Range(0, rows.Length).Where(p => found.ClusterOf[p] == c)];
            double total = members.Sum(p => weights[p]);
            double[] mean = [.. Enumerable.Range(0, datapoints).Select(n => members.Sum(p => weights[p] * rows[p][n]) / total)];
            Assert.All(mean.Zip(found.Centroids[c]), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            inertia += members.Sum(p => weights[p] * Distance(rows[p], mean));
        }

        Assert.Equal(inertia, found.Inertia, 1e-9);
    }

    /// <summary>However the number of datapoints is to that of the bits in a byte or a word: the inertia is that of the centroids that are said.</summary>
    [Fact]
    public void TheInertiaIsThatOfItsCentroidsForEveryNumberOfDatapoints()
    {
        for (int datapoints = 2; datapoints <= 70; datapoints++)
        {
            (GatePatterns patterns, double[][] rows, double[] weights) = Random(datapoints, units: 12, datapoints);

            Clustering found = new KMeans(patterns, patterns.Weights).Best(Math.Min(3, rows.Length), 2, 1, null);

            Assert.Equal(Inertia(rows, weights, found.Centroids), found.Inertia, 1e-9);
        }
    }

    /// <summary>
    /// A start draws patterns by how far they are from those drawn before, so never one twice: a single one finds as many clusters as there are patterns.
    /// </summary>
    [Fact]
    public void AsManyClustersAsPatternsLeaveNothing()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            (GatePatterns patterns, double[][] rows, _) = Random(seed, units: 12, datapoints: 10);

            Clustering found = new KMeans(patterns, patterns.Weights).Best(rows.Length, 1, (ulong)seed, null);

            Assert.Equal(0, found.Inertia, 1e-9);
            Assert.Equal(rows.Length, found.ClusterOf.Distinct().Count());
        }
    }

    // Distinct patterns that are on somewhere, as numbers, with the weights that path strengths give them.
    private static (GatePatterns Patterns, double[][] Rows, double[] Weights) Random(int seed, int units, int datapoints)
    {
        Random random = new(seed);
        IdentificationData data = IdentificationData.Of(datapoints).OneHot("Item", datapoints, [.. Enumerable.Range(0, datapoints)]);
        LayerRecordings recordings = new(data);
        bool[,] gates = new bool[units, datapoints];
        for (int unit = 0; unit < units; unit++)
        {
            double density = random.NextDouble();
            for (int n = 0; n < datapoints; n++)
            {
                gates[unit, n] = random.NextDouble() < density;
            }
        }

        recordings.Add(gates, [.. Enumerable.Range(0, units).Select(_ => 0.1 + random.NextDouble())]);
        GatePatterns patterns = GatePatterns.Of(recordings);
        return (patterns, [.. patterns.Patterns.Select(pattern =>
            Enumerable.Range(0, datapoints).Select(n => (pattern[n / 64] >> (n % 64) & 1) != 0 ? 1.0 : 0).ToArray())], patterns.Weights);
    }

    private static double BestDivision(double[][] rows, double[] weights, int k)
    {
        double best = double.PositiveInfinity;
        int[] clusterOf = new int[rows.Length];
        Divide(0, 0);
        return best;

        void Divide(int row, int used)
        {
            if (row == rows.Length)
            {
                best = Math.Min(best, Enumerable.Range(0, used).Sum(c => Within(c)));
                return;
            }

            for (int c = 0; c < Math.Min(k, used + 1); c++)
            {
                clusterOf[row] = c;
                Divide(row + 1, Math.Max(used, c + 1));
            }
        }

        double Within(int c)
        {
            int[] members = [.. Enumerable.Range(0, rows.Length).Where(p => clusterOf[p] == c)];
            double total = members.Sum(p => weights[p]);
            return Enumerable.Range(0, rows[0].Length).Sum(n =>
            {
                double mean = members.Sum(p => weights[p] * rows[p][n]) / total;
                return members.Sum(p => weights[p] * (rows[p][n] - mean) * (rows[p][n] - mean));
            });
        }
    }

    private static double PlainLloyd(double[][] rows, double[] weights, int k, Random random)
    {
        double[][] centroids = [.. random.GetItems(rows, k)];
        for (int iteration = 0; iteration < 25; iteration++)
        {
            int[] nearest = [.. rows.Select(row => Enumerable.Range(0, k).MinBy(c => Distance(row, centroids[c])))];
            centroids = [.. centroids.Select((centroid, c) =>
            {
                double total = rows.Select((_, p) => nearest[p] == c ? weights[p] : 0).Sum();
                return total == 0 ? centroid : [.. centroid.Select((_, n) => rows.Select((row, p) => nearest[p] == c ? weights[p] * row[n] : 0).Sum() / total)];
            })];
        }

        return Inertia(rows, weights, centroids);
    }

    private static double Inertia(double[][] rows, double[] weights, double[][] centroids) =>
        rows.Select((row, p) => weights[p] * centroids.Min(centroid => Distance(row, centroid))).Sum();

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();
}
