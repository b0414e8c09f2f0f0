using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>What a race refuses, and that finite input never becomes NaN.</summary>
public sealed class BadInputTests
{
    private static readonly DeepLinear.Dataset Data = DeepLinear.Experiment.CreateData();

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ASigmaMustBePositiveAndFinite(double sigma)
    {
        Assert.Equal("sigma", Assert.Throws<ArgumentOutOfRangeException>(() => DeepLinear.Race.Expect(Data, sigma)).ParamName);
        Assert.Equal(
            "sigma", Assert.Throws<ArgumentOutOfRangeException>(() => ThreeContexts.Race.ForTwin(ThreeContexts.Experiment.CreateData(), sigma)).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    public void AWidthMustBePositiveAndFinite(double units)
    {
        Assert.Equal("unitsPerPathway", Assert.Throws<ArgumentOutOfRangeException>(() => DeepLinear.Race.Expect(Data, 0.1, units)).ParamName);
        Dictionary<string, double> widths = new() { ["Code"] = units };
        Assert.Equal("unitsPerPathway", Assert.Throws<ArgumentOutOfRangeException>(() => DeepLinear.Race.Expect(Data, 0.1, widths)).ParamName);
    }

    [Fact]
    public void WidthsAreGivenForEveryModuleAndNoOther()
    {
        Assert.Contains("Code", Assert.Throws<ArgumentException>(() => DeepLinear.Race.Expect(Data, 0.1, new Dictionary<string, double>())).Message);
        Dictionary<string, double> misspelt = new() { ["Code"] = 3, ["Cod"] = 3 };
        Assert.Contains("Cod", Assert.Throws<ArgumentException>(() => DeepLinear.Race.Expect(Data, 0.1, misspelt)).Message);
    }

    [Fact]
    public void EpochsAndStepsOutOfRangeAreRefusedByName()
    {
        DeepLinear.Race race = DeepLinear.Race.Expect(Data, 0.1);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => race.Integrate(-1, 0.1)).ParamName);
        foreach (double step in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Equal("stepSize", Assert.Throws<ArgumentOutOfRangeException>(() => race.Integrate(1, step)).ParamName);
        }

        Assert.Equal("reduction", Assert.Throws<ArgumentOutOfRangeException>(() => race.Integrate(1, 0.1, reduction: (Reduction)9)).ParamName);
        Assert.Empty(race.Integrate(0, 0.1).Loss);
    }

    [Theory]
    [InlineData(Reduction.Exact)]
    [InlineData(Reduction.Modes)]
    [InlineData(Reduction.ModesFlow)]
    [InlineData(Reduction.ClosedForm)]
    public void WithoutDatapointsThereIsNothingToLearn(Reduction reduction)
    {
        DeepLinear.Dataset none = DeepLinear.Dataset.Create([], ReadOnlySpan<double>.Empty);
        foreach (LossScale scale in Enum.GetValues<LossScale>())
        {
            Assert.Equal(new double[5], DeepLinear.Race.Expect(none, 0.1).Integrate(5, 0.1, scale, reduction).Loss);
        }
    }

    [Theory]
    [InlineData(Reduction.Exact)]
    [InlineData(Reduction.Modes)]
    [InlineData(Reduction.ModesFlow)]
    [InlineData(Reduction.ClosedForm)]
    public void ModesOfNoStrengthStayWhereTheyAre(Reduction reduction)
    {
        HierarchyTask task = HierarchyTask.Create();
        DeepLinear.Dataset silent = DeepLinear.Dataset.Create(task.Items, new double[task.Targets.Length]);
        DeepLinear network = new(Gaussian.WithSigma(0.1), seed: 1);
        RaceLog log = DeepLinear.Race.From(network, silent).Integrate(50, 0.1, reduction: reduction);
        Assert.All(log.Loss, loss => Assert.InRange(loss, 0, double.MaxValue));
        for (int unit = 0; unit < 64; unit++)
        {
            for (int i = 0; i < 4; i++)
            {
                network.ThingToCode[unit, i] = 0;
            }

            for (int o = 0; o < 7; o++)
            {
                network.CodeToProperties[o, unit] = 0;
            }
        }

        double[] resting = DeepLinear.Race.From(network, Data).Integrate(50, 0.1, reduction: reduction).Loss;
        Assert.All(resting, loss => Assert.Equal(resting[0], loss, 1e-12));
        Assert.True(resting[0] > 1);
    }

