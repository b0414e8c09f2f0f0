using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>The usual way: write down the prediction, let libtorch differentiate the loss, update in place.</summary>
/// <param name="initial">The weights to start from.</param>
/// <param name="predict">The prediction from the weights.</param>
/// <param name="targets">As large as the prediction.</param>
/// <param name="stepSize">eta on the scale that is descended.</param>
/// <param name="perDatapoint">1 on the Sum scale, 1/N on the Mean scale.</param>
internal sealed class AutogradTraining : TorchTraining
{
    private readonly Func<Tensor[], Tensor> _predict;
    private readonly Tensor _targets;
    private readonly double _step;

    public AutogradTraining(Tensor[] initial, Func<Tensor[], Tensor> predict, Tensor targets, double stepSize, double perDatapoint)
        : base(initial, perDatapoint)
    {
        (_predict, _targets, _step) = (predict, targets, stepSize * perDatapoint);
        foreach (Tensor weights in Weights)
        {
            weights.requires_grad_(true);
        }
    }

    protected override Tensor? Step(bool isLossWanted)
    {
        Tensor loss = LossOf(_predict(Weights) - _targets);
        loss.backward();
        using IDisposable constant = no_grad();
        foreach (Tensor weights in Weights)
        {
            weights.add_(weights.grad!, -_step);
            weights.grad!.zero_();
        }

        return isLossWanted ? loss : null;
    }
}
