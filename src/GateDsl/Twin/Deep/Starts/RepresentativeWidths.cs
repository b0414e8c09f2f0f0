namespace GateDsl;

/// <summary>How many units represent the hidden layers of a twin.</summary>
internal static class RepresentativeWidths
{
    /// <summary>
    /// All widths times one ratio, so that their geometric mean is <paramref name="typical"/> and the cost does not depend on them, each rounded up
    /// to an even number; the widths themselves where they are smaller.
    /// </summary>
    public static int[] Of(int[] widths, int typical)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(typical, 1);
        double mean = Math.Exp(widths.Average(width => Math.Log(width)));
        double ratio = typical / mean;
        return [.. widths.Select(width => ratio >= 1 ? width : Math.Min(width, 2 * (int)Math.Ceiling((width * ratio / 2) - 1e-9)))];
    }
}
