namespace GateDsl.Theory.ClosedForms;

/// <summary>
/// One mode of one path with one hidden layer from balanced weights (P1 Eq. 7): tau a' = 2 a (s - d a), times in units of tau.
/// </summary>
/// <remarks>
/// Written as a(t) = a0 / (e^(-2st) + d a0 (1 - e^(-2st)) / s), whose parts have limits where Eq. 7 reads 0/0: s = 0 decays as
/// a0 / (1 + 2 d a0 t), d = 0 grows as a0 e^(2st), s = d = 0 stays at a0. A start of 0 stays at 0.
/// </remarks>
internal sealed record BalancedMode : IModeFlow
{
    /// <param name="s">Input-output strength (singular value of the effective Syx), finite and not negative.</param>
    /// <param name="d">Input strength (v^T Sx v of the mode's own v), finite and not negative.</param>
    /// <param name="start">Mode strength a0 at time 0, finite and not negative.</param>
    public BalancedMode(double s, double d, double start)
    {
        S = RequireFiniteAndNotNegative(s, nameof(s));
        D = RequireFiniteAndNotNegative(d, nameof(d));
        Start = RequireFiniteAndNotNegative(start, nameof(start));
    }

    public double S { get; }

    public double D { get; }

    public double Start { get; }

    /// <summary>Where the mode goes: s/d; for d = 0 infinity, the start where nothing moves it.</summary>
    public double End => Start == 0 || (S == 0 && D == 0) ? Start : S / D;

    /// <summary>Both layers have the mode's own strength: that is what balanced means.</summary>
    public double IncomingStart => Start;

    /// <inheritdoc cref="IncomingStart"/>
    public double OutgoingStart => Start;

    /// <summary>a(t), t in tau.</summary>
    public double At(double time)
    {
        if (Start == 0)
        {
            return 0;
        }

        time = Math.Min(time, double.MaxValue / 2);
        double decay = Math.Exp(-2 * S * time);
        double integral = S * time == 0 ? 2 * time : -AccurateElementary.ExpMinusOne(-2 * S * time) / S;
        return Start / (decay + (D * Start * integral));
    }

    /// <summary>a(t) - a0.</summary>
    public double GrowthAt(double time) => At(time) - Start;

    /// <summary>
    /// The strength after steps of gradient descent, b &lt;- b + h f(b) with a = b^2 and f = b (s - d a), to first order in the step h [derived]:
    /// a(t'), t' = t (1 + h s) - 3/4 h ln(a(t)/a0), t = h steps.
    /// </summary>
    /// <remarks>
    /// The steps follow the flow b' = f - h/2 f f' up to O(h^2). Along the flow of f the integral of f' dt is ln f(b(t))/f(b0), so the steps run
    /// on the clock t' = t - h/2 ln f(b(t))/f(b0). By Eq. 7 that ratio is (a(t)/a0)^(3/2) e^(-2st), which does not cancel near the end.
    /// </remarks>
    /// <param name="steps">Number of steps, finite and not negative.</param>
    /// <param name="step">h in tau: 1 over tau in steps.</param>
    public double AfterSteps(double steps, double step)
    {
        double time = steps * step;
        double flow = At(time);
        return time > 0 && flow > 0 && flow <= double.MaxValue
            ? At(Math.Max(0, (time * (1 + (step * S))) - (0.75 * step * Math.Log(flow / Start))))
            : flow;
    }

    /// <summary>The first time from 0 on at which a(t) is <paramref name="strength"/>, in tau; infinity where that never happens.</summary>
    public double TimeTo(double strength)
    {
        if (strength == Start)
        {
            return 0;
        }

        bool rising = S > D * Start;
        bool isAhead = rising ? strength > Start && D * strength < S : strength < Start && D * strength > S;
        if (Start == 0 || !isAhead)
        {
            return double.PositiveInfinity;
        }

        // ln[a (s - d a0) / (a0 (s - d a))] = ln(1 + s x): the form that has a limit at s = 0.
        double x = (strength - Start) / (Start * (S - (D * strength)));
        return S * x == 0 ? x / 2 : AccurateElementary.LogOnePlus(S * x) / (2 * S);
    }

    private static double RequireFiniteAndNotNegative(double value, string parameter) => value >= 0 && value <= double.MaxValue
        ? value
        : throw new ArgumentOutOfRangeException(parameter, value, "The number must be finite and not negative.");
}
