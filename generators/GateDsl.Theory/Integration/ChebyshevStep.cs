namespace GateDsl.Theory.Integration;

/// <summary>
/// One step of the second-order Runge-Kutta-Chebyshev method (Verwer, Sommeijer) for y' = f(y). Its stages follow Chebyshev polynomials, so that
/// on decaying modes it is stable up to about 0.65 s^2 over their rate with s stages, where s Euler steps reach 2 s: the method for a gradient
/// flow, whose learned modes are stiff while others still grow.
/// </summary>
internal sealed class ChebyshevStep
{
    private const double Damping = 2.0 / 13;

    // Row j: weights of the start, of stages j - 1 and j - 2, of the slope at stage j - 1 and of the slope at the start.
    private readonly (double Start, double Last, double Earlier, double Slope, double FirstSlope)[] _stages;
    private readonly Action<double[], double[]> _slopeAt;
    private readonly double[][] _states;
    private readonly double[] _slope;

    /// <param name="stages">s, at least 2: evaluations of f in a step, the one at its start not counted.</param>
    /// <param name="size">Length of the state.</param>
    /// <param name="slopeAt">Writes f(y), y the first argument, into the second.</param>
    public ChebyshevStep(int stages, int size, Action<double[], double[]> slopeAt)
    {
        _slopeAt = slopeAt;
        _slope = new double[size];
        _states = [new double[size], new double[size], new double[size]];
        _stages = Stages(stages);
    }

    /// <summary>Writes the state after a step into <paramref name="end"/>.</summary>
    public void Take(double[] start, double[] slopeAtStart, double step, double[] end)
    {
        (double[]? earlier, double[]? last, double[]? next) = (_states[0], _states[1], _states[2]);
        Array.Copy(start, earlier, start.Length);
        for (int i = 0; i < start.Length; i++)
        {
            last[i] = start[i] + (_stages[0].FirstSlope * step * slopeAtStart[i]);
        }

        for (int j = 1; j < _stages.Length; j++)
        {
            (double Start, double Last, double Earlier, double Slope, double FirstSlope) weights = _stages[j];
            _slopeAt(last, _slope);
            for (int i = 0; i < start.Length; i++)
            {
                next[i] = (weights.Start * start[i]) + (weights.Last * last[i]) + (weights.Earlier * earlier[i])
                    + (step * ((weights.Slope * _slope[i]) + (weights.FirstSlope * slopeAtStart[i])));
            }

            (earlier, last, next) = (last, next, earlier);
        }

        Array.Copy(last, end, end.Length);
    }

    /// <summary>The error of a step, estimated from its ends: 0.8 (start - end) + 0.4 h (slope at start + slope at end).</summary>
    public static void Error(double[] start, double[] slopeAtStart, double step, double[] end, double[] slopeAtEnd, double[] error)
    {
        for (int i = 0; i < error.Length; i++)
        {
            error[i] = (0.8 * (start[i] - end[i])) + (0.4 * step * (slopeAtStart[i] + slopeAtEnd[i]));
        }
    }

    private static (double Start, double Last, double Earlier, double Slope, double FirstSlope)[] Stages(int count)
    {
        // T_j(w0) and its first two derivatives.
        double w0 = 1 + (Damping / (count * count));
        double[] t = new double[count + 1];
        double[] first = new double[count + 1];
        double[] second = new double[count + 1];
        (t[0], t[1], first[1]) = (1, w0, 1);
        for (int j = 2; j <= count; j++)
        {
            t[j] = (2 * w0 * t[j - 1]) - t[j - 2];
            first[j] = (2 * t[j - 1]) + (2 * w0 * first[j - 1]) - first[j - 2];
            second[j] = (4 * first[j - 1]) + (2 * w0 * second[j - 1]) - second[j - 2];
        }

        double w1 = first[count] / second[count];
        double[] b = Enumerable.Range(0, count + 1).Select(j => j < 2 ? 0 : second[j] / (first[j] * first[j])).ToArray();
        b[0] = b[2];
        b[1] = 1 / w0;
        (double, double, double, double, double)[] stages = new (double, double, double, double, double)[count];
        stages[0] = (1, 0, 0, 0, b[1] * w1);
        for (int j = 2; j <= count; j++)
        {
            double last = 2 * b[j] * w0 / b[j - 1];
            double earlier = -b[j] / b[j - 2];
            double slope = 2 * b[j] * w1 / b[j - 1];
            stages[j - 1] = (1 - last - earlier, last, earlier, slope, -(1 - (b[j - 1] * t[j - 1])) * slope);
        }

        return stages;
    }
}
