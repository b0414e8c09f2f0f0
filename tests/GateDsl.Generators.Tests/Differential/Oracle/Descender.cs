using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Oracle;

/// <summary>
/// The update that torch.optim.SGD documents, in plain loops: decay is added to the gradient, then V = mu V + G, then W -= eta f V, or with
/// Nesterov W -= eta f (G + mu V). Batches come in the order of the epoch.
/// </summary>
internal sealed class Descender(Interpreter oracle, Data data, Weights weights, TrainingOptions options)
{
    private readonly Weights _velocities = weights.ToDictionary(pair => pair.Key, pair => new double[pair.Value.Length]);

    /// <summary>Makes the updates of an epoch; returns the loss over all datapoints before it.</summary>
    public double Pass(int epoch)
    {
        bool isMean = options.LossScale == LossScale.Mean;
        double loss = oracle.Loss(data, weights, isMean);
        int size = options.BatchSize == 0 ? Math.Max(data.Count, 1) : options.BatchSize;
        int[] order = size >= data.Count
            ? [.. Enumerable.Range(0, data.Count)]
            : MiniBatches.Order(data.Count, options.ShuffleSeed, epoch);
        if (order.Length == 0)
        {
            Update([], 1);
        }

        foreach (int[] batch in order.Chunk(size))
        {
            Update(batch, isMean ? 1.0 / batch.Length : 1);
        }

        return loss;
    }

    private void Update(int[] batch, double scale)
    {
        Weights gradient = oracle.Gradient(data, weights, batch, scale);
        foreach ((string name, double[] w) in weights)
        {
            double factor = Factor(name);
            for (int i = 0; i < w.Length; i++)
            {
                double g = gradient[name][i] + (options.WeightDecay * w[i]);
                double v = (options.Momentum * _velocities[name][i]) + g;
                _velocities[name][i] = v;
                w[i] -= options.StepSize * factor * (options.Nesterov ? g + (options.Momentum * v) : v);
            }
        }
    }

    private double Factor(string name) =>
        options.StepFactors.TryGetValue(name, out double ofCopy) ? ofCopy
        : options.StepFactors.TryGetValue(name.Split('[')[0], out double ofAll) ? ofAll : 1;
}
