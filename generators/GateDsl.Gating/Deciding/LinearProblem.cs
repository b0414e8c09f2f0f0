using System.Numerics;

namespace GateDsl.Gating;

/// <summary>A sparse integer vector: features in rising order and their values, none of them zero.</summary>
internal readonly struct IntegerPoint(int[] features, BigInteger[] values)
{
    public int[] Features { get; } = features;

    public BigInteger[] Values { get; } = values;

    public BigInteger Dot(BigInteger[] dense)
    {
        BigInteger sum = BigInteger.Zero;
        for (int i = 0; i < Features.Length; i++)
        {
            BigInteger factor = dense[Features[i]];
            sum += Values[i].IsOne ? factor : Values[i] * factor;
        }

        return sum;
    }

    public BigInteger Dot(IntegerPoint other)
    {
        BigInteger sum = BigInteger.Zero;
        for (int i = 0, j = 0; i < Features.Length && j < other.Features.Length;)
        {
            int order = Features[i].CompareTo(other.Features[j]);
            if (order == 0)
            {
                sum += Values[i] * other.Values[j];
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}

/// <summary>
/// Is there a w with w·x &gt; 0 for the on-points and w·x &lt;= 0 for the off-points? The question in integers, on as few points and
/// features as it takes.
/// </summary>
internal sealed class LinearProblem(int features, IntegerPoint[] points, bool[] on, int[] constantFeatures)
{
    public int Features { get; } = features;

    public IntegerPoint[] Points { get; } = points;

    public bool[] On { get; } = on;

    /// <summary>Features that add up to one at every point, so that a constant can be moved into w; empty: there are none.</summary>
    public int[] ConstantFeatures { get; } = constantFeatures;

    /// <summary>The problem on some of the points.</summary>
    public LinearProblem Restricted(IReadOnlyList<int> points) =>
        new(Features, points.Select(p => Points[p]).ToArray(), points.Select(p => On[p]).ToArray(), ConstantFeatures);
}

/// <summary>
/// The answer to a <see cref="LinearProblem"/>: weights, or positive multipliers for some of its points, or neither: the budget is used up.
/// </summary>
internal sealed record LinearAnswer(BigInteger[]? Weights, IReadOnlyList<PointMultiplier>? Multipliers)
{
    public static LinearAnswer Exhausted { get; } = new(null, null);
}

/// <summary>A point of a <see cref="LinearProblem"/> and its positive multiplier.</summary>
internal sealed record PointMultiplier(int Point, BigInteger Multiplier);
