using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>A chain of layers, ReLU or linear, with the gradient written by hand: rows are datapoints, products over the whole batch.</summary>
internal sealed class LayeredByHand(
    Tensor[] initial, Tensor inputs, Tensor targets, bool isRectified, double stepSize, double perDatapoint) : TorchTraining(initial, perDatapoint)
{
    private readonly float _step = (float)(stepSize * perDatapoint);

    /// <summary>The prediction, for <see cref="AutogradTraining"/>.</summary>
    public static Func<Tensor[], Tensor> Prediction(Tensor inputs, bool isRectified) => weights =>
    {
        Tensor h = inputs;
        for (int layer = 0; layer < weights.Length; layer++)
        {
            h = h.mm(weights[layer].t());
            if (isRectified && layer < weights.Length - 1)
            {
                h = h.relu();
            }
        }

        return h;
    };

    protected override Tensor? Step(bool isLossWanted)
    {
        using IDisposable constant = no_grad();
        Tensor[] h = new Tensor[Weights.Length + 1];
        h[0] = inputs;
        for (int layer = 0; layer < Weights.Length; layer++)
        {
            h[layer + 1] = h[layer].mm(Weights[layer].t());
            if (isRectified && layer < Weights.Length - 1)
            {
                h[layer + 1].relu_();
            }
        }

        Tensor error = targets - h[^1];
        Tensor? loss = isLossWanted ? LossOf(error) : null;
        for (int layer = Weights.Length - 1; layer >= 0; layer--)
        {
            Tensor above = error;
            if (layer > 0)
            {
                error = above.mm(Weights[layer]);
                if (isRectified)
                {
                    error.mul_(h[layer].gt(0));
                }
            }

            Weights[layer].addmm_(above.t(), h[layer], beta: 1, alpha: _step);
        }

        return loss;
    }
}
