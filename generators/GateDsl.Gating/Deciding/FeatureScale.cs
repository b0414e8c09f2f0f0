using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Turns rational points into integer ones by a positive factor per feature. Multipliers of points are the same for both; weights are those
/// for the scaled features times the factors.
/// </summary>
internal sealed class FeatureScale
{
    private readonly BigInteger[] _denominators;
    private readonly BigInteger[] _divisors;

    /// <summary>Finds the factors that make every feature integer with no common divisor.</summary>
    public FeatureScale(int features, IReadOnlyList<SparsePoint> points)
    {
        _denominators = Enumerable.Repeat(BigInteger.One, features).ToArray();
        _divisors = new BigInteger[features];
        foreach (SparsePoint point in points)
        {
            for (int i = 0; i < point.Features.Length; i++)
            {
                ref BigInteger multiple = ref _denominators[point.Features[i]];
                BigInteger denominator = point.Values[i].Denominator;
                multiple *= denominator / BigInteger.GreatestCommonDivisor(multiple, denominator);
            }
        }

        foreach (SparsePoint point in points)
        {
            for (int i = 0; i < point.Features.Length; i++)
            {
                int feature = point.Features[i];
                _divisors[feature] = BigInteger.GreatestCommonDivisor(_divisors[feature], Whole(feature, point.Values[i]));
            }
        }
    }

    public IntegerPoint Apply(SparsePoint point) =>
        new(point.Features, point.Features.Select((feature, i) => Whole(feature, point.Values[i]) / _divisors[feature]).ToArray());

    /// <summary>A positive integer multiple of the weights for the unscaled features.</summary>
    public BigInteger[] Unscale(BigInteger[] weights)
    {
        BigInteger common = BigInteger.One;
        foreach (BigInteger divisor in _divisors.Where(divisor => !divisor.IsZero))
        {
            common *= divisor / BigInteger.GreatestCommonDivisor(common, divisor);
        }

        // A feature that is zero at every point has divisor zero, and its weight does not matter.
        return weights
            .Select((weight, f) => _divisors[f].IsZero ? BigInteger.Zero : weight * _denominators[f] * (common / _divisors[f]))
            .ToArray();
    }

    private BigInteger Whole(int feature, Rational value) => value.Numerator * (_denominators[feature] / value.Denominator);
}
