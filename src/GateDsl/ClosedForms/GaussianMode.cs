using GateDsl.Theory.ClosedForms;

namespace GateDsl;

/// <summary>
/// One mode of one path with one hidden layer in expectation over Gaussian starts (mathematics.md, Rich and lazy, derived): w' = 2 sqrt(w^2 + c^2) (s - d w),
/// w(0) = 0, times in tau, with a = H s1^2 and b = H s2^2 of the two layers and c = (a + b)/2. No alignment and no balance is assumed.
/// </summary>
/// <remarks>
/// With w = c (x - 1/x)/2 the equation is Riccati's, with the roots 1/r and -r, R = sqrt(s^2 + d^2 c^2), r = d c/(s + R). Its solution is written as
/// x = ((1 + r) - r (1 - r) E) / (r (1 + r) + (1 - r) E), E = exp(-2 R t), whose parts are positive and have limits where the roots go to infinity:
/// r = 0 for c = 0 and for d = 0, r = 1 for s = 0. What r is close to 1 or x close to 1 would cancel is written out: 1 - r^2 = 2 s/(s + R).
/// </remarks>
internal sealed class GaussianMode : IModeFlow
{
    /// <summary>Modes that need more steps than this to settle are not stepped one by one.</summary>
    private const double MostSteps = 1e7;

    private readonly double _c;
    private readonly double _rate;
    private readonly double _root;
    private readonly double _oneMinusRoot;
    private readonly double _oneMinusSquare;

    /// <param name="s">Input-output strength, finite and not negative.</param>
    /// <param name="d">Input strength, finite and not negative.</param>
    /// <param name="incoming">a, finite and not negative.</param>
    /// <param name="outgoing">b, finite and not negative.</param>
    public GaussianMode(double s, double d, double incoming, double outgoing)
    {
        (S, D, IncomingStart, OutgoingStart) = (s, d, incoming, outgoing);
        _c = (incoming / 2) + (outgoing / 2);
        double pull = d * _c;
        _rate = double.Hypot(s, pull);
        double sum = s + _rate;
        _root = sum > 0 ? pull / sum : 0;
        _oneMinusSquare = sum > 0 ? 2 * (s / sum) : 1;
        _oneMinusRoot = _oneMinusSquare / (1 + _root);
    }

    public double S { get; }

    public double D { get; }

    /// <summary>The expected map is 0 before training.</summary>
    public double Start => 0;

    /// <summary>s/d; 0 where nothing moves it, infinity for d = 0.</summary>
    public double End => S == 0 || _c == 0 ? 0 : S / D;

    public double IncomingStart { get; }

    public double OutgoingStart { get; }

    public double At(double time)
    {
        if (S == 0 || _c == 0)
        {
            return 0;
        }

        // w = c (x - 1)(x + 1)/(2 x) with x = above/below.
        double decay = Math.Exp(-2 * _rate * time);
        double above = 1 + _root - (_root * _oneMinusRoot * decay);
        double below = (_root * (1 + _root)) + (_oneMinusRoot * decay);
        if (below == 0)
        {
            return Math.Exp((2 * S * time) + Math.Log(_c)) / 2;
        }

        double sum = ((1 + _root) * (1 + _root)) + (_oneMinusRoot * _oneMinusRoot * decay);
        double strength = -AccurateElementary.ExpMinusOne(-2 * _rate * time) * _oneMinusSquare * (_c / below) * sum / (2 * above);
        return Math.Min(strength, End);
    }

    /// <summary>sqrt(w^2 + c^2) - c.</summary>
    public double GrowthAt(double time)
    {
        double w = At(time);
        return w == 0 ? 0 : double.IsInfinity(w) ? w : w * (w / (double.Hypot(w, _c) + _c));
    }

    /// <summary>
    /// The expected Gram matrix stepped as descent does (mathematics.md, Exact reductions): its eigenvalues sqrt(w^2 + c^2) +- w are multiplied by
    /// (1 +- h (s - d w))^2,
    /// the last step in part where the number is not whole.
    /// </summary>
    /// <remarks>Where more than ten million steps would be needed to settle, one moves it so little that the flow is the answer, to about 1e-6.</remarks>
    public double AfterSteps(double steps, double step)
    {
        if (S == 0 || _c == 0)
        {
            return 0;
        }

        if (steps > MostSteps && step * _rate < 1e3 / MostSteps)
        {
            return At(steps * step);
        }

        double growing = _c;
        double shrinking = _c;
        for (double done = 0; done < steps; done++)
        {
            double strength = (growing - shrinking) / 2;
            double move = step * (S - (D * strength)) * Math.Min(1, steps - done);
            double grown = growing * (1 + move) * (1 + move);
            shrinking *= (1 - move) * (1 - move);
            if (grown == growing || double.IsInfinity(grown))
            {
                return (grown - shrinking) / 2;
            }

            growing = grown;
        }

        return (growing - shrinking) / 2;
    }

    public double TimeTo(double strength)
    {
        if (strength == 0)
        {
            return 0;
        }

        double left = S - (D * strength);
        if (!(strength > 0 && strength <= double.MaxValue && left > 0) || _c == 0)
        {
            return double.PositiveInfinity;
        }

        // E = (1 - r x)(1 + r)/((x + r)(1 - r)), where s - d w = (s + R)(1 - r x)(x + r)/(2 x); with c x = w + sqrt(w^2 + c^2).
        double cx = strength + double.Hypot(strength, _c);
        double denominator = cx + (_root * _c);
        double decay = 2 * (cx / denominator) * (left / (S + _rate)) * (1 + _root) * (_c / denominator) / _oneMinusRoot;
        if (decay < 0.5)
        {
            return -Math.Log(decay) / (2 * _rate);
        }

        // 1 - E = (1 + r^2)(x - 1)/((x + r)(1 - r)), without the cancellation of strengths near the start.
        double passed = strength + (strength * (strength / (double.Hypot(strength, _c) + _c)));
        return -AccurateElementary.LogOnePlus(-(1 + (_root * _root)) * passed / (denominator * _oneMinusRoot)) / (2 * _rate);
    }
}
