namespace Paper.Fig2;

/// <summary>The learning time of a loss curve: when it first is at half of its start, between two epochs by the straight line.</summary>
internal static class HalfEpoch
{
    /// <summary>Of one curve; null: it does not come so far.</summary>
    public static double? Of(double[] losses)
    {
        double half = losses[0] / 2;
        int after = Array.FindIndex(losses, loss => loss <= half);
        return after < 1 ? null : after - ((half - losses[after]) / (losses[after - 1] - losses[after]));
    }

    /// <summary>The mean of several; null where one of them does not come so far.</summary>
    public static double? MeanOf(IReadOnlyList<double[]> curves)
    {
        double?[] each = [.. curves.Select(Of)];
        return each.Contains(null) ? null : each.Average();
    }
}
