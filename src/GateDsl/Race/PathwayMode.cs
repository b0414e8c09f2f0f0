namespace GateDsl;

/// <summary>One mode of one pathway, by itself as Eq. 7 has it: a row of the data frame of modes. Averages over datapoints; times in tau.</summary>
/// <param name="Pathway">Names of its modules, joined by '>'; empty: paths without a hidden module.</param>
/// <param name="Mode">Number of the mode, by falling singular value.</param>
/// <param name="InputOutputStrength">s, the singular value of the pathway's effective dataset.</param>
/// <param name="InputStrength">d = v^T Sx v of the mode's own v.</param>
/// <param name="Start">Expected strength at the start, H (s1^2 + s2^2)/4.</param>
/// <param name="HalfTime">When the mode alone is at half of s/d; infinity: never.</param>
public sealed record PathwayMode(string Pathway, int Mode, double InputOutputStrength, double InputStrength, double Start, double HalfTime)
{
    /// <summary>
    /// d c/s with c = H (s1^2 + s2^2)/2, twice the start: much less than 1 is rich, much more is lazy (<see cref="ModeCurve.LazinessIndex"/>).
    /// Infinity for s = 0.
    /// </summary>
    public double LazinessIndex => InputOutputStrength == 0 ? double.PositiveInfinity : InputStrength * 2 * Start / InputOutputStrength;
}
