using GateDsl.Theory.Sampling;

namespace GateDsl.Theory.Integration;

/// <summary>
/// A gradient flow y' = f(y) in steps of the Runge-Kutta-Chebyshev method: the error chooses the step, the steepest curvature, followed by power
/// iteration, the number of stages. Every step is proposed first, so that the caller can look at its end and take a shorter one.
/// </summary>
internal sealed class ChebyshevFlow
{
    private const int FewestStages = 2;
    private const int MostStages = 12;

    // The method is stable up to this times s^2 - 1 over the curvature, with a margin for what power iteration has not found yet.
    private const double StableShare = 0.65 / 1.2;
    private const int StepsPerCurvature = 4;
    private const double Nudge = 1e-6;

    private const double Safety = 0.8;
    private const double MostGrowth = 3;
    private const double MostShrink = 0.2;

    private readonly Action<double[], double[]> _slopeAt;
    private readonly Func<double[], double[], double> _shareOf;
    private readonly double _tolerance;
    private readonly ChebyshevStep?[] _methods = new ChebyshevStep?[MostStages + 1];
    private readonly double[] _direction;
    private readonly double[] _nudged;
    private readonly double[] _nudgedSlope;
    private readonly double[] _error;
    private double[] _state;
    private double[] _slope;
    private double[] _end;
    private double[] _endSlope;
    private double _step;
    private double _curvature;
    private double _size;
    private int _stepsLeft;

    /// <param name="start">The state at time 0.</param>
    /// <param name="slopeAt">Writes f(y), y the first argument, into the second.</param>
    /// <param name="shareOf">How large an error (first) is relative to a state (second).</param>
    /// <param name="tolerance">The share that the error of a step may have.</param>
    /// <param name="firstStep">The step to try first.</param>
    public ChebyshevFlow(
        double[] start, Action<double[], double[]> slopeAt, Func<double[], double[], double> shareOf, double tolerance, double firstStep)
    {
        (_slopeAt, _shareOf, _tolerance, _step) = (slopeAt, shareOf, tolerance, firstStep);
        _state = (double[])start.Clone();
        (_slope, _end, _endSlope, _nudged, _nudgedSlope, _error) = (New(), New(), New(), New(), New(), New());
        _direction = new NormalSampler(seed: 0).Draw(start.Length);
        _slopeAt(_state, _slope);
        Evaluations = 1;

        double[] New() => new double[start.Length];
    }

    public double Time { get; private set; }

    /// <summary>How often f has been evaluated.</summary>
    public long Evaluations { get; private set; }

    /// <summary>The next step is too short to move the time, or no number: nothing is reached any more.</summary>
    public bool IsStuck => !(Time + _step > Time);

    /// <summary>Takes a step whose end is the last state at which f is evaluated; false where its error is too large: the next is shorter.</summary>
    public bool Propose()
    {
        if (_stepsLeft == 0)
        {
            // The first direction is random and needs a few rounds.
            for (int round = Time == 0 ? StepsPerCurvature : 1; round > 0; round--)
            {
                FollowCurvature();
            }

            _stepsLeft = StepsPerCurvature;
        }

        _step = Math.Min(_step, _curvature > 0 ? StableShare * ((MostStages * MostStages) - 1) / _curvature : _step);
        int stages = (int)Math.Ceiling(Math.Sqrt(1 + (_step * _curvature / StableShare)));
        stages = Math.Min(MostStages, Math.Max(FewestStages, stages));
        (_methods[stages] ??= new(stages, _state.Length, _slopeAt)).Take(_state, _slope, _step, _end);
        _slopeAt(_end, _endSlope);
        Evaluations += stages;

        ChebyshevStep.Error(_state, _slope, _step, _end, _endSlope, _error);
        _size = Math.Pow(_shareOf(_error, _end) / _tolerance, 1.0 / 3);
        if (_size <= 1)
        {
            return true;
        }

        Shorten(Math.Max(MostShrink, double.IsNaN(_size) ? 0 : Safety / _size));
        return false;
    }

    /// <summary>Makes the step that is proposed next shorter by a factor.</summary>
    public void Shorten(double factor) => _step *= factor;

    /// <summary>Goes to the end of the proposed step.</summary>
    public void Accept()
    {
        Time += _step;
        _step *= Math.Min(MostGrowth, Safety / Math.Max(_size, double.Epsilon));
        (_state, _end, _slope, _endSlope) = (_end, _state, _endSlope, _slope);
        _stepsLeft--;
    }

    /// <summary>Evaluates f at the present state again.</summary>
    public void Revisit() => _slopeAt(_state, _slope);

    private void FollowCurvature()
    {
        double distance = Nudge * Math.Max(Norm(_state), double.Epsilon / Nudge) / Norm(_direction);
        for (int i = 0; i < _state.Length; i++)
        {
            _nudged[i] = _state[i] + (distance * _direction[i]);
        }

        _slopeAt(_nudged, _nudgedSlope);
        Evaluations++;
        for (int i = 0; i < _state.Length; i++)
        {
            _nudged[i] = (_nudgedSlope[i] - _slope[i]) / distance;
        }

        double norm = Norm(_nudged);
        _curvature = norm / Norm(_direction);
        if (!(norm > 0))
        {
            return;
        }

        // Kept at length 1: each round multiplies by the curvature, and a hundred of them would leave the range of doubles.
        for (int i = 0; i < _direction.Length; i++)
        {
            _direction[i] = _nudged[i] / norm;
        }
    }

    // Of shares of the largest entry, whose squares cannot overflow.
    private static double Norm(double[] vector)
    {
        double largest = 0.0;
        foreach (double value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (!(largest > 0))
        {
            return largest;
        }

        double sum = 0.0;
        foreach (double value in vector)
        {
            sum += value / largest * (value / largest);
        }

        return largest * Math.Sqrt(sum);
    }
}
