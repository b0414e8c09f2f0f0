using GateDsl.Theory.ClosedForms;

namespace GateDsl;

/// <summary>
/// The strength a(t) of one mode of one path with one hidden layer: Eq. 7 of P1 from balanced weights, tau da/dt = 2 a (s - d a), so
/// a(t) = (s/d) / (1 - (1 - s/(d a0)) exp(-2 s t/tau)); or in expectation from Gaussian ones (<see cref="FromGaussian"/>).
/// </summary>
/// <remarks>
/// From balanced weights: with s = 0 the mode decays as a0/(1 + 2 d a0 t/tau), with d = 0 it grows as a0 exp(2 s t/tau), with neither it stays; a
/// start of 0 stays at 0. Times are in the unit of tau: give tau in epochs (<see cref="TimeConstant.InEpochs"/>) to have epochs.
/// </remarks>
public sealed class ModeCurve
{
    private readonly IModeFlow _mode;

    /// <summary>A mode by its strengths.</summary>
    /// <param name="inputOutputStrength">s: singular value of the effective input-output correlation (averaged over datapoints).</param>
    /// <param name="inputStrength">d = v^T Sx v of the mode's own input direction v.</param>
    /// <param name="start">a0: the mode strength at time 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public ModeCurve(double inputOutputStrength, double inputStrength, double start)
    {
        Require(inputOutputStrength, nameof(inputOutputStrength));
        Require(inputStrength, nameof(inputStrength));
        Require(start, nameof(start));
        _mode = new BalancedMode(inputOutputStrength, inputStrength, start);
    }

    internal ModeCurve(IModeFlow mode) => _mode = mode;

    /// <summary>
    /// The expected strength from independent weights N(0, s1^2) and N(0, s2^2) of H hidden units, no alignment and no balance assumed [derived]:
    /// tau w' = 2 sqrt(w^2 + c^2) (s - d w), w(0) = 0, c = H (s1^2 + s2^2)/2. As c goes to 0 it becomes Eq. 7 with a0 = c/2.
    /// </summary>
    /// <param name="inputOutputStrength">s, finite and not negative.</param>
    /// <param name="inputStrength">d, finite and not negative. The form is exact where Sx = d I.</param>
    /// <param name="units">H, finite and not negative; need not be whole.</param>
    /// <param name="sigmaIn">s1, standard deviation of the weights into the hidden layer.</param>
    /// <param name="sigmaOut">s2, standard deviation of the weights out of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, or H s^2 of a layer is not finite.</exception>
    public static ModeCurve FromGaussian(double inputOutputStrength, double inputStrength, double units, double sigmaIn, double sigmaOut)
    {
        Require(inputOutputStrength, nameof(inputOutputStrength));
        Require(inputStrength, nameof(inputStrength));
        Require(units, nameof(units));
        Require(sigmaIn, nameof(sigmaIn));
        Require(sigmaOut, nameof(sigmaOut));
        Require(units * sigmaIn * sigmaIn, nameof(sigmaIn));
        Require(units * sigmaOut * sigmaOut, nameof(sigmaOut));
        return new(new GaussianMode(inputOutputStrength, inputStrength, units * sigmaIn * sigmaIn, units * sigmaOut * sigmaOut));
    }

    /// <summary>s.</summary>
    public double InputOutputStrength => _mode.S;

    /// <summary>d.</summary>
    public double InputStrength => _mode.D;

    /// <summary>a0, the strength at time 0; 0 from Gaussian weights, whose expected map is 0.</summary>
    public double Start => _mode.Start;

    /// <summary>What a(t) tends to: s/d; infinity for d = 0; the start where nothing moves it.</summary>
    public double End => _mode.End;

    /// <summary>
    /// d c/s, with c the mean of what the two layers have on the mode at the start, |W1 v|^2 and |W2^T u|^2 (a0 each from balanced weights): much
    /// less than 1 is rich, a sigmoid; much more than 1 is lazy, an exponential at the rate 2 d c/tau, and the weights hardly turn. Infinity for
    /// s = 0: nothing is learned.
    /// </summary>
    public double LazinessIndex =>
        InputOutputStrength == 0 ? double.PositiveInfinity : InputStrength * ((_mode.IncomingStart / 2) + (_mode.OutgoingStart / 2)) / InputOutputStrength;

    /// <summary>v^T Q11 v = |W1 v|^2 of the mode's input direction v: what the hidden kernel has on the mode.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or tau is not positive and finite.</exception>
    public double IncomingSquareAt(double time, double tau = 1) => _mode.IncomingStart + GrowthAt(time, tau);

    /// <summary>u^T Q22 u = |W2^T u|^2 of the mode's output direction u.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or tau is not positive and finite.</exception>
    public double OutgoingSquareAt(double time, double tau = 1) => _mode.OutgoingStart + GrowthAt(time, tau);

    /// <summary>a(t).</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or tau is not positive and finite.</exception>
    public double At(double time, double tau = 1)
    {
        Require(time, nameof(time));
        return _mode.At(time / Positive.Require(tau));
    }

    /// <summary>
    /// The strength after epochs of gradient descent [derived]: Eq. 7 on the clock of the discrete steps, a(t') with
    /// t' = t + (s t - 3/4 ln(a(t)/a0))/tau, t the number of epochs. Where the flow is off by O(1/tau), this is by O(1/tau^2). From Gaussian weights
    /// the expected Gram matrix is stepped epoch by epoch, which is exact for the mode and takes as many steps.
    /// </summary>
    /// <param name="epochs">Number of updates, finite and not negative.</param>
    /// <param name="tau">Time constant in epochs (<see cref="TimeConstant.InEpochs"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The epochs are negative or not finite, or tau is not positive and finite.</exception>
    public double AfterEpochs(double epochs, double tau)
    {
        Require(epochs, nameof(epochs));
        return _mode.AfterSteps(epochs, 1 / Positive.Require(tau));
    }

    /// <summary>
    /// t(a), the inverse: the first time from 0 on at which the strength is <paramref name="strength"/>, tau/(2s) ln[a (s - d a0)/(a0 (s - d a))];
    /// for s = 0, tau/(2d) (1/a - 1/a0). Positive infinity where the curve never has it: behind the start, at or beyond the end.
    /// </summary>
    /// <param name="strength">Strength a to reach.</param>
    /// <param name="tau">Time constant; 1: the time is in tau.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is NaN, or tau is not positive and finite.</exception>
    public double TimeTo(double strength, double tau = 1)
    {
        if (double.IsNaN(strength))
        {
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength must be a number.");
        }

        return _mode.TimeTo(strength) * Positive.Require(tau);
    }

    private double GrowthAt(double time, double tau)
    {
        Require(time, nameof(time));
        return _mode.GrowthAt(time / Positive.Require(tau));
    }

    private static void Require(double value, string parameter)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "The number must be finite and not negative.");
        }
    }
}
