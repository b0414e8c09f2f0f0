using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>One gated hidden module between the inputs and the output.</summary>
/// <param name="Inputs">N x in.</param>
/// <param name="Gate">N x 1, 0 or 1.</param>
/// <param name="Incoming">W1, units x in.</param>
/// <param name="Outgoing">W2, outputs x units.</param>
internal sealed record GatedModule(Tensor Inputs, Tensor Gate, Tensor Incoming, Tensor Outgoing)
{
    /// <summary>The prediction sum over modules of g (x W1^T) W2^T from weights in the order of <see cref="WeightsOf"/>.</summary>
    public static Func<Tensor[], Tensor> Prediction(GatedModule[] modules) => weights =>
    {
        Tensor? sum = null;
        for (int m = 0; m < modules.Length; m++)
        {
            Tensor part = (modules[m].Inputs.mm(weights[2 * m].t()) * modules[m].Gate).mm(weights[(2 * m) + 1].t());
            sum = sum is null ? part : sum + part;
        }

        return sum!;
    };

    /// <summary>W1 and W2 of every module in turn.</summary>
    public static Tensor[] WeightsOf(GatedModule[] modules) => [.. modules.SelectMany(module => new[] { module.Incoming, module.Outgoing })];
}
