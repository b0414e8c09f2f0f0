using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Identifying;

/// <summary>What is foreseen of networks with two hidden layers, beside networks that were trained.</summary>
public sealed class DeepForecastTests
{
    private const double Sigma = 0.02;
    private const double StepSize = 2e-3;
    private const int Epochs = 2500;

    private static readonly ContextTask Task = ContextTask.Create(2, ContextStructure.Same, objects: 4);

    private static readonly Lazy<DeepForecastResult> Foreseen =
        new(() => Identification.ForecastDeep(IdentificationData.Of(Task), [160, 240], Sigma, StepSize, Epochs));

    /// <summary>The network itself, and the one with a linear layer below, as they are declared and trained.</summary>
    [Fact]
    public void LossesOfCandidatesAreThoseOfTheNetworksThatTheyName()
    {
        TrainingOptions training = new() { Epochs = Epochs, StepSize = StepSize };
        DeepReluOf2X4.Dataset data = DeepReluOf2X4.Dataset.Create(Task.Items, Task.Contexts, Task.Targets);
        LinearBelow2X4.Dataset below = LinearBelow2X4.Dataset.Create(Task.Items, Task.Contexts, Task.Targets);
        double[] relu = Mean(seed => new DeepReluOf2X4(Gaussian.WithSigma(Sigma), seed).Train(data, training).Loss);
        double[] linear = Mean(seed => new LinearBelow2X4(Gaussian.WithSigma(Sigma), seed).Train(below, training).Loss);

        Assert.Equal([0, 1, 2], Foreseen.Value.Candidates.Select(candidate => candidate.LinearLayers));
        Assert.InRange(Agreement.Between(relu, [.. Foreseen.Value.Candidates[0].Loss]).Rms, 0, 0.03);
        Assert.InRange(Agreement.Between(linear, [.. Foreseen.Value.Candidates[1].Loss]).Rms, 0, 0.03);
        Assert.InRange(Foreseen.Value.Candidates[1].Widths[0], LinearBelow2X4.Units - 2, LinearBelow2X4.Units + 2);
        Assert.Equal(240, Foreseen.Value.Candidates[1].Widths[1]);
    }

    /// <summary>A linear network cannot learn the task; a linear layer below one that gates itself is as near as another network, or nearly.</summary>
    [Fact]
    public void WhatIsDeclaredIsNearAndTheRestIsFarther()
    {
        IReadOnlyList<LinearCandidate> candidates = Foreseen.Value.Candidates;
        Assert.Equal(0, candidates[0].Rms);
        Assert.True(candidates[2].Apart > DeepForecastResult.MostApart * candidates[0].Apart, $"{candidates[2].Apart} {candidates[0].Apart}");
        Assert.Equal(candidates.Last(candidate => candidate.Apart <= DeepForecastResult.MostApart * candidates[0].Apart), Foreseen.Value.Chosen);
        Assert.All(candidates, candidate => Assert.InRange(candidate.AlignedApart, 0.001, 0.2));
    }

    [Fact]
    public void GatesOfEveryLayerAreForeseenByClass()
    {
        DeepReluOf2X4.Dataset data = DeepReluOf2X4.Dataset.Create(Task.Items, Task.Contexts, Task.Targets);
        GateCensus[][] trained = [.. new ulong[] { 1, 2, 3, 4 }.Select(seed =>
        {
            DeepReluOf2X4.ReluTwin twin = new(Gaussian.WithSigma(Sigma), seed);
            twin.Train(data, new TrainingOptions { Epochs = Epochs - 1, StepSize = StepSize });
            return new[] { twin.Census(data, 1), twin.Census(data, 2) };
        })];
        Assert.Equal(Epochs - 1, Foreseen.Value.Epochs[^1]);
        for (int layer = 0; layer < 2; layer++)
        {
            Assert.Equal($"Hidden{layer + 1}", Foreseen.Value.Layers[layer].Name);
            Assert.Equal(20, Foreseen.Value.Layers[layer].Censuses.Count);
            foreach (GateClass gateClass in Enum.GetValues<GateClass>())
            {
                Assert.Equal(trained.Average(seed => seed[layer].ShareOf(gateClass)), Foreseen.Value.Layers[layer].Censuses[^1].ShareOf(gateClass), 0.1);
            }
        }
    }

    [Fact]
    public void BadSettingsAreRefusedByName()
    {
        IdentificationData data = IdentificationData.Of(Task);
        Assert.Contains("at least 2 widths, not 1", Refused(data, [10], Sigma, new()), StringComparison.Ordinal);
        Assert.Contains("units is 0", Refused(data, [10, 0], Sigma, new()), StringComparison.Ordinal);
        Assert.Contains("standard deviation", Refused(data, [10, 10], 0, new()), StringComparison.Ordinal);
        Assert.Contains("at least 2 draws", Refused(data, [10, 10], Sigma, new() { Draws = 1 }), StringComparison.Ordinal);
        Assert.Contains("0 to 9", Refused(data, [10, 10], Sigma, new() { ForecastEpochs = [10] }), StringComparison.Ordinal);
        Assert.Contains("targets", Refused(IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]), [10, 10], Sigma, new()), StringComparison.Ordinal);
        Assert.Throws<TrainingDivergedException>(() => Identification.ForecastDeep(data, [10, 10], 0.3, 10, 200));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Identification.ForecastDeep(data, [10, 10], Sigma, 1e-3, 10, cancellationToken: source.Token));
    }

    private static string Refused(IdentificationData data, int[] widths, double sigma, IdentificationOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => Identification.ForecastDeep(data, widths, sigma, 1e-3, 10, options)).Message;

    private static double[] Mean(Func<ulong, double[]> train)
    {
        double[][] losses = [.. new ulong[] { 1, 2, 3, 4 }.AsParallel().AsOrdered().Select(train)];
        return [.. Enumerable.Range(0, Epochs).Select(epoch => losses.Average(loss => loss[epoch]))];
    }
}
