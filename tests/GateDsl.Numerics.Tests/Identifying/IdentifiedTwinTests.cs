using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Identifying;

/// <summary>
/// Trained ReLU networks are found to be the gated networks of the paper (P1 §4, §5, App. B), and are foreseen as such: the elbow, the gates, and the
/// shares of path strength, found in networks against forecast without one.
/// </summary>
public sealed class IdentifiedTwinTests
{
    private const int Epochs = 8001;
    private const int Every = 400;
    private const double StepSize = 1e-3;

    [Fact]
    public void TheNetworkOfThePaperIsCommonAndPairsAndWasForeseen()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Different);
        IdentificationData data = IdentificationData.Of(task);

        IdentificationResult found = ThreeContexts(task, seed: 1);
        ForecastResult foreseen = Identification.Forecast(data, 700, 0.005 / 700, StepSize, Epochs, new() { Draws = 2, Repetitions = 4 });

        AssertGates(3, found);
        AssertGates(3, foreseen);
        Assert.Equal(4, found.Elbow.Clusters);
        Assert.True(found.WellExplained, string.Join(' ', found.Doubts));
        Assert.InRange(found.Candidates[3].LossRms, 0, 0.02);
        Assert.All(found.Modules, module => Assert.InRange(module.Share - Of(foreseen, module).Share, -0.05, 0.05));
        Assert.Equal([400, 800, 1200], foreseen.Epochs.Take(3));
    }

    /// <summary>Training from the declared network's own weights is what <c>PredictLoss</c> stands for.</summary>
    [Fact]
    public void PredictedLossesAreThoseOfTheCandidateChosen()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
        IdentificationData data = IdentificationData.Of(task);
        ForecastResult foreseen = Identification.Forecast(data, 100, 1e-4, 0.01, 1200, new() { Draws = 1, Repetitions = 1 });

        double[] losses = foreseen.PredictLoss(1e-4, 0.01, 1200);

        Assert.Equal(foreseen.Candidates[foreseen.Elbow.Clusters - 1].LossRms, Agreement.Between([.. foreseen.Loss], losses).Rms, 1e-12);
        Assert.Equal(0.5 * task.Targets.Sum(y => y * y), losses[0], 1e-3);
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheElbowIsAtFourInAtLeastFourOfFiveSeeds()
    {
        foreach (ContextStructure structure in new[] { ContextStructure.Different, ContextStructure.Same })
        {
            IdentificationResult[] found = [.. Enumerable.Range(1, 5).Select(seed =>
                ThreeContexts(ContextTask.Create(3, structure), (ulong)seed))];
            Assert.True(found.Count(result => result.Elbow.Clusters == 4 && HasGates(3, result)) >= 4,
                $"{structure}: k = {string.Join(", ", found.Select(result => result.Elbow.Clusters))}");
        }
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void ForecastSharesAreThoseFoundInFourNetworks()
    {
        foreach (ContextStructure structure in new[] { ContextStructure.Different, ContextStructure.Same })
        {
            ContextTask three = ContextTask.Create(3, structure);
            AssertForeseen(three, 700, seed => ThreeContexts(three, seed));
        }

        ContextTask four = ContextTask.Create(4, ContextStructure.Same);
        AssertForeseen(four, 500, seed => FourContexts(four, seed));
    }

    /// <summary>On random targets no few modules explain the network, and that is said.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public void OnRandomTargetsTheForecastDoubts()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Different);
        foreach (int seed in new[] { 1, 2, 3 })
        {
            Random random = new(seed);
            double[] targets = [.. task.Targets.Select(_ => random.NextDouble() - 0.5)];
            IdentificationData data = IdentificationData.Of(task).WithTargets(targets, task.TargetWidth);

            ForecastResult foreseen = Identification.Forecast(data, 700, 0.005 / 700, 2e-3, Epochs);

            Assert.False(foreseen.WellExplained);
        }
    }

    private static void AssertForeseen(ContextTask task, int units, Func<ulong, IdentificationResult> train)
    {
        ForecastResult foreseen = Identification.Forecast(IdentificationData.Of(task), units, 0.005 / units, StepSize, Epochs);
        IdentificationResult[] found = [.. Enumerable.Range(1, 4).Select(seed => train((ulong)seed))];
        AssertGates(task.ContextCount, foreseen);
        Assert.All(foreseen.Modules, module => Assert.InRange(
            found.Average(result => result.Modules.FirstOrDefault(other => other.Description == module.Description)?.Share ?? 0) - module.Share, -0.05, 0.05));
    }

    private static IdentificationResult ThreeContexts(ContextTask task, ulong seed)
    {
        RecordedThreeContexts.Dataset data = RecordedThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
        RecordedThreeContexts.ReluTwin twin = new(Gaussian.WithSigma(0.005 / 700), seed);
        return Identify(task, 700, options => twin.Train(data, options), () => twin.Census(data));
    }

    private static IdentificationResult FourContexts(ContextTask task, ulong seed)
    {
        RecordedFourContexts.Dataset data = RecordedFourContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
        RecordedFourContexts.ReluTwin twin = new(Gaussian.WithSigma(0.005 / 500), seed);
        return Identify(task, 500, options => twin.Train(data, options), () => twin.Census(data));
    }

    private static IdentificationResult Identify(ContextTask task, int units, Func<TrainingOptions, TrainingLog> train, Func<GateCensus> census)
    {
        IdentificationData data = IdentificationData.Of(task);
        LayerRecordings recordings = new(data);
        List<double> losses = [];
        while (losses.Count + 1 < Epochs)
        {
            losses.AddRange(train(new TrainingOptions { Epochs = Every, StepSize = StepSize }).Loss);
            recordings.Add(census());
        }

        return Identification.Of(recordings, data, new() { Training = new(losses, 0.005 / units, StepSize), Repetitions = 4 });
    }

    private static IdentifiedModule Of(IdentificationResult result, IdentifiedModule like) =>
        result.Modules.Single(module => module.Description == like.Description);

    private static void AssertGates(int contexts, IdentificationResult result) =>
        Assert.True(HasGates(contexts, result), string.Join(", ", result.Modules.Select(module => module.Description)));

    // Always on, and off in each one context: by context outer, item inner.
    private static bool HasGates(int contexts, IdentificationResult result)
    {
        IEnumerable<string> expected = Enumerable.Range(-1, contexts + 1).Select(missing =>
            string.Concat(Enumerable.Range(0, contexts).Select(context => new string(context == missing ? '0' : '1', 8))));
        return result.Modules.Select(module => string.Concat(module.Gate.Select(on => on ? '1' : '0'))).Order().SequenceEqual(expected.Order());
    }
}
