using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>
/// The gradient written by hand, products over a whole batch, no graph: softmax minus one-hot labels, carried back through the open units; velocities
/// are updated inside the products.
/// </summary>
internal sealed class PassesByHand(Tensor[] initial, Tensor inputs, Tensor labels, TrainingOptions options)
    : PassesTraining(initial, inputs, labels, options)
{
    private readonly Tensor[] _velocities = [.. initial.Select(weights => zeros_like(weights))];
    private readonly float _momentum = (float)options.Momentum;
    private readonly float _step = (float)options.StepSize;

    protected override void Begin()
    {
        foreach (Tensor velocity in _velocities)
        {
            velocity.zero_();
        }
    }

    protected override void Update(Tensor x, Tensor label)
    {
        using IDisposable constant = no_grad();
        Tensor hidden = x.mm(Weights[0].t()).relu_();
        Tensor error = hidden.mm(Weights[1].t()).softmax(1);
        error.scatter_add_(1, label.unsqueeze(1), full_like(label.unsqueeze(1), -1, dtype: error.dtype));
        Tensor below = error.mm(Weights[1]).mul_(hidden.gt(0));
        float share = 1f / x.shape[0];
        _velocities[1].addmm_(error.t(), hidden, beta: _momentum, alpha: share);
        _velocities[0].addmm_(below.t(), x, beta: _momentum, alpha: share);
        for (int i = 0; i < Weights.Length; i++)
        {
            Weights[i].add_(_velocities[i], alpha: -_step);
        }
    }
}
