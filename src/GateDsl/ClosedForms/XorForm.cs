using GateDsl.Theory.ClosedForms;

namespace GateDsl;

/// <summary>
/// The race of two gatings of exclusive-or with margin D (P1 App. C; Mean loss, times in tau = 1/eta). Linear gating: two pathways, one per
/// label; XoR gating: four pathways, one per point. Every pathway of a gating has the same single mode.
/// </summary>
internal static class XorForm
{
    /// <summary>The margin at which both gatings are equally fast: D/2 = sqrt(2 + D^2)/4.</summary>
    public static readonly double CrossoverOfSpeeds = Math.Sqrt(2.0 / 3);

    private const double BracketGrowth = 1.1;
    private const int MostBracketSteps = 50;

    // The loss is 1/4 where the share of the end that is missing is 1/sqrt 2.
    private static readonly double MissingAtHalfLoss = Math.Sqrt(0.5);

    /// <summary>s = D/2, d = D^2/2; the loss is 1/2 (1 - D a)^2.</summary>
    public static BalancedMode Linear(double margin, double start) => new(margin / 2, margin * margin / 2, start);

    /// <summary>s = sqrt(2 + D^2)/4, d = (2 + D^2)/4; the loss is 1/2 (1 - sqrt(2 + D^2) a)^2.</summary>
    public static BalancedMode Xor(double margin, double start)
    {
        double square = 2 + (margin * margin);
        return new(Math.Sqrt(square) / 4, square / 4, start);
    }

    /// <summary>Loss of either gating: 1/2 (1 - a d/s)^2; 1/2 where the mode has no strength (D = 0 under linear gating).</summary>
    public static double Loss(BalancedMode mode, double time)
    {
        double missing = mode.S == 0 ? 1 : 1 - (mode.At(time) * mode.D / mode.S);
        return 0.5 * missing * missing;
    }

    /// <summary>When the loss is first at most 1/4, half of what it is without weights, in tau; infinity where it never is.</summary>
    public static double HalfLossTime(BalancedMode mode)
    {
        if (mode.S == 0)
        {
            return double.PositiveInfinity;
        }

        double share = mode.Start * mode.D / mode.S;
        return Math.Abs(1 - share) <= MissingAtHalfLoss ? 0
            : mode.TimeTo((share < 1 ? 1 - MissingAtHalfLoss : 1 + MissingAtHalfLoss) * mode.S / mode.D);
    }

    /// <summary>
    /// The margin nearest the crossover of speeds at which both gatings reach half of the loss at the same time; the XoR gating is first just
    /// below it. It is the crossover of speeds itself where each linear pathway starts twice as strong as an XoR one.
    /// </summary>
    public static double CrossoverOfTimes(double linearStart, double xorStart)
    {
        // Outwards from the crossover of speeds to a bracket, then halved.
        double low = CrossoverOfSpeeds, high = CrossoverOfSpeeds;
        for (int step = 0; step < MostBracketSteps && (!XorIsFirst(low) || XorIsFirst(high)); step++)
        {
            (low, high) = XorIsFirst(low) ? (low, high * BracketGrowth) : (low / BracketGrowth, XorIsFirst(high) ? high : low);
        }

        if (!XorIsFirst(low) || XorIsFirst(high))
        {
            throw new ArgumentException($"From starts of {linearStart} and {xorStart} the half times of the gatings do not cross.", nameof(linearStart));
        }

        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            (low, high) = XorIsFirst(middle) ? (middle, high) : (low, middle);
        }

        bool XorIsFirst(double margin) => HalfLossTime(Xor(margin, xorStart)) < HalfLossTime(Linear(margin, linearStart));
    }
}
