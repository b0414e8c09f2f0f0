using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>The stable bound of the step on the Sum scale, 2 / lambda_max of the Hessian, by power iteration on differences of the gradient.</summary>
internal static class StableBound
{
    private const int Iterations = 20;

    // The gradient is a polynomial in the weights: a distance that keeps rounding small is more than close enough for a bound.
    private const double Distance = 1e-4;

    /// <summary>At some weights; the network is left there. Infinity: flat.</summary>
    public static double At(ICompiledNetwork network, Weights weights)
    {
        Random random = new(1);
        Weights direction = weights.ToDictionary(pair => pair.Key, pair => pair.Value.Select(_ => random.NextDouble() - 0.5).ToArray());
        double curvature = 0;
        for (int i = 0; i < Iterations; i++)
        {
            double norm = Norm(direction);
            if (norm == 0)
            {
                break;
            }

            Weights ahead = Gradient(network, weights, direction, Distance / norm);
            Weights behind = Gradient(network, weights, direction, -Distance / norm);
            direction = ahead.ToDictionary(pair => pair.Key, pair => pair.Value.Zip(behind[pair.Key], (a, b) => (a - b) / (2 * Distance)).ToArray());
            curvature = Norm(direction);
        }

        network.Write(weights);
        return curvature > 0 ? 2 / curvature : double.PositiveInfinity;
    }

    private static Weights Gradient(ICompiledNetwork network, Weights weights, Weights direction, double along)
    {
        Weights moved = Trial.Copy(weights);
        foreach ((string name, double[] values) in moved)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] += along * direction[name][i];
            }
        }

        network.Write(moved);
        return network.Gradient(LossScale.Sum);
    }

    private static double Norm(Weights weights) => Math.Sqrt(weights.Values.Sum(values => values.Sum(x => x * x)));
}
