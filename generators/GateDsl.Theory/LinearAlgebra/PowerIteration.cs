using GateDsl.Theory.Sampling;

namespace GateDsl.Theory.LinearAlgebra;

/// <summary>The largest (most positive) eigenvalue of a symmetric operator that can only be applied.</summary>
internal static class PowerIteration
{
    private const int MostIterations = 3000;
    private const double Settled = 1e-10;

    /// <param name="size">Dimension.</param>
    /// <param name="apply">Writes A v (v the first argument) into the second.</param>
    /// <returns>The Rayleigh quotient, which approaches the eigenvalue from below; 0 for a zero operator or dimension.</returns>
    public static double LargestEigenvalue(int size, Action<double[], double[]> apply)
    {
        if (size == 0)
        {
            return 0;
        }

        // The plain iteration finds the eigenvalue of largest magnitude. Where that may be negative, or stands against one of the other
        // sign, shift by the magnitude: then all eigenvalues are positive and their order is the sought one.
        var (value, magnitude) = Iterate(size, apply, shift: 0);
        return value > 0 && value >= magnitude * (1 - 1e-6) ? value : Iterate(size, apply, magnitude).Value - magnitude;
    }

    // The settled Rayleigh quotient and |A v| for the unit vector v, of A + shift I.
    private static (double Value, double Magnitude) Iterate(int size, Action<double[], double[]> apply, double shift)
    {
        var vector = new NormalSampler(seed: 0).Draw(size);
        Normalise(vector);
        var image = new double[size];
        var value = 0.0;
        var magnitude = 0.0;
        var settled = 0;
        for (var iteration = 0; iteration < MostIterations && settled < 3; iteration++)
        {
            apply(vector, image);
            for (var i = 0; i < size; i++)
            {
                image[i] += shift * vector[i];
            }

            var before = value;
            value = vector.Select((entry, i) => entry * image[i]).Sum();
            magnitude = Normalise(image);
            settled = Math.Abs(value - before) <= Settled * magnitude ? settled + 1 : 0;
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
