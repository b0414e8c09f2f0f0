using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;

namespace GateDsl.Identifying;

/// <summary>
/// How well gated inputs fit the targets: the residual of the least-squares fit of Y by the stacked g_m x, with the ridge that a network leaves
/// which has learnt the strong directions and not yet the weak ones. Without ridge P1 §4 is fitted exactly by three of its four modules.
/// </summary>
internal sealed class TargetFit
{
    /// <summary>The ridge, as a share of the mean squared length of a feature over the datapoints.</summary>
    private const double RidgeShare = 0.1;

    private const int MostIterations = 300;
    private const int MostProbes = 64;
    private const double Negligible = 1e-12;

    private readonly SparseInputs _inputs;
    private readonly double[][] _targets;
    private readonly double _ridge;
    private readonly double _norm;

    public TargetFit(IdentificationData data)
    {
        _inputs = data.Columns;
        _ridge = RidgeShare * _inputs.SquaredNorm / _inputs.Features;
        Matrix targets = new(data.Count, data.TargetWidth, data.TargetValues!);
        Matrix reduced = targets.Times(SpanBasis.OfRows(targets));
        _targets = [.. Enumerable.Range(0, reduced.Columns).Select(reduced.Column)];
        _norm = Math.Sqrt(targets.SquaredNorm());
    }

    /// <summary>|Y - fit| / |Y|.</summary>
    /// <param name="gates">One per module, N entries each.</param>
    public double Residual(IReadOnlyList<bool[]> gates)
    {
        // With K = sum over modules of the gated inner products of inputs, the residual is ridge (K + ridge I)^-1 Y.
        double square = 0;
        foreach (double[] target in _targets)
        {
            double[] solution = Solve(gates, target);
            square += solution.Sum(value => _ridge * _ridge * value * value);
        }

        return Math.Sqrt(square) / _norm;
    }

    /// <summary>
    /// The residual of the targets about their mean, against what the same gates leave of white noise about its mean: about 1 for random targets,
    /// which no few gates suit better than any others; 0.63 to 0.75 for contextual tasks of 2 to 6 contexts with the gates of the paper.
    /// </summary>
    /// <param name="gates">One per module, N entries each.</param>
    public double AgainstNoise(IReadOnlyList<bool[]> gates)
    {
        double left = Left(gates, _targets);
        return double.IsNaN(left) ? double.NaN : left / Left(gates, [.. Probes()]);
    }

    // |residual| / |vectors|, both about their means; NaN where rounding is all that is left of vectors there.
    private double Left(IReadOnlyList<bool[]> gates, double[][] vectors)
    {
        double square = 0;
        double total = 0;
        double norm = 0;
        foreach (double[] vector in vectors)
        {
            double[] centred = Centred(vector);
            double own = Dot(centred, centred);
            square += own > 0 ? Solve(gates, centred).Sum(value => _ridge * _ridge * value * value) : 0;
            total += own;
            norm += Dot(vector, vector);
        }

        return total > 1e-24 * norm ? Math.Sqrt(square / total) : double.NaN;
    }

    // Every datapoint by itself where they are few: exact. Else random signs.
    private IEnumerable<double[]> Probes()
    {
        int count = _inputs.Count;
        RandomStream random = new(0);
        return Enumerable.Range(0, Math.Min(count, MostProbes)).Select(probe => (double[])[.. Enumerable.Range(0, count).Select(n =>
            count > MostProbes ? random.NextBelow(2) - 0.5 : n == probe ? 1 : 0)]);
    }

    private static double[] Centred(double[] vector)
    {
        double mean = vector.Average();
        return [.. vector.Select(value => value - mean)];
    }

    // Conjugate gradients on (K + ridge I) a = y.
    private double[] Solve(IReadOnlyList<bool[]> gates, double[] target)
    {
        double[] solution = new double[target.Length];
        double[] rest = [.. target];
        double[] direction = [.. target];
        double first = Dot(rest, rest);
        double square = first;
        for (int iteration = 0; iteration < MostIterations && square > Negligible * first; iteration++)
        {
            double[] image = Apply(gates, direction);
            double step = square / Dot(direction, image);
            for (int n = 0; n < target.Length; n++)
            {
                solution[n] += step * direction[n];
                rest[n] -= step * image[n];
            }

            double next = Dot(rest, rest);
            for (int n = 0; n < target.Length; n++)
            {
                direction[n] = rest[n] + (next / square * direction[n]);
            }

            square = next;
        }

        return solution;
    }

    private double[] Apply(IReadOnlyList<bool[]> gates, double[] vector)
    {
        double[] image = [.. vector.Select(value => _ridge * value)];
        double[] map = new double[_inputs.Features];
        foreach (bool[] gate in gates)
        {
            Array.Clear(map);
            for (int n = 0; n < gate.Length; n++)
            {
                if (gate[n])
                {
                    _inputs.Add(map, n, vector[n]);
                }
            }

            for (int n = 0; n < gate.Length; n++)
            {
                image[n] += gate[n] ? _inputs.Project(map, n) : 0;
            }
        }

        return image;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int n = 0; n < a.Length; n++)
        {
            sum += a[n] * b[n];
        }

        return sum;
    }
}
