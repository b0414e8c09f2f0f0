using GateDsl.Theory.EffectiveData;

namespace GateDsl.Tests.Twin;

/// <summary>Second derivatives of the loss of representative units, against differences of gradients that are written out in plain loops.</summary>
public sealed class UnitsHessianTests
{
    private const int Features = 3;
    private const int Outputs = 2;
    private const int Units = 4;
    private const int Count = 5;

    [Fact]
    public void ItsImagesAreDifferencesOfGradients()
    {
        Random random = new(6);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
        (double[] x, double[] y, double[] weights, double[] direction) =
            (Numbers(Features * Count), Numbers(Outputs * Count), Numbers((Features + Outputs) * Units), Numbers((Features + Outputs) * Units));
        (double[] hidden, double[] residual, _) = Evaluate(x, y, weights);
        UnitsHessian hessian =
            new(new(Features, Count, x), new(Features, Units, weights[..(Features * Units)]), new(Outputs, Units, weights[(Features * Units)..]),
            new(Count, Units, hidden), new(Outputs, Count, residual));
        double[] image = new double[direction.Length];
        hessian.Apply(direction, image);
        hessian.Apply(direction, image);

        double[] up = Evaluate(x, y, [.. weights.Zip(direction, (w, d) => w + (1e-6 * d))]).Gradient,
            down = Evaluate(x, y, [.. weights.Zip(direction, (w, d) => w - (1e-6 * d))]).Gradient;
        Assert.Equal(direction.Length, hessian.Size);
        Assert.Contains(hidden, h => h > 0);
        Assert.Contains(hidden, h => h == 0);
        Assert.All(Enumerable.Range(0, image.Length), i => Assert.Equal((up[i] - down[i]) / 2e-6, image[i], 1e-7));
        Assert.Equal(2.0 * Count * Units * (Features + (2 * Outputs)), hessian.Work);
    }

    /// <summary>
    /// A single unit on a single datapoint that it fits: the Hessian has the one eigenvalue v^2 x^2 + h^2, and no more work is done than is allowed.
    /// </summary>
    [Fact]
    public void TheStableStepIsTwoOverTheLargestEigenvalue()
    {
        ReductionProblem problem = new()
        {
            Count = 1,
            Inputs = [new("x", 1, [2])],
            Outputs = [new("y", 1, [3], null)],
            Modules = [],
            Pathways = [],
        };
        RepresentativeUnits units = RepresentativeUnits.Create(problem, 4, 0.5, 0.5, seed: 2);
        units.Run(4000, 0.01);
        Assert.InRange(units.Loss, 0, 1e-20);
        double step = units.FindStableStep(1e9);
        Assert.True(IsStable(0.95 * step) && !IsStable(1.05 * step));
        Assert.True(double.IsNaN(units.FindStableStep(1)));

        // From a little beside the minimum, steps below the bound end in it and steps above it do not.
        bool IsStable(double size)
        {
            RepresentativeUnits other = RepresentativeUnits.Create(problem, 4, 0.5, 0.5, seed: 2);
            while (other.Loss > 1e-8)
            {
                other.Step(0.01);
            }

            double before = other.Loss;
            other.Run(40, size);
            return other.Loss < before;
        }
    }

    // Gradients of half the squared error in the weights, coordinates by units: incoming, then outgoing.
    private static (double[] Hidden, double[] Residual, double[] Gradient) Evaluate(double[] x, double[] y, double[] weights)
    {
        double[] hidden = new double[Count * Units], residual = new double[Outputs * Count], gradient = new double[weights.Length];
        for (int n = 0; n < Count; n++)
        {
            for (int unit = 0; unit < Units; unit++)
            {
                hidden[(n * Units) + unit] = Math.Max(0, Enumerable.Range(0, Features).Sum(i => weights[(i * Units) + unit] * x[(i * Count) + n]));
            }

            for (int o = 0; o < Outputs; o++)
            {
                residual[(o * Count) + n] = y[(o * Count) + n] - Enumerable.Range(0, Units)
                    .Sum(unit => weights[((Features + o) * Units) + unit] * hidden[(n * Units) + unit]);
            }

            for (int unit = 0; unit < Units; unit++)
            {
                double h = hidden[(n * Units) + unit],
                    back = Enumerable.Range(0, Outputs).Sum(o => weights[((Features + o) * Units) + unit] * residual[(o * Count) + n]);
                for (int i = 0; i < Features; i++)
                {
                    gradient[(i * Units) + unit] -= h > 0 ? back * x[(i * Count) + n] : 0;
                }

                for (int o = 0; o < Outputs; o++)
                {
                    gradient[((Features + o) * Units) + unit] -= residual[(o * Count) + n] * h;
                }
            }
        }

        return (hidden, residual, gradient);
    }
}
