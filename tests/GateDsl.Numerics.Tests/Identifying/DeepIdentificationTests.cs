using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Identifying;

/// <summary>What is found in a trained network with two hidden layers, from its activations or its gates.</summary>
public sealed class DeepIdentificationTests
{
    private const double Sigma = 0.02;
    private const double StepSize = 2e-3;

    private static readonly ContextTask Task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
    private static readonly IdentificationData Data = IdentificationData.Of(Task);
    private static readonly DeepReluOf2X4.Dataset TaskData = DeepReluOf2X4.Dataset.Create(Task.Items, Task.Contexts, Task.Targets);
    private static readonly int[] Epochs = [0, 400, 1000, 1600, 2500];
    private static readonly Lazy<Recorded> Trained = new(Train);
    private static readonly Lazy<DeepIdentificationResult> Found = new(() => Identification.OfDeep(Trained.Value.Activations, Data, Trained.Value.Training));

    /// <summary>
    /// By class the shares of path strength are those of the weights: exactly where gates and strengths are given, nearly from activations alone.
    /// </summary>
    [Fact]
    public void GatesOfEveryLayerAreThoseOfTheNetwork()
    {
        DeepIdentificationResult exact = Identification.OfDeep(Trained.Value.Gates, Data, Trained.Value.Training);
        Assert.Equal(PathStrengthSource.Weights, exact.StrengthSource);
        Assert.Equal(PathStrengthSource.Activations, Found.Value.StrengthSource);
        Assert.Equal(Epochs, Found.Value.Epochs);
        for (int layer = 0; layer < 2; layer++)
        {
            Assert.Equal($"Hidden{layer + 1}", Found.Value.Recorded[layer].Name);
            Assert.Equal(layer == 0 ? 160 : 240, Found.Value.Recorded[layer].Units);
            for (int i = 0; i < Epochs.Length; i++)
            {
                foreach (GateClass gateClass in Enum.GetValues<GateClass>())
                {
                    double share = Trained.Value.Censuses[i][layer].ShareOf(gateClass);
                    Assert.Equal(share, exact.Recorded[layer].Censuses[i].ShareOf(gateClass), 1e-9);

                    // Of dead units activations tell nothing; and as long as the loss rests at its start most of |w_in| |w_out| is of the draw: it
                    // is not seen in activations.
                    double live = gateClass == GateClass.NeverOn ? 0 : share / (1 - Trained.Value.Censuses[i][layer].ShareOf(GateClass.NeverOn));
                    Assert.Equal(live, Found.Value.Recorded[layer].Censuses[i].ShareOf(gateClass), Epochs[i] <= 400 ? 0.3 : 0.05);
                }
            }
        }
    }

    /// <summary>The network is as near to what was foreseen of it as another one would be, in its losses and in its gates.</summary>
    [Fact]
    public void ItIsBesideWhatWasForeseenOfIt()
    {
        DeepIdentificationResult found = Found.Value;
        DeepForecastResult foreseen =
            Identification.ForecastDeep(Data, [160, 240], Sigma, StepSize, Epochs[^1], new IdentificationOptions { ForecastEpochs = [400, 1000, 1600] });
        Assert.InRange(found.Candidates[0].Apart, 0, 2 * foreseen.Candidates[0].Apart);
        Assert.InRange(found.Candidates[0].Rms, 0, found.Candidates[0].Apart);
        Assert.InRange(found.GatesApart(1), 0, 0.12);
        Assert.InRange(found.GatesApart(2), 0, 0.12);
        Assert.Equal(Trained.Value.Training.Losses, found.Losses);
        Assert.Equal(found.Losses.Count, found.Prediction.Loss.Length);
        Assert.All(found.Prediction.Draws, draw => Assert.Equal(found.Losses.Count, draw.Length));
        for (int layer = 0; layer < 2; layer++)
        {
            // One epoch earlier, as the forecast ends before the last update; no gate class moves much then.
            Assert.Equal(foreseen.Layers[layer].Censuses[1].Classes, found.Layers[layer].Censuses[2].Classes);
        }
    }

    [Fact]
    public void ALinearLayerIsAsWideAsTheRecordedOneIsOnEverywhere()
    {
        DeepIdentificationResult found = Found.Value;
        int rest = Enumerable.Range(0, Epochs.Length).MinBy(i => Math.Abs(Epochs[i] - found.FirstRest));
        GateCensus census = Trained.Value.Censuses[rest][0];
        int alwaysOn = census.Patterns.Where(row => !row.Pattern.Contains('0', StringComparison.Ordinal)).Sum(row => row.Units);
        Assert.Equal([0, 1, 2], found.Candidates.Select(candidate => candidate.LinearLayers));
        Assert.Equal(alwaysOn / 160.0, found.Recorded[0].AlwaysOn, 1e-12);
        Assert.Equal([alwaysOn, 240], found.Candidates[1].Widths);
        Assert.True(found.Candidates[2].Apart > DeepForecastResult.MostApart * found.Candidates[0].Apart, "A linear network cannot learn the task.");
        Assert.Equal(found.Candidates.Last(candidate => candidate.Apart <= DeepForecastResult.MostApart * found.Candidates[0].Apart), found.Chosen);
    }

