using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>What GDSL201 and GDSL203 say of a declaration happens when it is trained; for GDSL204 see <see cref="BadInputTests"/>.</summary>
public sealed class WarningsTellTheTruthTests
{
    [Fact]
    public void ALayerBelowTheRankLeavesTheSmallestMode()
    {
        HierarchyTask task = HierarchyTask.Create();
        TrainingOptions training = new() { Epochs = 6000, StepSize = 0.05, RecordEvery = 6000 };
        NarrowLinear narrow = new(Gaussian.WithSigma(1e-2), seed: 1);
        Assert.Equal(0.5, narrow.Train(NarrowLinear.Dataset.Create(task.Items, task.Targets), training).Loss[^1], 1e-6);
        DeepLinear wide = new(Gaussian.WithSigma(1e-2), seed: 1);
        Assert.Equal(0, wide.Train(DeepLinear.Experiment.CreateData(), training).Loss[^1], 1e-6);
    }

    [Fact]
    public void ABiasOfTheOutputTakesAModeOffALayerBelowTheRank()
    {
        HierarchyTask task = HierarchyTask.Create();
        TrainingOptions training = new() { Epochs = 6000, StepSize = 0.05, RecordEvery = 6000 };
        NarrowBiased biased = new(Gaussian.WithSigma(1e-2), seed: 1);
        Assert.Equal(0, biased.Train(NarrowBiased.Dataset.Create(task.Items, task.Targets), training).Loss[^1], 1e-6);
        NarrowHiddenBias hidden = new(Gaussian.WithSigma(1e-2), seed: 1);
        Assert.Equal(0.5, hidden.Train(NarrowHiddenBias.Dataset.Create(task.Items, task.Targets), training).Loss[^1], 1e-6);
    }

    /// <summary>
    /// The bound of GDSL204 with biases: near the end of training losses fall below it and grow above it, until they find a flatter end. With the hidden bias
    /// alone two modes have s/d of sqrt(3) and sqrt(35)/5, and the second d = 5.
    /// </summary>
    [Theory]
    [InlineData(0.97, false)]
    [InlineData(1.03, true)]
    public void StepsAreStableUpToTheBoundWithBiases(double share, bool grows)
    {
        HierarchyTask task = HierarchyTask.Create();
        BiasedHierarchy.Dataset data = BiasedHierarchy.Dataset.Create(task.Items, task.Targets);
        BiasedHierarchy network = new(Gaussian.WithSigma(1e-2), seed: 1);
        Assert.Equal(grows,
            Grows((epochs, step) => network.Train(data, new TrainingOptions { Epochs = epochs, StepSize = step }),
                share * BiasedHierarchy.Race.StableStepSize(data)));

        HiddenBiasHierarchy.Dataset plain = HiddenBiasHierarchy.Dataset.Create(task.Items, task.Targets);
        HiddenBiasHierarchy hidden = new(Gaussian.WithSigma(1e-2), seed: 1);
        double bound = 2 / (5 * (Math.Sqrt(3) + (Math.Sqrt(35) / 5)));
        Assert.Equal(bound, HiddenBiasHierarchy.Race.StableStepSize(plain), 1e-3 * bound);
        Assert.Equal(grows, Grows((epochs, step) => hidden.Train(plain, new TrainingOptions { Epochs = epochs, StepSize = step }), share * bound));
    }

