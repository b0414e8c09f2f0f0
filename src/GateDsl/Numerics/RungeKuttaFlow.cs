namespace GateDsl;

/// <summary>
/// Integrates y' = f(y) with the fifth-order pair of Dormand and Prince: the step follows the difference to the embedded fourth-order
/// solution, and a step ends exactly at every time that is asked for.
/// </summary>
internal sealed class RungeKuttaFlow
{
    private const int Stages = 7;
    private const double Safety = 0.9;
    private const double MostGrowth = 5;
    private const double MostShrink = 0.2;
    private const int MostSteps = 5_000_000;

    /// <summary>Row i: weights of the earlier stages for the state at which stage i + 1 is taken; the last row is the fifth-order solution.</summary>
    private static readonly double[][] Stage =
    [
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ];

    /// <summary>Fifth-order minus fourth-order weights.</summary>
    private static readonly double[] Difference =
    [
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40,
    ];

    private readonly Action<double[], double[]> _derivative;
    private readonly double _tolerance;

    /// <param name="derivative">Writes f(y), the first argument, into the second.</param>
    /// <param name="tolerance">Error allowed per step, relative to each component's larger magnitude at the step's two ends.</param>
    public RungeKuttaFlow(Action<double[], double[]> derivative, double tolerance)
    {
        _derivative = derivative;
        _tolerance = tolerance;
    }

    /// <summary>The states at the given times, which rise from 0 on, starting from <paramref name="start"/> at time 0.</summary>
    /// <exception cref="ArgumentException">The times fall or are not finite.</exception>
    /// <exception cref="ArithmeticException">The state leaves the range of doubles, or the steps become too small.</exception>
    public double[][] At(double[] start, double[] times)
    {
        double[] state = (double[])start.Clone();
        double[][] slopes = Enumerable.Range(0, Stages).Select(_ => new double[state.Length]).ToArray();
        double[][] states = new double[times.Length][];
        double now = 0.0;
        double step = 0.0;
        int budget = MostSteps;
        for (int i = 0; i < times.Length; i++)
        {
            if (!(times[i] >= now && times[i] <= double.MaxValue))
            {
                throw new ArgumentException($"Time {i} is {times[i]}: times must be finite and rise from 0 on.", nameof(times));
            }

            state = Advance(state, slopes, times[i] - now, ref step, ref budget);
            now = times[i];
            states[i] = (double[])state.Clone();
        }

        return states;
    }

    private double[] Advance(double[] state, double[][] slopes, double span, ref double step, ref int budget)
    {
        double done = 0.0;
        while (done < span)
        {
            step = step > 0 ? step : FirstStep(state, slopes[0], span);
            double rest = span - done;
            bool isLast = step >= rest;
            double length = isLast ? rest : step;
            (double[]? next, double error) = Try(state, slopes, length);
            double growth = error > 0 ? Safety * Math.Pow(error, -0.2) : MostGrowth;
            if (error <= 1)
            {
                state = next;
                done = isLast ? span : done + length;

                // A step cut short by a recorded time says nothing against the longer one.
                step = Math.Max(isLast ? step : 0, length * Math.Min(MostGrowth, Math.Max(MostShrink, growth)));
            }
            else
            {
                step = length * (double.IsNaN(error) ? MostShrink : Math.Max(MostShrink, growth));
            }

            if (--budget <= 0 || step <= span * 1e-18)
            {
                throw new ArithmeticException("The flow cannot be followed in double precision: its steps became too small or too many.");
            }
        }

        return state;
    }

    // A hundredth of the time in which the fastest component would change by itself.
    private double FirstStep(double[] state, double[] slope, double span)
    {
        _derivative(state, slope);
        double step = span;
        for (int i = 0; i < state.Length; i++)
        {
            if (slope[i] != 0 && state[i] != 0)
            {
                step = Math.Min(step, 0.01 * Math.Abs(state[i] / slope[i]));
            }
        }

        return step;
    }

    // The step's end and its error in units of the tolerance; NaN where the state overflowed.
    private (double[] Next, double Error) Try(double[] state, double[][] slopes, double length)
    {
        _derivative(state, slopes[0]);
        double[] next = state;
        for (int i = 0; i < Stage.Length; i++)
        {
            next = (double[])state.Clone();
            for (int j = 0; j < Stage[i].Length; j++)
            {
                for (int k = 0; k < next.Length; k++)
                {
                    next[k] += length * Stage[i][j] * slopes[j][k];
                }
            }

            _derivative(next, slopes[i + 1]);
        }

        double worst = 0.0;
        for (int k = 0; k < next.Length; k++)
        {
            double difference = 0.0;
            for (int j = 0; j < Stages; j++)
            {
                difference += Difference[j] * slopes[j][k];
            }

            double scale = _tolerance * Math.Max(Math.Abs(state[k]), Math.Abs(next[k]));
            double error = difference == 0 ? 0 : Math.Abs(length * difference) / scale;
            worst = double.IsNaN(error) || double.IsInfinity(error) ? double.NaN : Math.Max(worst, error);
        }

        return (next, worst);
    }
}
