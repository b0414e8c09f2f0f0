using GateDsl.CompilerServices;

namespace GateDsl.Tests.Training.Descent;

/// <summary>A heavy ball whose velocities stand where steps are added, against V = mu V + lambda W - D, W = W - eta f V, from V = 0 on.</summary>
public sealed class RollingVelocitiesTests
{
    [Fact]
    public void WeightsMoveFromTheFirstUpdateOnAsThoseOfSeparateVelocities()
    {
        (double mu, double decay, double eta) = (0.7, 0.2, 0.05);
        double[] factors = [1, 0.5, 0];
        Random random = new(4);
        double[][] Draw() => [.. factors.Select(_ => Enumerable.Range(0, 6).Select(_ => (2 * random.NextDouble()) - 1).ToArray())];
        EdgeMatrix<double>[] Edges(double[][] values) =>
            [.. values.Select((matrix, edge) => new EdgeMatrix<double>($"{edge}", "Source", "Target", 2, 3, matrix))];
        double[][] weights = Draw(), expected = [.. weights.Select(matrix => (double[])matrix.Clone())], velocities = [.. factors.Select(_ => new double[6])];
        EdgeMatrix<double>[] steps = Edges(Draw());
        RollingVelocities<double> rolling = new(new DescentOptions(mu, IsNesterov: false, decay, factors), Edges(weights), steps);
        for (int update = 0; update < 5; update++)
        {
            double[][] step = Draw();
            for (int edge = 0; edge < factors.Length; edge++)
            {
                for (int i = 0; i < 6; i++)
                {
                    steps[edge].Values[i] += step[edge][i];
                    velocities[edge][i] = (mu * velocities[edge][i]) + (decay * expected[edge][i]) - step[edge][i];
                    expected[edge][i] -= eta * factors[edge] * velocities[edge][i];
                }
            }

            rolling.Roll(eta);
            for (int edge = 0; edge < factors.Length; edge++)
            {
                Assert.All(weights[edge].Zip(expected[edge]), pair => Assert.Equal(pair.Second, pair.First, 1e-14));
            }
        }
    }
}
