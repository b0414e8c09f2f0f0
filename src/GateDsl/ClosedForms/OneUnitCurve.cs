using GateDsl.Theory.ClosedForms;

namespace GateDsl;

/// <summary>
/// One hidden unit on the cell of datapoints where it is on, whose inputs are orthonormal (Kunin et al. 2024): f(x) = a w.x,
/// tau a' = w.(beta - a w), tau w' = a (beta - a w), where beta = sum y x over the cell. a^2 - |w|^2 = delta is conserved.
/// </summary>
/// <remarks>
/// A single hidden unit is always lambda-balanced, with lambda = delta, and then (w, a) itself is known: exp(F t) (w, a)(0) over the square root of
/// 1 + |exp(F s) (w, a)(0)|^2 integrated over s, with F = [[-delta/2, s], [s, delta/2]] along beta and -delta/2 across it. So n = w.beta/a follows
/// n' = s^2 - delta n - n^2, and there is no start, an a of 0 included, where nothing is known.
/// </remarks>
public sealed class OneUnitCurve
{
    private readonly double _target;
    private readonly double _outgoing;
    private readonly double _along;
    private readonly double _across;
    private readonly double _rate;

    /// <summary>A unit by its start.</summary>
    /// <param name="targetStrength">s = |beta|, finite and not negative.</param>
    /// <param name="outgoing">a at time 0, finite.</param>
    /// <param name="along">The part of w along beta at time 0, finite.</param>
    /// <param name="across">The length of the rest of w at time 0, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public OneUnitCurve(double targetStrength, double outgoing, double along, double across)
    {
        _target = Require(targetStrength >= 0, targetStrength, nameof(targetStrength), "finite and not negative");
        _outgoing = Require(true, outgoing, nameof(outgoing), "finite");
        _along = Require(true, along, nameof(along), "finite");
        _across = Require(across >= 0, across, nameof(across), "finite and not negative");

        // a^2 - |w|^2 as products of sums, for starts that are nearly balanced.
        Imbalance = ((outgoing - along) * (outgoing + along)) - (across * across);
        _rate = double.Hypot(targetStrength, Imbalance / 2);
    }

    /// <summary>delta = a^2 - |w|^2, which training conserves.</summary>
    public double Imbalance { get; }

    /// <summary>a(t).</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double OutgoingAt(double time, double tau = 1) => At(time, tau).Outgoing;

    /// <summary>The part of w(t) along beta.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double AlongAt(double time, double tau = 1) => At(time, tau).Along;

    /// <summary>The length of the part of w(t) across beta.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double AcrossAt(double time, double tau = 1) => At(time, tau).Across;

    /// <summary>n(t) = w.beta/a, which tends to (-delta + sqrt(4 s^2 + delta^2))/2; infinite where a passes 0, NaN where w.beta does as well.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double RatioAt(double time, double tau = 1)
    {
        (double outgoing, double along, _) = At(time, tau);
        return _target * along / outgoing;
    }

    private (double Outgoing, double Along, double Across) At(double time, double tau)
    {
        Require(time >= 0, time, nameof(time), "finite and not negative");
        double t = time / Positive.Require(tau);
        if (t == 0 || (_outgoing == 0 && _along == 0))
        {
            // Without an outgoing weight and without a part along the target nothing ever moves.
            return (_outgoing, _along, _across);
        }

        // Along and outgoing in the eigenvectors of F to +rate and -rate. Everything is divided by the largest exponential.
        double angle = Math.Atan2(_target, Imbalance / 2) / 2;
        (double sin, double cos) = Math.SinCos(angle);
        double rising = (sin * _along) + (cos * _outgoing);
        double falling = (cos * _along) - (sin * _outgoing);
        double decay = Math.Exp(-_rate * t);
        double settled = Integral(_rate, t);
        double norm = (decay * decay) + (rising * rising * settled) + (falling * falling * decay * decay * settled) + (_across * _across * AcrossIntegral(t,
            decay));
        if (norm == 0)
        {
            // Nothing along the rising direction: everything has died out, or never was.
            return (0, 0, 0);
        }

        double scale = 1 / Math.Sqrt(norm);
        double fallen = falling * decay * decay;
        return (scale * ((cos * rising) - (sin * fallen)), scale * ((sin * rising) + (cos * fallen)), scale * _across * Math.Exp(-Gap * t));
    }

    /// <summary>rate + delta/2: how much slower than the rising direction anything across beta grows.</summary>
    private double Gap => Imbalance >= 0 || _target == 0
        ? Math.Max(0, _rate + (Imbalance / 2))
        : _target * (_target / (_rate - (Imbalance / 2)));

    // exp(-2 rate t) times the integral of exp(-delta s).
    private double AcrossIntegral(double t, double decay) => Imbalance < 0
        ? Math.Exp(-2 * Gap * t) * Integral(-Imbalance / 2, t)
        : decay * decay * Integral(Imbalance / 2, t);

    // Integral of exp(-2 r s) from 0 to t.
    private static double Integral(double r, double t) => r == 0 ? t : -AccurateElementary.ExpMinusOne(-2 * r * t) / (2 * r);

    private static double Require(bool holds, double value, string parameter, string bound) => holds && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, value, $"The number must be {bound}.");
}
