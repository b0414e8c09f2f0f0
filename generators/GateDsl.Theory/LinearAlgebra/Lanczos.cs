using GateDsl.Theory.Sampling;

namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// The largest (most positive) eigenvalue of a symmetric operator that can only be applied: that of the tridiagonal matrix which the Lanczos
/// recurrence makes of it. Vectors are not kept orthogonal to all earlier ones, which repeats eigenvalues and moves none.
/// </summary>
internal static class Lanczos
{
    private const int MostSteps = 1000;
    private const int CalmSteps = 3;
    private const double Precise = 1e-8;

    /// <param name="size">Dimension.</param>
    /// <param name="apply">Writes A v (v the first argument) into the second.</param>
    /// <param name="settled">Ends where three steps in a row change the estimate by less than this share of the operator's magnitude.</param>
    /// <param name="mostSteps">Applications after which it ends at the latest.</param>
    /// <returns>The eigenvalue, approached from below; 0 for a zero operator or dimension; null where it has not settled.</returns>
    public static double? LargestEigenvalue(int size, Action<double[], double[]> apply, double settled = Precise, int mostSteps = MostSteps)
    {
        if (size == 0)
        {
            return 0;
        }

        double[] current = new NormalSampler(seed: 0).Draw(size);
        Scale(current, 1 / Norm(current));
        double[] before = new double[size];
        double[] next = new double[size];
        List<double> diagonal = new();
        List<double> below = new();
        double largest = double.NegativeInfinity;
        for (int step = 0, calm = 0; step < mostSteps; step++)
        {
            apply(current, next);
            diagonal.Add(Dot(current, next));
            AddScaled(next, -diagonal[step], current);
            AddScaled(next, step == 0 ? 0 : -below[step - 1], before);
            double coupling = Norm(next);

            (double low, double high, double magnitude) = Bracket(diagonal, below);
            double estimate = Bisect(diagonal, below, Math.Max(low, largest), high, settled * magnitude / 8);
            calm = estimate - largest <= settled * magnitude ? calm + 1 : 0;
            largest = estimate;
            if (calm == CalmSteps || coupling <= Precisions.Epsilon * magnitude)
            {
                return largest;
            }

            below.Add(coupling);
            Scale(next, 1 / coupling);
            (before, current, next) = (current, next, before);
        }

        return null;
    }

    // The largest diagonal entry, Gershgorin's bound, and the largest magnitude that an eigenvalue may have.
    private static (double Low, double High, double Magnitude) Bracket(List<double> diagonal, List<double> below)
    {
        double low = double.NegativeInfinity, high = double.NegativeInfinity, magnitude = 0;
        for (int i = 0; i < diagonal.Count; i++)
        {
            double radius = (i > 0 ? below[i - 1] : 0) + (i < below.Count ? below[i] : 0);
            low = Math.Max(low, diagonal[i]);
            high = Math.Max(high, diagonal[i] + radius);
            magnitude = Math.Max(magnitude, Math.Abs(diagonal[i]) + radius);
        }

        return (low, high, magnitude);
    }

    private static double Bisect(List<double> diagonal, List<double> below, double low, double high, double tolerance)
    {
        while (high - low > tolerance)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = HasEigenvalueAbove(diagonal, below, middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    // A - x I has a positive pivot.
    private static bool HasEigenvalueAbove(List<double> diagonal, List<double> below, double x)
    {
        double pivot = diagonal[0] - x;
        for (int i = 1; pivot <= 0 && i < diagonal.Count; i++)
        {
            pivot = diagonal[i] - x - (below[i - 1] * below[i - 1] / Math.Min(pivot, -double.Epsilon / Precisions.Epsilon));
        }

        return pivot > 0;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Norm(double[] vector) => Math.Sqrt(Dot(vector, vector));

    private static void Scale(double[] vector, double scale)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= scale;
        }
    }

    private static void AddScaled(double[] target, double scale, double[] vector)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += scale * vector[i];
        }
    }
}
