using GateDsl;

namespace Paper.Fig2;

/// <summary>Exclusive-or at one margin, ready for the networks that learn it.</summary>
internal sealed class XorProblem
{
    private readonly LinearGating.Dataset _linear;
    private readonly XorGating.Dataset _xor;

    public XorProblem(double margin)
    {
        XorTask task = XorTask.Create(margin);
        Margin = margin;
        _linear = LinearGating.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        _xor = XorGating.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        Closed = new XorRace(margin, Fig2Settings.Start(Fig2Settings.LinearUnits), Fig2Settings.Start(Fig2Settings.XorUnits));
    }

    public double Margin { get; }

    /// <summary>Both gatings in closed form (P1 App. C).</summary>
    public XorRace Closed { get; }

    /// <summary>s of the first mode of each gating's first pathway, from the gated data: the speed of learning is 1/s.</summary>
    public (double Linear, double Xor) Strengths() => (
        LinearGating.Race.Modes(_linear, Fig2Settings.Sigma)[0].InputOutputStrength,
        XorGating.Race.Modes(_xor, Fig2Settings.Sigma)[0].InputOutputStrength);

    /// <summary>The ReLU network's losses.</summary>
    public double[] TrainRelu(ulong seed, TrainingOptions options) => NewRelu(seed).Train(_xor, options).Loss;

    /// <summary>The linear gating's losses.</summary>
    public double[] TrainLinear(ulong seed, TrainingOptions options) => new LinearGating(Fig2Settings.Initializer, seed).Train(_linear, options).Loss;

    /// <summary>The XoR gating's losses.</summary>
    public double[] TrainXor(ulong seed, TrainingOptions options) => new XorGating(Fig2Settings.Initializer, seed).Train(_xor, options).Loss;

    /// <summary>The ReLU network's losses as representative units predict them.</summary>
    public double[] PredictRelu(ulong seed, int epochs) =>
        XorGating.Race.ForTwin(_xor, Fig2Settings.Sigma, seed: seed).Integrate(epochs, Fig2Settings.StepSize, LossScale.Mean).Loss;

    /// <summary>A trained ReLU network.</summary>
    public XorGating.ReluTwin TrainedRelu(ulong seed, TrainingOptions options)
    {
        XorGating.ReluTwin network = NewRelu(seed);
        network.Train(_xor, options);
        return network;
    }

    private static XorGating.ReluTwin NewRelu(ulong seed) => new(Fig2Settings.Initializer, seed);
}
