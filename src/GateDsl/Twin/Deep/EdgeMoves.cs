using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>Descent with momentum, decay and step factors on the weights of a layered network.</summary>
internal sealed class EdgeMoves : IEdgeMove
{
    private readonly LayeredNetwork _network;
    private readonly TwinDescent _descent;
    private readonly double[][] _direction = [];
    private readonly double[][] _velocity = [];
    private readonly double[][] _biasDirection = [];
    private readonly double[][] _biasVelocity = [];

    public EdgeMoves(LayeredNetwork network, TwinDescent descent)
    {
        (_network, _descent) = (network, descent);
        if (!descent.IsPlain)
        {
            _direction = [.. network.Weights.Select(weights => new double[weights.Length])];
            _velocity = [.. network.Weights.Select(weights => new double[weights.Length])];
        }

        if (network.Biases is { } biases)
        {
            _biasDirection = [.. biases.Select(bias => new double[bias.Length])];
            _biasVelocity = [.. biases.Select(bias => new double[bias.Length])];
        }
    }

    /// <summary>Loss scale of the batch: 1, or 1 over its datapoints.</summary>
    public double Scale { get; set; } = 1;

    public void Move(int edge, ReadOnlySpan<double> errors, ReadOnlySpan<double> sources, ReadOnlySpan<int> rows, int targetUnits, int sourceUnits)
    {
        double step = _descent.StepSize * (_descent.WeightFactors?[edge] ?? 1);
        double[] weights = _network.Weights[edge];
        if (_descent.IsPlain)
        {
            BatchKernels.AddOuterProducts(errors, sources, weights, rows, targetUnits, sourceUnits, step * Scale);
        }
        else
        {
            Array.Clear(_direction[edge]);
            BatchKernels.AddOuterProducts(errors, sources, _direction[edge], rows, targetUnits, sourceUnits, Scale);
            Descend(weights, _direction[edge], _velocity[edge], step);
        }

        if (_network.Biases is { } biases)
        {
            double[] direction = _biasDirection[edge];
            Array.Clear(direction);
            foreach (int n in rows)
            {
                TensorPrimitives.Add(direction, errors.Slice(n * targetUnits, targetUnits), direction);
            }

            TensorPrimitives.Multiply(direction, Scale, direction);
            Descend(biases[edge], direction, _biasVelocity[edge], _descent.StepSize * (_descent.BiasFactors?[edge] ?? 1));
        }
    }

    // The direction is -dL/dW, so velocity and move have the sign of the move.
    private void Descend(double[] weights, double[] direction, double[] velocity, double step)
    {
        double mu = _descent.Momentum;
        TensorPrimitives.MultiplyAdd(weights, -_descent.WeightDecay, direction, direction);
        TensorPrimitives.MultiplyAdd(velocity, mu, direction, velocity);
        if (_descent.Nesterov)
        {
            TensorPrimitives.MultiplyAdd(velocity, mu, direction, direction);
            TensorPrimitives.MultiplyAdd(direction, step, weights, weights);
        }
        else
        {
            TensorPrimitives.MultiplyAdd(velocity, step, weights, weights);
        }
    }
}
