using TorchSharp;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>
/// Modules of equal width as one batched product: the fewest calls into libtorch we found. Columns are datapoints; inputs that a module does
/// not read are zero, so their weights never matter.
/// </summary>
internal sealed class GatedStacked : TorchTraining
{
    private readonly Tensor _inputs;
    private readonly Tensor _inputsTransposed;
    private readonly Tensor _targets;
    private readonly float _step;

    public GatedStacked(GatedModule[] modules, Tensor targets, double stepSize, double perDatapoint)
        : base([Stack(modules.Select(module => module.Incoming), modules), cat([.. modules.Select(module => module.Outgoing)], 1)], perDatapoint)
    {
        _inputs = Stack(modules.Select(module => module.Inputs * module.Gate), modules).transpose(1, 2).contiguous();
        _inputsTransposed = _inputs.transpose(1, 2);
        _targets = targets.t().contiguous();
        _step = (float)(stepSize * perDatapoint);
    }

    protected override Tensor? Step(bool isLossWanted)
    {
        using IDisposable constant = no_grad();
        (Tensor incoming, Tensor outgoing) = (Weights[0], Weights[1]);
        Tensor hidden = incoming.bmm(_inputs).view(outgoing.shape[1], _targets.shape[1]);
        Tensor error = _targets.addmm(outgoing, hidden, beta: 1, alpha: -1);
        Tensor? loss = isLossWanted ? LossOf(error) : null;
        Tensor back = outgoing.t().mm(error).view(incoming.shape[0], incoming.shape[1], _targets.shape[1]);
        outgoing.addmm_(error, hidden.t(), beta: 1, alpha: _step);
        incoming.add_(back.bmm(_inputsTransposed), _step);
        return loss;
    }

    private static Tensor Stack(IEnumerable<Tensor> matrices, GatedModule[] modules)
    {
        long most = modules.Max(module => module.Incoming.shape[1]);
        return stack([.. matrices.Select(matrix => nn.functional.pad(matrix, [0, most - matrix.shape[1]]))]);
    }
}
