namespace GateDsl.Theory.ClosedForms;

/// <summary>What a mode starts from, before any weights are drawn (mathematics.md, The race reduction, derived).</summary>
internal static class StartingStrength
{
    /// <summary>
    /// Expectation of |W1 v + W2^T u|^2 / 4 for H hidden units whose incoming and outgoing weights have standard deviations
    /// <paramref name="incoming"/> and <paramref name="outgoing"/>: H (s1^2 + s2^2) / 4. Only the mean of the two directions grows.
    /// </summary>
    public static double Expected(double units, double incoming, double outgoing) =>
        units * ((incoming * incoming) + (outgoing * outgoing)) / 4;
}
