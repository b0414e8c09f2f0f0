using GateDsl.Theory.ClosedForms;

namespace GateDsl;

/// <summary>
/// Eq. 7 of P1: the strength a(t) of one mode of one path with one hidden layer and balanced weights,
/// tau da/dt = 2 a (s - d a), so a(t) = (s/d) / (1 - (1 - s/(d a0)) exp(-2 s t/tau)).
/// </summary>
/// <remarks>
/// With s = 0 the mode decays as a0/(1 + 2 d a0 t/tau), with d = 0 it grows as a0 exp(2 s t/tau), with neither it stays; a start of 0 stays
/// at 0. Times are in the unit of tau: give tau in epochs (<see cref="TimeConstant.InEpochs"/>) to have epochs.
/// </remarks>
public sealed class ModeCurve
{
    private readonly BalancedMode _mode;

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
        _mode = new(inputOutputStrength, inputStrength, start);
    }

    internal ModeCurve(BalancedMode mode) => _mode = mode;

    /// <summary>s.</summary>
    public double InputOutputStrength => _mode.S;

    /// <summary>d.</summary>
    public double InputStrength => _mode.D;

    /// <summary>a0.</summary>
    public double Start => _mode.Start;

    /// <summary>What a(t) tends to: s/d; infinity for d = 0; the start where nothing moves it.</summary>
    public double End => _mode.End;

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
    /// t' = t + (s t - 3/4 ln(a(t)/a0))/tau, t the number of epochs. Where the flow is off by O(1/tau), this is by O(1/tau^2).
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

    private static void Require(double value, string parameter)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "The number must be finite and not negative.");
        }
    }
}