    [Fact]
    public void WhatCannotBeUsedIsRefusedByName()
    {
        double[][] good = Layers(TrainedTo(1));
        DeepRecordings recordings = new(Data);
        Assert.Equal(0, recordings.Layers);
        Assert.Contains("at least 2, not 1", Refused(() => recordings.Add(0, [good[0]])), StringComparison.Ordinal);
        Assert.Contains("Epoch -1 is none", Refused(() => recordings.Add(-1, good)), StringComparison.Ordinal);
        recordings.Add(5, good);
        Assert.Contains("Epoch 5 does not come after epoch 5", Refused(() => recordings.Add(5, good)), StringComparison.Ordinal);
        Assert.Contains("Hidden layer 2 at epoch 6 has 160 units, not 240", Refused(() => recordings.Add(6, [good[0], good[0]])), StringComparison.Ordinal);
        Assert.Contains("3 layers does not match the first one, of 2", Refused(() => recordings.Add(6, [good[0], good[0], good[0]])), StringComparison.Ordinal);
        Assert.Contains("Hidden layer 2 at epoch 6: The activation of unit 0 at datapoint 1 is NaN",
            Refused(() => recordings.Add(6, [good[0], [0, double.NaN, .. good[1][2..]]])), StringComparison.Ordinal);
        Assert.Contains("Hidden layer 1 at epoch 6: There are 3 activations", Refused(() => recordings.Add(6, [[1, 2, 3], good[1]])), StringComparison.Ordinal);
        Assert.Contains("all are gates", Refused(() => recordings.Add(6, Trained.Value.Censuses[0])), StringComparison.Ordinal);
        Assert.Equal([5], recordings.Epochs);
        Assert.Equal([160, 240], recordings.Widths);

        RecordedTraining training = new([9, 8, 7, 6, 5], Sigma, StepSize);
        _ = Identification.OfDeep(recordings, Data, training);
        Assert.Contains("epoch 5, but the losses are of 4",
            Refused(() => Identification.OfDeep(recordings, Data, training with { Losses = [9, 8, 7, 6] })), StringComparison.Ordinal);
        Assert.Contains("loss at epoch 1 is NaN",
            Refused(() => Identification.OfDeep(recordings, Data, training with { Losses = [9, double.NaN, 7, 6, 5] })), StringComparison.Ordinal);
        Assert.Contains("epochs is 0", Refused(() => Identification.OfDeep(recordings, Data, training with { Losses = [] })), StringComparison.Ordinal);
        Assert.Contains("standard deviation", Refused(() => Identification.OfDeep(recordings, Data, training with { Sigma = 0 })), StringComparison.Ordinal);
        Assert.Contains("no recordings", Refused(() => Identification.OfDeep(new DeepRecordings(Data), Data, training)), StringComparison.Ordinal);
        Assert.Contains("other inputs", Refused(() => Identification.OfDeep(recordings, IdentificationData.Of(Task), training)), StringComparison.Ordinal);
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => Found.Value.GatesApart(3)).ParamName);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Identification.OfDeep(recordings, Data, training, cancellationToken: source.Token));
    }

    private static string Refused(Action use) => Assert.ThrowsAny<ArgumentException>(use).Message;

    private static Recorded Train()
    {
        DeepReluOf2X4.ReluTwin twin = new(Gaussian.WithSigma(Sigma), 11);
        DeepRecordings activations = new(Data);
        DeepRecordings gates = new(Data);
        List<GateCensus[]> censuses = [];
        List<double> losses = [];
        for (int i = 0; i < Epochs.Length; i++)
        {
            if (i > 0)
            {
                losses.AddRange(twin.Train(TaskData, new TrainingOptions { Epochs = Epochs[i] - Epochs[i - 1], StepSize = StepSize }).Loss);
            }

            activations.Add(Epochs[i], Layers(twin));
            censuses.Add([twin.Census(TaskData, 1), twin.Census(TaskData, 2)]);
            gates.Add(Epochs[i], censuses[^1]);
        }

        return new Recorded(activations, gates, censuses, new RecordedTraining(losses, Sigma, StepSize));
    }

    private static DeepReluOf2X4.ReluTwin TrainedTo(int epoch)
    {
        DeepReluOf2X4.ReluTwin twin = new(Gaussian.WithSigma(Sigma), 11);
        twin.Train(TaskData, new TrainingOptions { Epochs = epoch, StepSize = StepSize });
        return twin;
    }

    private static double[][] Layers(DeepReluOf2X4.ReluTwin twin) =>
        [.. new[] { "Hidden1", "Hidden2" }.Select(layer => twin.Activations(TaskData, layer).Cast<double>().ToArray())];

    private sealed record Recorded(DeepRecordings Activations, DeepRecordings Gates, List<GateCensus[]> Censuses, RecordedTraining Training);
}
