namespace GateDsl;

/// <summary>Between which curves another draw would lie.</summary>
internal static class DrawQuantiles
{
    /// <summary>
    /// Draws are chosen so that each stands for one n-th of what networks do (StratifiedStarts), the k-th of them in the middle of it: at rank k
    /// stands the quantile (k - 1/2)/n, and the p-quantile at rank p n + 1/2. Between ranks it is interpolated, beyond the first and the last it is them.
    /// </summary>
    public static (double[] Low, double[] High) Band(IReadOnlyList<double[]> draws, double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be above 0 and below 1.");
        }

        if (draws.Count < 2)
        {
            throw new InvalidOperationException($"A band needs at least two draws; this prediction has {draws.Count}.");
        }

        double[] low = new double[draws[0].Length];
        double[] high = new double[low.Length];
        double[] sorted = new double[draws.Count];
        for (int epoch = 0; epoch < low.Length; epoch++)
        {
            for (int draw = 0; draw < sorted.Length; draw++)
            {
                sorted[draw] = draws[draw][epoch];
            }

            Array.Sort(sorted);
            low[epoch] = AtRank(sorted, ((1 - share) / 2 * sorted.Length) + 0.5);
            high[epoch] = AtRank(sorted, ((1 + share) / 2 * sorted.Length) + 0.5);
        }

        return (low, high);
    }

    private static double AtRank(double[] sorted, double rank)
    {
        double place = Math.Clamp(rank - 1, 0, sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 2);
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
