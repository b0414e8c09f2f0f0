using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>Full-batch gradient descent by TorchSharp: the loop, the record of losses and the initial weights; a peer adds one step.</summary>
/// <param name="initial">The weights to start from.</param>
/// <param name="perDatapoint">1 on the Sum scale, 1/N on the Mean scale.</param>
internal abstract class TorchTraining(Tensor[] initial, double perDatapoint) : ITraining
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
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            // Without a scope the tensors of an epoch would wait for the garbage collector.
            using DisposeScope scope = NewDisposeScope();
            using Tensor? loss = Step(epoch % recordEvery == 0 || epoch == epochs - 1);
            if (loss is not null)
            {
                losses.Add(loss.item<float>() * perDatapoint);
            }
        }

        return [.. losses];
    }

    /// <summary>One update; returns the loss before it on the Sum scale where it is wanted.</summary>
    protected abstract Tensor? Step(bool isLossWanted);

    /// <summary>L = 1/2 |E|^2.</summary>
    protected static Tensor LossOf(Tensor error) => error.square().sum() * 0.5;
}
