using System.Numerics;
using GateDsl.Theory.Sampling;

namespace GateDsl.Identifying;

/// <summary>
/// Weighted k-means over gate patterns (P1 App. B, Algorithm 1), by Lloyd's iteration from several starts: k-means++ draws, and as many that add
/// one draw to the best clustering into k - 1.
/// </summary>
/// <remarks>
/// Not a library's: patterns are bits, and a distance is a few look-ups in tables over bytes of them, where a library wants vectors of doubles, 64
/// times as large. And sums run in a fixed order with random numbers of our own, so that equal seeds give equal bits on every machine.
/// </remarks>
internal sealed class KMeans
{
    private const int MostIterations = 200;
    private const int BitsPerTable = 8;
    private const int Entries = 1 << BitsPerTable;

    /// <summary>Datapoints looked at, evenly spread; where there are more, they tell the same clusters apart.</summary>
    private const int MostDatapoints = 1_024;

    /// <summary>Table entries that one search may add up; where patterns are many, starts are fewer.</summary>
    private const double MostWork = 4e9;

    private const int UsualIterations = 20;

    private readonly GatePatterns _all;
    private readonly ulong[][] _patterns;
    private readonly double[] _weights;
    private readonly int[] _onCounts;
    private readonly int _datapoints;

    /// <summary>Patterns to cluster.</summary>
    /// <param name="patterns">Distinct patterns.</param>
    /// <param name="weights">Their weights; one without any takes no part in centroids or starts, but is assigned.</param>
    public KMeans(GatePatterns patterns, double[] weights)
    {
        _all = patterns;
        _weights = weights;
        int stride = (patterns.Datapoints + MostDatapoints - 1) / MostDatapoints;
        _datapoints = (patterns.Datapoints + stride - 1) / stride;
        _patterns = stride == 1 ? patterns.Patterns : [.. patterns.Patterns.Select(pattern => EveryNth(pattern, stride, _datapoints))];
        _onCounts = [.. _patterns.Select(GatePatterns.OnCount)];
    }

    /// <summary>The clustering of least inertia over the starts.</summary>
    /// <param name="k">Clusters, at most the number of patterns.</param>
    /// <param name="starts">Starts of each kind.</param>
    /// <param name="seed">Seed of the starts.</param>
    /// <param name="smaller">The best clustering into k - 1; null: no starts from it.</param>
    public Clustering Best(int k, int starts, ulong seed, Clustering? smaller)
    {
        int tries = StartsWithin(_patterns.Length, k, _datapoints, starts);
        int kinds = smaller is null || smaller.Centroids.Length != k - 1 ? 1 : 2;
        Clustering[] found = new Clustering[tries * kinds];
        Parallel.For(0, found.Length, start =>
        {
            RandomStream random = new(seed, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{k} clusters, start {start}"));
            found[start] = Descend(Start(k, random, start < tries ? [] : Means(smaller!.ClusterOf, k - 1)));
        });
        Clustering best = found.MinBy(clustering => clustering.Inertia)!;
        return _datapoints == _all.Datapoints ? best : OnAllDatapoints(best);
    }

    /// <summary>Starts of each kind that do not take too long, at least one.</summary>
    internal static int StartsWithin(int patterns, int k, int datapoints, int asked) => (int)Math.Clamp(
        MostWork / ((double)patterns * k * UsualIterations * ((datapoints + BitsPerTable - 1) / BitsPerTable)), 1, asked);

    private static ulong[] EveryNth(ulong[] pattern, int stride, int count)
    {
        ulong[] some = new ulong[(count + 63) >> 6];
        for (int n = 0; n < count; n++)
        {
            some[n >> 6] |= GatePatterns.IsOn(pattern, n * stride) ? 1UL << (n & 63) : 0;
        }

        return some;
    }

    private double[][] Start(int k, RandomStream random, double[][] given)
    {
        List<double[]> centroids = [.. given];
        double[] distances = new double[_patterns.Length];
        Array.Fill(distances, 1);
        for (int c = 0; c < centroids.Count; c++)
        {
            Shorten(distances, centroids[c], isFirst: c == 0);
        }

        while (centroids.Count < k)
        {
            int drawn = Draw(distances, random);
            centroids.Add([.. Enumerable.Range(0, _datapoints).Select(n => GatePatterns.IsOn(_patterns[drawn], n) ? 1.0 : 0)]);
            Shorten(distances, centroids[^1], centroids.Count == 1);
        }

        return [.. centroids];
    }

    private void Shorten(double[] distances, double[] centroid, bool isFirst)
    {
        Distances to = new(centroid);
        for (int p = 0; p < distances.Length; p++)
        {
            double distance = Math.Max(0, to.Squared(_patterns[p], _onCounts[p]));
            distances[p] = isFirst ? distance : Math.Min(distances[p], distance);
        }
    }

    private int Draw(double[] distances, RandomStream random)
    {
        double total = 0;
        for (int p = 0; p < distances.Length; p++)
        {
            total += _weights[p] * distances[p];
        }

        double left = random.NextUnit() * total;

        // Where fewer patterns than clusters have a weight, one of these is drawn again.
        int last = Math.Max(0, Array.FindIndex(_weights, weight => weight > 0));
        for (int p = 0; p < distances.Length; p++)
        {
            double mass = _weights[p] * distances[p];
            if (mass > 0)
            {
                last = p;
                left -= mass;
                if (left < 0)
                {
                    break;
                }
            }
        }

        return last;
    }

    private Clustering Descend(double[][] centroids)
    {
        int[] clusterOf = new int[_patterns.Length];
        Array.Fill(clusterOf, -1);
        double inertia = 0;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            (bool changed, inertia) = Assign(centroids, clusterOf);
            if (!changed)
            {
                break;
            }

            double[][] means = Means(clusterOf, centroids.Length);

            // A cluster that lost all its patterns stays where it was.
            centroids = [.. means.Select((mean, c) => mean.Length == 0 ? centroids[c] : mean)];
        }

        return new(centroids, clusterOf, inertia);
    }

