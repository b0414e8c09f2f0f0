using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>How often a single start of each kind ends at the best clustering, against all draws that there are.</summary>
public sealed class StartTests
{
    private const int Searches = 600;
    private const int Datapoints = 10;

    /// <summary>
    /// The first gate is drawn by weight, each further one by weight and squared distance from the nearest one before; a grown start has the
    /// centroids of k - 1 clusters before its only draw. From every draw Lloyd's iteration on plain numbers ends where it ends.
    /// </summary>
    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 5)]
    [InlineData(3, 12)]
    public void GatesAreDrawnByWeightAndDistance(int k, int seed)
    {
        (GatePatterns patterns, double[][] rows, double[] weights) = Patterns(seed);
        KMeans kMeans = new(patterns, patterns.Weights);
        Clustering smaller = kMeans.Best(k - 1, 40, 1, null);
        double[][] centroids = Means(rows, weights, smaller.ClusterOf, k - 1, []);
        double best = kMeans.Best(k, 60, 1, null).Inertia + 1e-9;
        double plain = Chance([], 1);
        double grown = Chance(centroids, 1);

        double error = 4 * Math.Sqrt(0.25 / Searches);
        Assert.Equal(plain, Frequency(null), error);
        Assert.Equal(1 - ((1 - plain) * (1 - grown)), Frequency(smaller), error);
        Assert.InRange(plain, 0.1, 0.9);
        Assert.InRange(grown, 0.1, 0.95);

        double Frequency(Clustering? from) =>
            Enumerable.Range(0, Searches).Count(search => kMeans.Best(k, 1, (ulong)search, from).Inertia < best) / (double)Searches;

        double Chance(double[][] chosen, double probability)
        {
            if (chosen.Length == k)
            {
                return probability > 0 && Lloyd(rows, weights, chosen) < best ? probability : 0;
            }

            double[] masses = [.. rows.Select((row, p) => weights[p] * (chosen.Length == 0 ? 1 : chosen.Min(centroid => Distance(row, centroid))))];
            return Enumerable.Range(0, rows.Length).Sum(p => Chance([.. chosen, rows[p]], probability * masses[p] / masses.Sum()));
        }
    }

    private static double Lloyd(double[][] rows, double[] weights, double[][] centroids)
    {
        for (int round = 0; round < 100; round++)
        {
            int[] nearest = [.. rows.Select(row => Enumerable.Range(0, centroids.Length).MinBy(c => Distance(row, centroids[c])))];
            centroids = Means(rows, weights, nearest, centroids.Length, centroids);
        }

        return rows.Select((row, p) => weights[p] * centroids.Min(centroid => Distance(row, centroid))).Sum();
    }

    private static double[][] Means(double[][] rows, double[] weights, int[] clusterOf, int clusters, double[][] before) =>
    [
        .. Enumerable.Range(0, clusters).Select(c =>
        {
            int[] members = [.. Enumerable.Range(0, rows.Length).Where(p => clusterOf[p] == c)];
            return members.Length == 0
                ? before[c]
                : (double[])[.. Enumerable.Range(0, Datapoints).Select(n => members.Sum(p => weights[p] * rows[p][n]) / members.Sum(p => weights[p]))];
        }),
    ];

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    private static (GatePatterns Patterns, double[][] Rows, double[] Weights) Patterns(int seed)
    {
        Random random = new(seed);
        bool[,] gates = new bool[8, Datapoints];
        for (int unit = 0; unit < 8; unit++)
        {
            for (int n = 0; n < Datapoints; n++)
            {
                gates[unit, n] = random.Next(2) == 0;
            }
        }

        LayerRecordings recordings = new(IdentificationData.Of(Datapoints).OneHot("Item", Datapoints, [.. Enumerable.Range(0, Datapoints)]));
        recordings.Add(gates, [.. Enumerable.Range(0, 8).Select(_ => Math.Pow(random.NextDouble(), 2) + 0.05)]);
        GatePatterns patterns = GatePatterns.Of(recordings);
        return (patterns,
            [.. patterns.Patterns.Select(pattern => Enumerable.Range(0, Datapoints).Select(n => (pattern[0] >> n & 1) != 0 ? 1.0 : 0).ToArray())],
            patterns.Weights);
    }
}
