using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Replaces weights by smaller ones with the same signs of w·x, for the reader's sake: rounds them at coarser scales until one does, checked
/// at every point in integers.
/// </summary>
internal static class SmallWeights
{
    private const int FinestScale = 4_096;

    public static BigInteger[] Find(LinearProblem problem, BigInteger[] weights)
    {
        BigInteger[] centred = Centred(problem, weights);
        BigInteger largest = centred.Max(BigInteger.Abs);
        for (int scale = 1; scale <= FinestScale && scale < largest; scale += 1 + (scale >> 3))
        {
            BigInteger[] rounded = centred.Select(weight => Round(weight * scale, largest)).ToArray();
            if (Fits(problem, rounded))
            {
                return rounded;
            }
        }

        return weights;
    }

    // Moves the threshold half-way between the on-points and the off-points, where there is a constant to move it with.
    private static BigInteger[] Centred(LinearProblem problem, BigInteger[] weights)
    {
        if (problem.ConstantFeatures.Length == 0)
        {
            return weights;
        }

        BigInteger margin = problem.Points.Where((_, n) => problem.On[n]).Select(point => point.Dot(weights)).Min();
        BigInteger[] centred = weights.Select(weight => weight * 2).ToArray();
        foreach (int feature in problem.ConstantFeatures)
        {
            centred[feature] -= margin;
        }

        return centred;
    }

    private static BigInteger Round(BigInteger numerator, BigInteger denominator)
    {
        BigInteger rounded = ((BigInteger.Abs(numerator) * 2) + denominator) / (denominator * 2);
        return numerator.Sign < 0 ? -rounded : rounded;
    }

    private static bool Fits(LinearProblem problem, BigInteger[] weights)
    {
        for (int n = 0; n < problem.Points.Length; n++)
        {
            if (problem.Points[n].Dot(weights).Sign > 0 != problem.On[n])
            {
                return false;
            }
        }

        return true;
    }
}