    private (bool Changed, double Inertia) Assign(double[][] centroids, int[] clusterOf)
    {
        Distances[] to = [.. centroids.Select(centroid => new Distances(centroid))];
        bool changed = false;
        double inertia = 0;
        for (int p = 0; p < _patterns.Length; p++)
        {
            int nearest = 0;
            double least = double.PositiveInfinity;
            for (int c = 0; c < to.Length; c++)
            {
                double distance = to[c].Squared(_patterns[p], _onCounts[p]);
                if (distance < least)
                {
                    (nearest, least) = (c, distance);
                }
            }

            changed |= nearest != clusterOf[p];
            clusterOf[p] = nearest;
            inertia += _weights[p] * Math.Max(0, least);
        }

        return (changed, inertia);
    }

    private double[][] Means(int[] clusterOf, int clusters) => Means(_patterns, _datapoints, clusterOf, clusters);

    // Empty where a cluster has no weight.
    private double[][] Means(ulong[][] patterns, int datapoints, int[] clusterOf, int clusters)
    {
        double[][] sums = [.. Enumerable.Range(0, clusters).Select(_ => new double[datapoints])];
        double[] weights = new double[clusters];
        for (int p = 0; p < patterns.Length; p++)
        {
            double[] sum = sums[clusterOf[p]];
            double weight = _weights[p];
            weights[clusterOf[p]] += weight;
            for (int word = 0; word < patterns[p].Length; word++)
            {
                for (ulong bits = patterns[p][word]; bits != 0; bits &= bits - 1)
                {
                    sum[(word << 6) + BitOperations.TrailingZeroCount(bits)] += weight;
                }
            }
        }

        return [.. sums.Select((sum, c) => weights[c] > 0 ? sum.Select(value => value / weights[c]).ToArray() : [])];
    }

    // The same clusters, their means and their inertia over all datapoints: of a bit of weight w, w m (1 - m) for the mean m.
    private Clustering OnAllDatapoints(Clustering some)
    {
        double[][] means = [.. Means(_all.Patterns, _all.Datapoints, some.ClusterOf, some.Centroids.Length)
            .Select(mean => mean.Length == 0 ? new double[_all.Datapoints] : mean)];
        double[] weights = new double[means.Length];
        for (int p = 0; p < _weights.Length; p++)
        {
            weights[some.ClusterOf[p]] += _weights[p];
        }

        return new(means, some.ClusterOf, means.Select((mean, c) => weights[c] * mean.Sum(entry => entry * (1 - entry))).Sum());
    }

    /// <summary>Squared distances to a centroid, |g|^2 - 2 g.c + |c|^2, with g.c from one table per eight datapoints.</summary>
    private sealed class Distances
    {
        private readonly double[] _tables;
        private readonly double _square;

        public Distances(double[] centroid)
        {
            _square = centroid.Sum(entry => entry * entry);
            _tables = new double[(centroid.Length + BitsPerTable - 1) / BitsPerTable << BitsPerTable];
            for (int t = 0; t < _tables.Length; t++)
            {
                int bits = t & (Entries - 1);
                if (bits != 0)
                {
                    int n = ((t >> BitsPerTable) * BitsPerTable) + BitOperations.TrailingZeroCount(bits);
                    _tables[t] = _tables[t & (t - 1)] + (n < centroid.Length ? centroid[n] : 0);
                }
            }
        }

        public double Squared(ulong[] pattern, int onCount)
        {
            double product = 0;
            for (int t = 0; t << BitsPerTable < _tables.Length; t++)
            {
                int bits = (int)(pattern[t >> 3] >> ((t & 7) * BitsPerTable)) & (Entries - 1);
                product += _tables[(t << BitsPerTable) + bits];
            }

            return onCount - (2 * product) + _square;
        }
    }
}
