using GateDsl.Theory.ClosedForms;

namespace GateDsl;

/// <summary>
/// The race between the two gatings of exclusive-or with margin D (P1 §3, App. C; Mean loss, tau = 1/eta). Linear gating has two pathways, one
/// per label: s = D/2, d = D^2/2, L(t) = 1/2 (1 - D a)^2. XoR gating has four, one per point: s = sqrt(2 + D^2)/4, d = (2 + D^2)/4,
/// L(t) = 1/2 (1 - sqrt(2 + D^2) a)^2.
/// </summary>
public sealed class XorRace
{
    private readonly BalancedMode _linear;
    private readonly BalancedMode _xor;

    /// <summary>The race at a margin.</summary>
    /// <param name="margin">D, finite and not negative.</param>
    /// <param name="linearStart">Start a0 of each linear pathway: H sigma^2/2 of its H units.</param>
    /// <param name="xorStart">Start a0 of each XoR pathway.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not finite, or a start is not positive and finite.</exception>
    public XorRace(double margin, double linearStart, double xorStart)
    {
        if (!(margin >= 0 && double.IsFinite(margin)))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must be finite and not negative.");
        }

        Margin = margin;
        _linear = XorForm.Linear(margin, Positive.Require(linearStart));
        _xor = XorForm.Xor(margin, Positive.Require(xorStart));
        Linear = new(_linear);
        Xor = new(_xor);
    }

    /// <summary>The margin at which the speeds 1/s of both gatings cross: sqrt(2/3). Below it the XoR gating wins, above it the linear one.</summary>
    public static double Crossover => XorForm.CrossoverOfSpeeds;

    /// <summary>D.</summary>
    public double Margin { get; }

    /// <summary>The mode of each linear pathway.</summary>
    public ModeCurve Linear { get; }

    /// <summary>The mode of each XoR pathway.</summary>
    public ModeCurve Xor { get; }

    /// <summary>Mean loss of the linear gating at a time in the unit of <paramref name="tau"/>.</summary>
    public double LinearLoss(double time, double tau = 1) => XorForm.Loss(_linear, time / Positive.Require(tau));

    /// <summary>Mean loss of the XoR gating at a time in the unit of <paramref name="tau"/>.</summary>
    public double XorLoss(double time, double tau = 1) => XorForm.Loss(_xor, time / Positive.Require(tau));

    /// <summary>When the linear gating's loss is half of 1/2, in the unit of <paramref name="tau"/>; infinity at margin 0.</summary>
    public double LinearHalfTime(double tau = 1) => XorForm.HalfLossTime(_linear) * Positive.Require(tau);

    /// <summary>When the XoR gating's loss is half of 1/2, in the unit of <paramref name="tau"/>.</summary>
    public double XorHalfTime(double tau = 1) => XorForm.HalfLossTime(_xor) * Positive.Require(tau);

    /// <summary>
    /// The margin at which both gatings halve the loss at the same time. It is <see cref="Crossover"/> where each linear pathway starts from
    /// twice the strength of an XoR one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A start is not positive and finite.</exception>
    /// <exception cref="ArgumentException">From these starts one gating is first at every margin.</exception>
    public static double CrossoverOfTimes(double linearStart, double xorStart) =>
        XorForm.CrossoverOfTimes(Positive.Require(linearStart), Positive.Require(xorStart));
}