    /// <summary>
    /// GDSL202 with biases is what the race itself says: modes of one-hot inputs and a 1 beside them are alone, and direct paths have no closed form.
    /// </summary>
    [Fact]
    public void TheClosedFormOfBiasedNetworksIsThatOfTheirModes()
    {
        HierarchyTask task = HierarchyTask.Create();
        HiddenBiasHierarchy.Dataset data = HiddenBiasHierarchy.Dataset.Create(task.Items, task.Targets);
        HiddenBiasHierarchy network = new(Gaussian.WithSigma(1e-3), seed: 1);
        double[] closed = HiddenBiasHierarchy.Race.From(network, data).Integrate(2000, 0.005, reduction: Reduction.ClosedForm).Loss;
        Assert.InRange(Agreement.Between(network.Train(data, new TrainingOptions { Epochs = 2000, StepSize = 0.005 }).Loss, closed).Rms, 0, 0.01);
        BiasedHierarchy.Dataset both = BiasedHierarchy.Dataset.Create(task.Items, task.Targets);
        Assert.Contains(
            "without",
            Assert.Throws<NotSupportedException>(() => BiasedHierarchy.Race.Expect(both, 1e-3).Integrate(3, 0.01, reduction: Reduction.ClosedForm)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Beside biases the singles lose as they do without, when trained.</summary>
    [Fact]
    public void PathwaysThatLoseTheRaceBesideBiasesStayBelowFivePercent()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same, 4);
        BiasedPairsAndSingles.Dataset data = BiasedPairsAndSingles.Dataset.Create(task.Items, task.Contexts, task.Targets);
        BiasedPairsAndSingles network = new(Gaussian.WithSigma(1e-4), seed: 1);
        RaceLog race = BiasedPairsAndSingles.Race.From(network, data).Integrate(6000, 5e-3);
        double[] trained = network.Train(data, new TrainingOptions { Epochs = 6000, StepSize = 5e-3 }).Loss;
        int end = Array.FindIndex(trained, loss => loss < 0.01 * trained[0]);
        Assert.InRange(end, 1, 5999);
        Assert.Equal(trained[end], race.Loss[end], 1e-9 * trained[0]);

        // Stacks have a 1 below the items. The centred modes of the hierarchy, sqrt(3), 1, 1, have no part of it; the mean mode has s = sqrt(7)
        // sqrt(1 + 4) and d = 5.
        double[] ends = [Math.Sqrt(7.0 / 5), Math.Sqrt(3), 1, 1];
        for (int k = 0; k < 3; k++)
        {
            Assert.InRange(Share(race.ModeStrengths[$"Singles[{k}]"], end, [.. ends.Select(s => Math.Sqrt(2) * s)]), -1, 0.05);
            Assert.InRange(Share(race.ModeStrengths[$"Pairs[{k}]"], end, [.. ends.Select(s => Math.Sqrt(6) / 2 * s)]), 0.05, 2);
        }
    }

    [Fact]
    public void PathwaysThatLoseTheRaceStayBelowFivePercentOfTheirModes()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same, 4);
        PairsAndSingles.Dataset data = PairsAndSingles.Dataset.Create(task.Items, task.Contexts, task.Targets);
        PairsAndSingles network = new(Gaussian.WithSigma(1e-4), seed: 1);

        // The exact reduction of the weights that are then trained.
        RaceLog race = PairsAndSingles.Race.From(network, data).Integrate(6000, 5e-3);
        double[] trained = network.Train(data, new TrainingOptions { Epochs = 6000, StepSize = 5e-3 }).Loss;
        int end = Array.FindIndex(trained, loss => loss < 0.01 * trained[0]);
        Assert.InRange(end, 1, 5999);
        Assert.Equal(trained[end], race.Loss[end], 1e-9 * trained[0]);

