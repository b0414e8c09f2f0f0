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

    private static double Share(double[,] strengths, int epoch, double[] ends) => ends.Select((end, k) => strengths[epoch, k] / end).Max();
}
