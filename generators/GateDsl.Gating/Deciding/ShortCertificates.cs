using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Contradictions of one or two points, which dense stimuli can have: an on-point that is zero, an on-point and an off-point in the same
/// direction, two on-points in opposite directions. Looked for first, because the shortest proof is the best to read.
/// </summary>
internal static class ShortCertificates
{
    public static IReadOnlyList<PointMultiplier>? Find(LinearProblem problem)
    {
        // Points with a constant among their features are never zero or opposite, and proportional only where they are equal.
        if (problem.ConstantFeatures.Length > 0)
        {
            return null;
        }

        Dictionary<string, int> firstOn = new(StringComparer.Ordinal);
        for (int n = 0; n < problem.Points.Length; n++)
        {
            if (!problem.On[n])
            {
                continue;
            }

            if (problem.Points[n].Features.Length == 0)
            {
                return [new(n, BigInteger.One)];
            }

            string direction = Direction(problem.Points[n], 1);
            if (!firstOn.ContainsKey(direction))
            {
                firstOn.Add(direction, n);
            }
        }

        for (int n = 0; n < problem.Points.Length; n++)
        {
            if (firstOn.TryGetValue(Direction(problem.Points[n], problem.On[n] ? -1 : 1), out int other))
            {
                return [new(other, Divisor(problem.Points[n])), new(n, Divisor(problem.Points[other]))];
            }
        }

        return null;
    }

    private static BigInteger Divisor(IntegerPoint point) => point.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);

    private static string Direction(IntegerPoint point, int sign)
    {
        BigInteger divisor = Divisor(point) * sign;
        return string.Join(" ", point.Features.Select((feature, i) => $"{feature}:{point.Values[i] / divisor}"));
    }
}
