using GateDsl.Theory.Integration;

namespace GateDsl.Tests.Theory.Integration;

/// <summary>One step on y' = -r y against the stability polynomial, whose Chebyshev polynomials are written with hyperbolic functions here.</summary>
public sealed class ChebyshevStepTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(20)]
    public void AStepIsTheStabilityPolynomial(int stages)
    {
        // R(z) = 1 - b T(w0) + b T(w0 + w1 z), b = T''(w0) / T'(w0)^2, w1 = T'(w0) / T''(w0): Verwer and Sommeijer.
        double w0 = 1 + (2.0 / 13 / (stages * stages)), angle = Math.Acosh(w0);
        double t = Chebyshev(stages, w0), first = stages * Math.Sinh(stages * angle) / Math.Sinh(angle);
        double second = ((stages * stages * t) - (w0 * first)) / ((w0 * w0) - 1);
        double b = second / (first * first), w1 = first / second;
        double most = 0.6 * ((stages * stages) - 1);
        foreach (double share in (double[])[0, 1e-3, 0.1, 0.5, 0.9, 1])
        {
            double z = -share * most;
            double[] start = [1, -2], slope = [z, -2 * z], end = new double[2];
            ChebyshevStep step = new(stages, 2, (state, at) =>
            {
                (at[0], at[1]) = (z / 0.25 * state[0], z / 0.25 * state[1]);
            });
            step.Take(start, [4 * slope[0], 4 * slope[1]], 0.25, end);
            double expected = 1 - (b * t) + (b * Chebyshev(stages, w0 + (w1 * z)));
            Assert.Equal(expected, end[0], 1e-11);
            Assert.Equal(-2 * expected, end[1], 1e-11);
            Assert.InRange(end[0], -1 - 1e-12, 1 + 1e-12);
        }
    }

    [Fact]
    public void TheErrorIsThatOfTheEnds()
    {
        double[] error = new double[2];
        ChebyshevStep.Error([1, 2], [3, -1], 0.5, [2, 1.5], [5, 0.25], error);
        Assert.Equal((0.8 * (1 - 2)) + (0.4 * 0.5 * (3 + 5)), error[0], 1e-15);
        Assert.Equal((0.8 * (2 - 1.5)) + (0.4 * 0.5 * (-1 + 0.25)), error[1], 1e-15);
    }

    private static double Chebyshev(int degree, double x) => Math.Abs(x) <= 1 ? Math.Cos(degree * Math.Acos(x))
        : Math.Cosh(degree * Math.Acosh(Math.Abs(x))) * (x < 0 && degree % 2 == 1 ? -1 : 1);
}
