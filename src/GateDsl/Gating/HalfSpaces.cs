using System.Numerics;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// Gates that are half-spaces of the input, open where v.x is above a threshold: the gates of globally gated networks (Li and Sompolinsky 2022) and of gated
/// ReLU networks, fixed before training.
/// </summary>
public sealed class HalfSpaces
{
    private readonly double[,] _normals;
    private readonly double[] _thresholds;

    /// <summary>Half-spaces by their normals.</summary>
    /// <param name="normals">Gates x features, finite.</param>
    /// <param name="thresholds">One per gate, finite.</param>
    /// <exception cref="ArgumentException">There is not one threshold per gate, or a number is not finite.</exception>
    public HalfSpaces(double[,] normals, ReadOnlySpan<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(normals);
        if (thresholds.Length != normals.GetLength(0))
        {
            throw new ArgumentException($"There are {thresholds.Length} thresholds for {normals.GetLength(0)} gates.", nameof(thresholds));
        }

        for (int gate = 0; gate < Count(normals); gate++)
        {
            for (int feature = 0; feature < normals.GetLength(1); feature++)
            {
                Require(normals[gate, feature], $"The normal of gate {gate} at feature {feature}", nameof(normals));
            }

            Require(thresholds[gate], $"The threshold of gate {gate}", nameof(thresholds));
        }

        _normals = (double[,])normals.Clone();
        _thresholds = thresholds.ToArray();
    }

    /// <summary>Number of gates.</summary>
    public int Gates => _thresholds.Length;

    /// <summary>Features of the input.</summary>
    public int Features => _normals.GetLength(1);

    /// <summary>Normals from N(0, 1), the same on every machine.</summary>
    /// <param name="count">Number of gates, at least 1.</param>
    /// <param name="features">Features of the input, at least 1.</param>
    /// <param name="seed">Seed of the normals.</param>
    /// <param name="threshold">A gate is open where v.x is above it; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static HalfSpaces Random(int count, int features, ulong seed, double threshold = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        if (!double.IsFinite(threshold))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be finite.");
        }

        NormalSampler sampler = new(seed, "half-spaces");
        double[,] normals = new double[count, features];
        for (int gate = 0; gate < count; gate++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                normals[gate, feature] = sampler.Next();
            }
        }

        double[] thresholds = new double[count];
        Array.Fill(thresholds, threshold);
        return new HalfSpaces(normals, thresholds);
    }

    /// <summary>Which gate is open at which datapoint.</summary>
    /// <param name="x">Datapoints x features, row by row.</param>
    /// <returns>Datapoints x gates, row by row, as data sets take them.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of the features.</exception>
    public bool[] Evaluate(ReadOnlySpan<double> x) => Open(x);

    /// <inheritdoc cref="Evaluate(ReadOnlySpan{double})"/>
    public bool[] Evaluate(ReadOnlySpan<float> x) => Open(x);

    private static int Count(double[,] normals) => normals.GetLength(0);

    private static void Require(double value, string what, string parameter)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException(FormattableString.Invariant($"{what} is {value}; it must be finite."), parameter);
        }
    }

    private bool[] Open<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T>
    {
        if (Features == 0 ? x.Length > 0 : x.Length % Features != 0)
        {
            throw new ArgumentException($"x has {x.Length} values, which is no multiple of the {Features} features.", nameof(x));
        }

        int datapoints = Features == 0 ? 0 : x.Length / Features;
        bool[] open = new bool[datapoints * Gates];
        for (int n = 0; n < datapoints; n++)
        {
            for (int gate = 0; gate < Gates; gate++)
            {
                double sum = 0;
                for (int feature = 0; feature < Features; feature++)
                {
                    sum += _normals[gate, feature] * double.CreateTruncating(x[(n * Features) + feature]);
                }

                open[(n * Gates) + gate] = sum > _thresholds[gate];
            }
        }

        return open;
    }
}
