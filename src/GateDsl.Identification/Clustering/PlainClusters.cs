namespace GateDsl.Identifying;

/// <summary>
/// Whether clusters are plain: every entry of every centroid lies near 0 or 1, as near as rows of one gate with a few bits flipped would. Then
/// gates need no other evidence. Units of trained networks keep changing and are hardly ever plain.
/// </summary>
internal static class PlainClusters
{
    /// <summary>Share of flipped bits that is plain, to which three standard errors are added.</summary>
    private const double Tolerance = 0.12;

    /// <summary>A further module is there too, where it lowers the spread to less than this share: it hides in a cluster as a small minority.</summary>
    private const double SpreadThreshold = 0.8;

    public static string Rule =>
        "the smallest k whose clusters are plain: all entries of their centroids are near 0 or 1, as those of one gate with a few flipped bits are";

    /// <summary>The smallest k whose clusters are plain, and how far entries are from the bound, there and at the smaller k; null: there is none.</summary>
    /// <param name="clusterings">By k, from 1, of rows that count the same.</param>
    /// <param name="counts">Rows of each pattern.</param>
    public static (int K, double Margin)? Smallest(IReadOnlyList<Clustering> clusterings, double[] counts)
    {
        double[] excess = [.. clusterings.Select(clustering => LargestExcess(clustering, counts))];
        int chosen = Array.FindIndex(excess, value => value <= 0);
        for (int later = chosen + 1; chosen >= 0 && later < excess.Length; later++)
        {
            if (excess[later] <= 0 && Math.Pow(clusterings[later].Inertia / clusterings[chosen].Inertia, 1.0 / (later - chosen)) < SpreadThreshold)
            {
                chosen = later;
            }
        }

        return chosen < 0 ? null : (chosen + 1, Math.Min(-excess[chosen], chosen == 0 ? 1 : excess[..chosen].Min(Math.Abs)));
    }

    // How far the worst entry is beyond what is plain.
    private static double LargestExcess(Clustering clustering, double[] counts)
    {
        double[] rows = new double[clustering.Centroids.Length];
        for (int p = 0; p < counts.Length; p++)
        {
            rows[clustering.ClusterOf[p]] += counts[p];
        }

        return Enumerable.Range(0, rows.Length).Where(c => rows[c] > 0).Max(c =>
        {
            double farthest = clustering.Centroids[c].Max(entry => Math.Min(entry, 1 - entry));
            return farthest - Tolerance - (3 * Math.Sqrt(Tolerance * (1 - Tolerance) / rows[c]));
        });
    }
}
