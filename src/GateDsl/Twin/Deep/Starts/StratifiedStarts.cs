namespace GateDsl;

/// <summary>
/// Which of many starts are trained: candidates are ranked by when their loss first falls, cut into as many shares as there are draws, and of each
/// share the one nearest to its mean is taken. So the draws stand for the whole distribution of first drops, and a mean of few has little chance in it
/// (mathematics.md, ReLU networks).
/// </summary>
internal static class StratifiedStarts
{
    /// <summary>Candidates that a draw is chosen of.</summary>
    public const int CandidatesADraw = 16;

    /// <summary>The candidates taken, from the earliest fall to the latest.</summary>
    /// <param name="times">When the loss of each candidate first falls; infinity where it does not.</param>
    /// <param name="draws">How many are taken; their number divides that of the candidates.</param>
    public static int[] Choose(double[] times, int draws)
    {
        int[] ranked = [.. Enumerable.Range(0, times.Length).OrderBy(candidate => times[candidate]).ThenBy(candidate => candidate)];
        int share = times.Length / draws;
        return [.. Enumerable.Range(0, draws).Select(draw => Nearest(ranked.AsSpan(draw * share, share), times))];
    }

    private static int Nearest(ReadOnlySpan<int> share, double[] times)
    {
        double mean = 0;
        foreach (int candidate in share)
        {
            mean += times[candidate] / share.Length;
        }

        // Where some do not fall there is no mean; then the one in the middle.
        int nearest = share[(share.Length - 1) / 2];
        foreach (int candidate in share)
        {
            nearest = double.IsFinite(mean) && Math.Abs(times[candidate] - mean) < Math.Abs(times[nearest] - mean) ? candidate : nearest;
        }

        return nearest;
    }
}
