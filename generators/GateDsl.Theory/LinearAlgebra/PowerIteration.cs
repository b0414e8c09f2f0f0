using GateDsl.Theory.Sampling;

namespace GateDsl.Theory.LinearAlgebra;

/// <summary>The largest (most positive) eigenvalue of a symmetric operator that can only be applied.</summary>
internal static class PowerIteration
{
    private const int MostIterations = 3000;
    private const double Precise = 1e-8;

    /// <param name="size">Dimension.</param>
    /// <param name="apply">Writes A v (v the first argument) into the second.</param>
    /// <param name="settled">Ends where three steps in a row change the estimate by less than this share.</param>
    /// <returns>The Rayleigh quotient, which approaches the eigenvalue from below; 0 for a zero operator or dimension.</returns>
    public static double LargestEigenvalue(int size, Action<double[], double[]> apply, double settled = Precise)
    {
        if (size == 0)
        {
            return 0;
        }

        // The plain iteration finds the eigenvalue of largest magnitude. Where that may be negative, or stands against one of the other
        // sign, shift by the magnitude: then all eigenvalues are positive and their order is the sought one.
        var (value, magnitude) = Iterate(size, apply, shift: 0, settled);
        return value > 0 && value >= magnitude * (1 - 1e-6) ? value : Iterate(size, apply, magnitude, settled).Value - magnitude;
    }

    // The settled Rayleigh quotient and |A v| for the unit vector v, of A + shift I.
    private static (double Value, double Magnitude) Iterate(
        int size, Action<double[], double[]> apply, double shift, double settled)
    {
        var vector = new NormalSampler(seed: 0).Draw(size);
        Normalise(vector);
        var image = new double[size];
        var value = 0.0;
        var magnitude = 0.0;
        var calm = 0;
        for (var iteration = 0; iteration < MostIterations && calm < 3; iteration++)
        {
            apply(vector, image);
            for (var i = 0; i < size; i++)
            {
                image[i] += shift * vector[i];
            }

            var before = value;
            value = 0;
            for (var i = 0; i < size; i++)
            {
                value += vector[i] * image[i];
            }

            magnitude = Normalise(image);
            calm = Math.Abs(value - before) <= settled * magnitude ? calm + 1 : 0;
            Array.Copy(image, vector, size);
        }

        return (value, magnitude);
    }

    private static double Normalise(double[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(value => value * value));
        for (var i = 0; i < vector.Length && norm > 0; i++)
        {
            vector[i] /= norm;
        }

        return norm;
    }
}
