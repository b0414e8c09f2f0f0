using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Peers;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>The data and our trainings of the networks that are compared.</summary>
internal static class OwnTrainings
{
    /// <summary>P1's initial spread, 0.005 over the units of the ReLU network.</summary>
    private static readonly IInitializer s_small = Gaussian.WithSigma(0.005 / 700);

    public static TrainingOptions SumStep { get; } = new() { StepSize = 1e-3 };

    public static TrainingOptions XorStep { get; } = new() { StepSize = 0.02, LossScale = LossScale.Mean };

    public static ContextTask Different { get; } = ContextTask.Create(contexts: 3, ContextStructure.Different);

    public static ContextTask Same { get; } = ContextTask.Create(contexts: 3, ContextStructure.Same);

    /// <summary>The margin at which linear and XoR pathways learn equally fast.</summary>
    public static XorTask Xor { get; } = XorTask.Create(0.8165);

    public static ThreeContexts.Dataset DifferentData { get; } =
        ThreeContexts.Dataset.Create(Different.Items, Different.Contexts, Different.Targets);

    public static TwoHiddenLayers.Dataset SameData { get; } = TwoHiddenLayers.Dataset.Create(Same.Items, Same.Contexts, Same.Targets);

    public static ExclusiveOr.Dataset XorData { get; } = ExclusiveOr.Dataset.Create(Xor.Inputs, Xor.Samples, Xor.Targets);

    public static ThreeContexts Gated() => new(s_small, seed: 1);

    public static ThreeContexts.ReluTwin Relu() => new(s_small, seed: 1);

    public static TwoHiddenLayers.ReluTwin DeepRelu() => new(Gaussian.WithSigma(6e-4), seed: 1);

    public static ExclusiveOr.ReluTwin XorRelu() => new(Gaussian.WithSigma(1e-3), seed: 1);

    public static ExclusiveOr XorGated() => new(Gaussian.WithSigma(1e-3), seed: 1);

    public static ITraining GatedTraining() => OwnTraining.Of(Gated, (network, options) => network.Train(DifferentData, options), SumStep);

    public static ITraining ReluTraining() => OwnTraining.Of(Relu, (network, options) => network.Train(DifferentData, options), SumStep);

    public static ITraining DeepReluTraining() => OwnTraining.Of(DeepRelu, (network, options) => network.Train(SameData, options), SumStep);

    public static ITraining XorReluTraining() => OwnTraining.Of(XorRelu, (network, options) => network.Train(XorData, options), XorStep);

    public static ITraining XorGatedTraining() => OwnTraining.Of(XorGated, (network, options) => network.Train(XorData, options), XorStep);
}
