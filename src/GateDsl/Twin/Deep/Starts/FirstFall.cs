using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>
/// When the loss of a network first begins to fall: its gradient flow in steps so large that it takes dozens of them. Which of two starts falls first is
/// seen as well as in a training, and costs a hundredth.
/// </summary>
internal static class FirstFall
{
    /// <summary>
    /// A step changes the weights of no edge by more than this part of their norm, and takes no more than this part of the loss to first order.
    /// </summary>
    private const double LargestPart = 0.1;

    /// <summary>The part of the first loss that is left where it counts as falling.</summary>
    private const double Left = 0.9;

    /// <summary>More steps than any start has been seen to take by four times.</summary>
    private const int MostSteps = 400;

    /// <summary>
    /// The time in units of the step size times epochs, on the Sum scale; infinity where nothing moves. Where the loss does not come so far, as it rests
    /// before, the time at which it stops falling.
    /// </summary>
    /// <param name="network">Its weights are moved.</param>
    /// <param name="factors">Step factor of every edge's weights; null: 1.</param>
    /// <param name="biasFactors">Step factor of every edge's biases; null: 1.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public static double Of(LayeredNetwork network, double[]? factors, double[]? biasFactors, CancellationToken cancellationToken)
    {
        Directions directions = new(network, factors, biasFactors);
        double time = 0;
        double first = 0;
        double before = double.PositiveInfinity;
        double step = 0;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            network.Forward(network.All);
            double loss = network.Residuals(network.All);
            first = steps == 0 ? loss : first;
            if (loss <= Left * first)
            {
                // Between the last two steps in proportion.
                return steps == 0 ? double.PositiveInfinity : time - (step * ((Left * first) - loss) / (before - loss));
            }

            if (!(loss < before))
            {
                return time;
            }

            directions.Find();
            step = directions.LargestStep(loss);
            if (!double.IsFinite(step))
            {
                return double.PositiveInfinity;
            }

            directions.Move(step);
            time += step;
            before = loss;
        }

        return time;
    }

    /// <summary>-dL/dW of every edge at one point.</summary>
    private sealed class Directions(LayeredNetwork network, double[]? factors, double[]? biasFactors) : IEdgeMove
    {
        private readonly double[][] _weights = [.. network.Weights.Select(weights => new double[weights.Length])];
        private readonly double[][] _biases = network.Biases is null ? [] : [.. network.Biases.Select(bias => new double[bias.Length])];

        public void Find() => network.Backward(network.All, this);

        public double LargestStep(double loss)
        {
            double step = double.PositiveInfinity;
            double fall = 0;
            for (int edge = 0; edge < network.Edges; edge++)
            {
                double norm = TensorPrimitives.Norm(_weights[edge]);
                double factor = Factor(factors, edge);
                step = factor * norm > 0 ? Math.Min(step, LargestPart * TensorPrimitives.Norm(network.Weights[edge]) / (factor * norm)) : step;
                fall += factor * norm * norm;
                if (_biases.Length > 0)
                {
                    double bias = TensorPrimitives.Norm(_biases[edge]);
                    fall += Factor(biasFactors, edge) * bias * bias;
                }
            }

            return fall > 0 ? Math.Min(step, LargestPart * loss / fall) : double.PositiveInfinity;
        }

        public void Move(double step)
        {
            for (int edge = 0; edge < network.Edges; edge++)
            {
                TensorPrimitives.MultiplyAdd(_weights[edge], step * Factor(factors, edge), network.Weights[edge], network.Weights[edge]);
                if (_biases.Length > 0)
                {
                    TensorPrimitives.MultiplyAdd(_biases[edge], step * Factor(biasFactors, edge), network.Biases![edge], network.Biases[edge]);
                }
            }
        }

        public void Move(int edge, ReadOnlySpan<double> errors, ReadOnlySpan<double> sources, ReadOnlySpan<int> rows, int targetUnits, int sourceUnits)
        {
            Array.Clear(_weights[edge]);
            BatchKernels.AddOuterProducts(errors, sources, _weights[edge], rows, targetUnits, sourceUnits, 1.0);
            if (_biases.Length > 0)
            {
                Array.Clear(_biases[edge]);
                foreach (int n in rows)
                {
                    TensorPrimitives.Add(_biases[edge], errors.Slice(n * targetUnits, targetUnits), _biases[edge]);
                }
            }
        }

        private static double Factor(double[]? all, int edge) => all?[edge] ?? 1;
    }
}
