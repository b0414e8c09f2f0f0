namespace GateDsl.Identifying;

/// <summary>
/// The elbow of errors over k: the smallest k from which no further module pays, by any of them. With the factor a module of a later k',
/// f(k) = min over k' &gt; k of (E(k') / E(k))^(1 / (k' - k)), it is the first k with f(k) of at least the threshold of every error.
/// </summary>
internal static class Elbow
{
    /// <summary>The k chosen, and how clearly: the least distance of what decided from its threshold, here and at the smaller k.</summary>
    /// <param name="evidence">Errors by k, from 1, each with its threshold: a further module pays where it lowers the error to less than this share.</param>
    /// <param name="floor">Errors below it count as this: they are no different.</param>
    public static (int K, double Margin) Of((double[] Errors, double Threshold)[] evidence, double floor)
    {
        // How far above its threshold the lowest factor is; a further module pays where that is negative.
        int count = evidence[0].Errors.Length;
        double[] clear = [.. Enumerable.Range(0, count).Select(i =>
            evidence.Min(errors => LeastFactor(errors.Errors, i, floor) - errors.Threshold))];
        int chosen = Array.FindIndex(clear, distance => distance >= 0);
        return (chosen + 1, Math.Min(clear[chosen], chosen == 0 ? 1 : clear[..chosen].Min(distance => -distance)));
    }

    // 1 at the last k: nothing is known to pay. Nor is it where both errors are infinite.
    private static double LeastFactor(double[] errors, int at, double floor)
    {
        double least = 1;
        for (int later = at + 1; later < errors.Length; later++)
        {
            double ratio = Math.Max(errors[later], floor) / Math.Max(errors[at], floor);
            least = double.IsNaN(ratio) ? least : Math.Min(least, Math.Pow(ratio, 1.0 / (later - at)));
        }

        return least;
    }
}