    [Theory]
    [InlineData(Reduction.Exact)]
    [InlineData(Reduction.Modes)]
    public void AStepBeyondTheStableBoundDivergesAndSaysSo(Reduction reduction)
    {
        DeepLinear.Race race = DeepLinear.Race.Expect(Data, 0.1);
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(() => race.Integrate(3000, 2, reduction: reduction));
        Assert.InRange(diverged.Epoch, 1, 2999);

        // One pathway: 1/s_1, here 1/sqrt(7), on the Sum scale.
        Assert.Equal(1 / Math.Sqrt(7), diverged.StableStepSize, 1e-3);
        TrainingDivergedException onMean = Assert.Throws<TrainingDivergedException>(() => race.Integrate(3000, 8, LossScale.Mean, reduction));
        Assert.Equal(4 / Math.Sqrt(7), onMean.StableStepSize, 4e-3);
    }

    [Theory]
    [InlineData(LossScale.Sum, 1)]
    [InlineData(LossScale.Mean, 4)]
    public void TrainingBeyondTheBoundDivergesAndInsideItDoesNot(LossScale scale, int datapoints)
    {
        DeepLinear network = new(Gaussian.WithSigma(1e-2), seed: 1);
        TrainingOptions beyond = new() { Epochs = 20_000, StepSize = 1.4 * datapoints, LossScale = scale };
        double bound = Assert.Throws<TrainingDivergedException>(() => network.Train(Data, beyond)).StableStepSize;
        Assert.Equal(datapoints / Math.Sqrt(7), bound, 1e-3 * datapoints);
        DeepLinear inside = new(Gaussian.WithSigma(1e-2), seed: 1);
        double[] losses = inside.Train(Data, beyond with { Epochs = 2000, StepSize = 0.9 * bound }).Loss;
        Assert.InRange(losses[^1], 0, 1e-9);
        DeepLinear outside = new(Gaussian.WithSigma(1e-2), seed: 1);
        Assert.True(outside.Train(Data, beyond with { Epochs = 2000, StepSize = 1.1 * bound }).Loss[^1] > 1e-3);
    }

    [Fact]
    public void DeeperNetworksHaveNoBoundBeforeTraining()
    {
        RoutingTask task = RoutingTask.Create(5, 2);
        FiveDomains.Dataset data = FiveDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets);
        FiveDomains network = new(Gaussian.WithSigma(0.5), seed: 1);
        Assert.True(double.IsNaN(Assert.Throws<TrainingDivergedException>(
            () => network.Train(data, new TrainingOptions { Epochs = 1000, StepSize = 50 })).StableStepSize));
    }

    [Fact]
    public void MoreHiddenLayersStartFromActualWeightsOnly()
    {
        RoutingTask task = RoutingTask.Create(5, 2);

        // Every item comes in by the first encoder: not the routing task, which has a closed form of its own.
        FiveDomains.Dataset data = FiveDomains.Dataset.Create(task.Items, task.Sinks, task.Targets);
        string message = Assert.Throws<NotSupportedException>(() => FiveDomains.Race.Expect(data, 0.1)).Message;
        Assert.Contains("Race.From", message, StringComparison.Ordinal);
        FiveDomains.Race race = FiveDomains.Race.From(new FiveDomains(Gaussian.WithSigma(0.1), seed: 1), data);
        Assert.Contains("hidden layer", Assert.Throws<NotSupportedException>(() => race.Integrate(5, 1e-3, reduction: Reduction.ClosedForm)).Message);
    }

    [Theory]
    [InlineData(Reduction.Modes)]
    [InlineData(Reduction.ModesFlow)]
    public void PathwaysThatShareAnEdgeInDifferentModesAreRefusedByName(Reduction reduction)
    {
        RoutingTask task = RoutingTask.Create(3, 2);
        SharedThrough.Dataset data = SharedThrough.Dataset.Create(task.Items, task.Sources, task.Sinks, task.Targets);
        SharedThrough.Race race = SharedThrough.Race.From(new SharedThrough(Gaussian.WithSigma(0.1), seed: 1), data);
        string message = Assert.Throws<NotSupportedException>(() => race.Integrate(5, 1e-3, reduction: reduction)).Message;
        Assert.Contains("Shared", message, StringComparison.Ordinal);
        Assert.Contains("Reduction.Exact", message, StringComparison.Ordinal);
    }
}