        // s/d of a pathway on in k contexts: common block and k own blocks, each object seen k times.
        double[] sigma = [Math.Sqrt(7), Math.Sqrt(3), 1, 1];
        for (int k = 0; k < 3; k++)
        {
            Assert.InRange(Share(race.ModeStrengths[$"Singles[{k}]"], end, [.. sigma.Select(s => Math.Sqrt(2) * s)]), -1, 0.05);
            Assert.InRange(Share(race.ModeStrengths[$"Pairs[{k}]"], end, [.. sigma.Select(s => Math.Sqrt(6) / 2 * s)]), 0.05, 2);
        }
    }

    /// <summary>
    /// The bound of GDSL204 with momentum, 2 (1 + mu) / h = 1.9 / sqrt(7): near the end of training a loss falls below it and grows above it.
    /// </summary>
    [Theory]
    [InlineData(0.97, false)]
    [InlineData(1.03, true)]
    public void HeavyBallIsStableUpToItsBound(double share, bool grows)
    {
        HeavyBall.Dataset data = HeavyBall.Experiment.CreateData();
        HeavyBall network = new(Gaussian.WithSigma(0.01), seed: 1);
        double nearEnd = network.Train(data, new TrainingOptions { Epochs = 100, StepSize = 0.1 }).Loss[^1];
        Assert.InRange(nearEnd, 1e-16, 1e-4);

        double last;
        try
        {
            last = network.Train(data, new TrainingOptions { Epochs = 1500, StepSize = share * 1.9 / Math.Sqrt(7), Momentum = 0.9 }).Loss[^1];
        }
        catch (TrainingDivergedException)
        {
            last = double.PositiveInfinity;
        }

        Assert.Equal(grows, last > nearEnd);
    }

    /// <summary>An experiment trains, and predicts, by the descent that its task says; what is of plain descent says so.</summary>
    [Fact]
    public void AnExperimentDescendsAsItsTaskSays()
    {
        ExperimentResult result = HeavyBall.Experiment.Run(new ExperimentOptions { Epochs = 400 });
        double[] plain = new HeavyBall(Gaussian.WithSigma(0.01), seed: 0).Train(
            HeavyBall.Experiment.CreateData(), new TrainingOptions { Epochs = 400, StepSize = 0.02 }).Loss;

        Assert.True(result.Agreement["exact_vs_gdln"].Max < 1e-9);
        Assert.Contains(result.Network[0].Loss.Zip(plain, (heavy, light) => Math.Abs(heavy - light)), distance => distance > 0.1);
        Assert.Contains("momentum", result.NotApplicable["modes"], StringComparison.Ordinal);
        Assert.Contains("momentum", result.NotApplicable["closed"], StringComparison.Ordinal);
        Assert.NotNull(result.TwinPredicted);
    }

    /// <summary>GDSL206: with an index of 4 in the weakest mode the tangent kernel stays near its start, at the sigma that it names it does not.</summary>
    [Fact]
    public void FeaturesHardlyMoveFromALazyStartAndMoveFromARichOne()
    {
        HierarchyTask task = HierarchyTask.Create();
        DeepLinear.Dataset data = DeepLinear.Dataset.Create(task.Items, task.Targets);
        double Distance(double sigma)
        {
            TrainingOptions options = new() { Epochs = 4000, StepSize = 0.02, RecordEvery = 4000, SnapshotEpochs = [0, 4000] };
            TrainingLog log = new DeepLinear(Gaussian.WithSigma(sigma), seed: 1).Train(data, options);
            Assert.InRange(log.Loss[^1], 0, 1e-4 * log.Loss[0]);
            return Representation.KernelDistance(log.Snapshots[0].TangentKernel, log.Snapshots[1].TangentKernel);
        }

        // The index of the weakest mode is H sigma^2, the others' are smaller: 4, and 0.1.
        double units = 64;
        double lazy = Math.Sqrt(4 / units);
        double rich = Distance(lazy * Math.Sqrt(0.1 / 4));

        // From a multiple of 1 to 7 S + tr S with S = sqrt(7), sqrt(3), 1, 1, as from the smallest weights: 0.0349 for wide networks.
        Assert.InRange(rich, 0.02, 0.06);
        Assert.InRange(Distance(lazy), 0, 0.05 * rich);
    }

    /// <summary>
    /// Whether a loss of 1e-10 ever is a hundred times as large in 2,000 steps of a size, from where smaller ones brought it: what bends the loss
    /// the most has by then fallen to rounding, and takes as long to grow.
    /// </summary>
    private static bool Grows(Func<int, double, TrainingLog> train, double step)
    {
        double nearEnd;
        do
        {
            nearEnd = train(20, 0.05).Loss[^1];
        }
        while (nearEnd > 1e-10);
        return train(2000, step).Loss.Max() > 100 * nearEnd;
    }

    private static double Share(double[,] strengths, int epoch, double[] ends) => ends.Select((end, k) => strengths[epoch, k] / end).Max();
}
