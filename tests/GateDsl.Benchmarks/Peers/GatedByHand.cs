using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>Gated modules with the gradient written by hand. Inputs are masked once: then the hidden units are gated by themselves.</summary>
internal sealed class GatedByHand(GatedModule[] modules, Tensor targets, double stepSize, double perDatapoint)
    : TorchTraining(GatedModule.WeightsOf(modules), perDatapoint)
{
    private readonly Tensor[] _gated = [.. modules.Select(module => module.Inputs * module.Gate)];
    private readonly float _step = (float)(stepSize * perDatapoint);

    protected override Tensor? Step(bool isLossWanted)
    {
        using IDisposable constant = no_grad();
        Tensor[] hidden = new Tensor[_gated.Length];
        Tensor error = targets.clone();
        for (int m = 0; m < _gated.Length; m++)
        {
            hidden[m] = _gated[m].mm(Weights[2 * m].t());
            error.addmm_(hidden[m], Weights[(2 * m) + 1].t(), beta: 1, alpha: -1);
        }

        Tensor? loss = isLossWanted ? LossOf(error) : null;
        for (int m = 0; m < _gated.Length; m++)
        {
            Tensor back = error.mm(Weights[(2 * m) + 1]);
            Weights[(2 * m) + 1].addmm_(error.t(), hidden[m], beta: 1, alpha: _step);
            Weights[2 * m].addmm_(back.t(), _gated[m], beta: 1, alpha: _step);
        }

        return loss;
    }
}
