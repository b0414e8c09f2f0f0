using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>
/// Descent in batches by TorchSharp, on the mean cross-entropy, with a velocity: passes over the data in our order, the loss over all datapoints before
/// a pass, the initial weights; a peer adds one update.
/// </summary>
/// <param name="initial">The weights of 784-128-10, each target x source.</param>
/// <param name="inputs">Datapoints as rows.</param>
/// <param name="labels">A class for each datapoint.</param>
/// <param name="options">Step size, momentum, size of a batch and seed of the order.</param>
internal abstract class PassesTraining(Tensor[] initial, Tensor inputs, Tensor labels, TrainingOptions options) : ITraining
{
    /// <summary>The live weights.</summary>
    protected Tensor[] Weights { get; } = [.. initial.Select(weights => weights.clone())];

    public void Restart()
    {
        using IDisposable constant = no_grad();
        for (int i = 0; i < initial.Length; i++)
        {
            Weights[i].copy_(initial[i]);
        }
    }

    public double[] Train(int epochs, int recordEvery)
    {
        List<double> losses = [];
        int datapoints = (int)inputs.shape[0];
        Begin();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            if (epoch % recordEvery == 0 || epoch == epochs - 1)
            {
                losses.Add(LossOverAll());
            }

            using Tensor order = tensor(MiniBatches.Order(datapoints, options.ShuffleSeed, epoch), dtype: ScalarType.Int64);
            for (int first = 0; first < datapoints; first += options.BatchSize)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor batch = order.slice(0, first, Math.Min(datapoints, first + options.BatchSize), 1);
                Update(inputs.index_select(0, batch), labels.index_select(0, batch));
            }
        }

        return [.. losses];
    }

    /// <summary>Sets every velocity to zero.</summary>
    protected abstract void Begin();

    /// <summary>One update from the datapoints of a batch.</summary>
    protected abstract void Update(Tensor x, Tensor label);

    /// <summary>The logits of a rectified network of two matrices.</summary>
    protected static Tensor Logits(Tensor[] weights, Tensor x) => x.mm(weights[0].t()).relu().mm(weights[1].t());

    private double LossOverAll()
    {
        using IDisposable constant = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return nn.functional.cross_entropy(Logits(Weights, inputs), labels).item<float>();
    }
}
