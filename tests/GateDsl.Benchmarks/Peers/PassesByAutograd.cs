using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>The usual way: cross-entropy of the logits, backward, a step of the library's own optimiser.</summary>
internal sealed class PassesByAutograd : PassesTraining
{
    private readonly Parameter[] _parameters;
    private readonly TrainingOptions _options;
    private optim.Optimizer? _optimizer;

    public PassesByAutograd(Tensor[] initial, Tensor inputs, Tensor labels, TrainingOptions options)
        : base(initial, inputs, labels, options)
    {
        _options = options;
        _parameters = [.. Weights.Select(weights => new Parameter(weights))];
        for (int i = 0; i < _parameters.Length; i++)
        {
            Weights[i] = _parameters[i];
        }
    }

    protected override void Begin()
    {
        _optimizer?.Dispose();
        _optimizer = optim.SGD(_parameters, _options.StepSize, _options.Momentum);
    }

    protected override void Update(Tensor x, Tensor label)
    {
        _optimizer!.zero_grad();
        nn.functional.cross_entropy(Logits(Weights, x), label).backward();
        _optimizer!.step();
    }
}
