using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Guesses in floating point which point a residual is violated at most. Only a guess: who asks checks the point exactly, and looks for one
/// exactly where there is no guess.
/// </summary>
internal sealed class GuessedPricing
{
    private readonly int[] _starts;
    private readonly int[] _features;
    private readonly double[] _values;
    private readonly bool[] _on;

    public GuessedPricing(LinearProblem problem)
    {
        _on = problem.On;
        _starts = new int[problem.Points.Length + 1];
        for (int n = 0; n < problem.Points.Length; n++)
        {
            _starts[n + 1] = _starts[n] + problem.Points[n].Features.Length;
        }

        _features = problem.Points.SelectMany(point => point.Features).ToArray();
        _values = problem.Points.SelectMany(point => point.Values).Select(value => (double)value).ToArray();
    }

    /// <summary>The point with the largest slope along the residual among those not excluded; -1: none seems positive.</summary>
    /// <param name="residual">One entry per feature, then the one of the normalisation.</param>
    /// <param name="excluded">Points that are not asked for.</param>
    public int MostViolated(BigInteger[] residual, bool[] excluded)
    {
        double[] direction = Scaled(residual);
        double threshold = direction[residual.Length - 1];
        int best = -1;
        double most = 0;
        for (int n = 0; n < _on.Length; n++)
        {
            double slope = 0;
            for (int i = _starts[n]; i < _starts[n + 1]; i++)
            {
                slope += _values[i] * direction[_features[i]];
            }

            slope = _on[n] ? slope + threshold : -slope;
            if (slope > most && !excluded[n])
            {
                best = n;
                most = slope;
            }
        }

        return best;
    }

    // Doubles end at 1024 bits: larger residuals lose their low bits first.
    private static double[] Scaled(BigInteger[] residual)
    {
        int bits = residual.Max(entry => entry.ToByteArray().Length) * 8;
        int shift = Math.Max(0, bits - 512);
        return residual.Select(entry => (double)(entry >> shift)).ToArray();
    }
}
