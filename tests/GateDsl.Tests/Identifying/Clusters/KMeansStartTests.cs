using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>Where k-means starts, where only a start that is grown from the best of k - 1 clusters finds the best of k.</summary>
public sealed class KMeansStartTests
{
    private const int Plain = 30;

    /// <summary>
    /// 30 heavy gates that are two bits apart, and three light ones, of which two are 80 bits apart and the third 400 from both. To have two heavy
    /// gates in one cluster costs 1 (weight 1, squared distance 2), to have the first two light ones in one 0.8 (weight 1/50, squared distance 80):
    /// that is best of 32 clusters. Into 31 the light ones are one cluster. All centroids but its own are gates themselves, so one more is drawn of
    /// the light ones, and from whichever it is the third ends by itself. A start that draws 32 of 33 gates leaves out any of them.
    /// </summary>
    [Fact]
    public void OneMoreClusterIsGrownWhereClustersAreWide()
    {
        GatePatterns patterns = Patterns();
        int lights = Plain;
        int[] heavy = [.. Enumerable.Range(0, patterns.Patterns.Length).Where(p => GatePatterns.OnCount(patterns.Patterns[p]) == 1)];
        int[] clusterOf = [.. Enumerable.Range(0, patterns.Patterns.Length).Select(p => Array.IndexOf(heavy, p) is >= 0 and int c ? c : lights)];
        Assert.Equal((Plain, Plain + 3), (heavy.Length, clusterOf.Length));
        Clustering smaller = new(new double[Plain + 1][], clusterOf, double.NaN);
        double total = Plain + (3 / 50.0);

        for (ulong seed = 0; seed < 10; seed++)
        {
            Clustering found = new KMeans(patterns, patterns.Weights).Best(Plain + 2, 1, seed, smaller);

            Assert.Equal(0.8 / total, found.Inertia, 1e-9);
        }
    }

    /// <summary>Of more than a thousand datapoints every second one is looked at, from the first on: a gate that differs there alone is another one.</summary>
    [Fact]
    public void OfManyDatapointsTheFirstIsLookedAt()
    {
        const int Datapoints = 1_100;
        IdentificationData data = IdentificationData.Of(Datapoints).OneHot("Item", Datapoints, [.. Enumerable.Range(0, Datapoints)]);
        bool[,] gates = new bool[2, Datapoints];
        for (int n = 0; n < Datapoints; n++)
        {
            (gates[0, n], gates[1, n]) = (true, n > 0);
        }

        LayerRecordings recordings = new(data);
        recordings.Add(gates, [1, 1]);
        GatePatterns patterns = GatePatterns.Of(recordings);

        Clustering found = new KMeans(patterns, patterns.Weights).Best(2, 4, 1, null);

        Assert.Equal(0, found.Inertia, 1e-12);
        Assert.Equal([0, 1], found.ClusterOf.Order());
    }

    // Heavy: one bit each. Light: 30 to 69, 70 to 109, and 110 to 469, the first two apart by 80 and by 400 from the third; and all from 470 on, far
    // from the heavy ones.
    private static GatePatterns Patterns()
    {
        const int Datapoints = 970;
        IdentificationData data = IdentificationData.Of(Datapoints).OneHot("Item", Datapoints, [.. Enumerable.Range(0, Datapoints)]);
        bool[,] gates = new bool[Plain + 3, Datapoints];
        for (int n = 0; n < Datapoints; n++)
        {
            gates[n < Plain ? n : n < 70 ? Plain : n < 110 ? Plain + 1 : Plain + 2, n] = true;
            for (int light = Plain; light < Plain + 3; light++)
            {
                gates[light, n] |= n >= 470;
            }
        }

        LayerRecordings recordings = new(data);
        recordings.Add(gates, [.. Enumerable.Repeat(1.0, Plain), .. Enumerable.Repeat(1 / 50.0, 3)]);
        return GatePatterns.Of(recordings);
    }
}
