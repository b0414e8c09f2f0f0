using GateDsl.CompilerServices;
using GateDsl.Numerics.Tests.Racing.Networks;
using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>ReLU networks with several hidden layers beside what representative networks predict of them; nothing fitted.</summary>
public sealed class RepresentativeNetworksTests
{
    private delegate double[] Relu(ContextTask task, double sigma, ulong seed, TrainingOptions training);

    [Fact]
    public void TwoUnequalHiddenLayersArePredicted()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
        AssertPredicted(
            task, [160, 240], sigma: 0.02, seeds: 4, new TrainingOptions { Epochs = 2500, StepSize = 2e-3 }, bound: 0.03, levels: [], (data, sigma, seed, training) =>
            new DeepReluOf2X4(Gaussian.WithSigma(sigma), seed).Train(DeepReluOf2X4.Dataset.Create(data.Items, data.Contexts, data.Targets), training).Loss);
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void P1Section6AndItsLikeArePredictedInEveryStage()
    {
        TrainingOptions training = new() { Epochs = 30_001, StepSize = 1e-3 };
        AssertPredicted(ContextTask.Create(3, ContextStructure.Same), [420, 420], 6e-4, 8, training, 0.018, [81, 58.5, 40.5, 21], TwoLayers);
        AssertPredicted(ContextTask.Create(3, ContextStructure.Different), [420, 420], 6e-4, 8, training, 0.022, [88, 57, 35, 15], TwoLayers);
        AssertPredicted(ContextTask.Create(4, ContextStructure.Same), [300, 600], 6e-4, 8, training, 0.025, [108, 75, 50, 25], (data, sigma, seed, options) =>
            new DeepReluOf4X8(Gaussian.WithSigma(sigma), seed).Train(DeepReluOf4X8.Dataset.Create(data.Items, data.Contexts, data.Targets), options).Loss);
        AssertPredicted(
            ContextTask.Create(3, ContextStructure.Same), [200, 200, 200], 0.3 / Math.Sqrt(200), 8, training with { Epochs = 8001 }, 0.025, [], (data, sigma, seed, options) =>
            new ThreeLayerReluOf3X8(Gaussian.WithSigma(sigma), seed).Train(ThreeLayerReluOf3X8.Dataset.Create(data.Items, data.Contexts, data.Targets), options).Loss);
    }

    /// <summary>A network of this many weights could not even be held in memory.</summary>
    [Fact]
    public void TheCostDoesNotGrowWithTheWidths()
    {
        double[] loss = Predict(ContextTask.Create(3, ContextStructure.Same), [2_000_000, 1_000_000], 1e-6, 4, 1e-3).Loss;
        Assert.Equal(96, loss[0], 1e-2);
    }

    [Fact]
    public void OneHiddenLayerIsPredictedAsBeforeAndBitsDoNotDependOnTheWay()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same);
        RaceLog one = TwinRace.Of(700, 1e-4, 5, TwinProblem.Of(task)).Integrate(300, 1e-3, LossScale.Sum, Reduction.Exact);
        RaceLog many = TwinRace.Of([700], 1e-4, 5, 8, TwinProblem.Of(task)).Integrate(300, 1e-3, LossScale.Sum, Reduction.Exact);
        Assert.Equal(one.Loss, many.Loss);
        Assert.Empty(one.Draws);
        Assert.NotEmpty(one.GateShares);
    }

    private static double[] TwoLayers(ContextTask data, double sigma, ulong seed, TrainingOptions training) =>
        new DeepReluOf3X8(Gaussian.WithSigma(sigma), seed).Train(DeepReluOf3X8.Dataset.Create(data.Items, data.Contexts, data.Targets), training).Loss;

    private static void AssertPredicted(
        ContextTask task, int[] widths, double sigma, int seeds, TrainingOptions training, double bound, double[] levels, Relu relu)
    {
        double[] trained = Mean([.. Enumerable.Range(1, seeds).AsParallel().Select(seed => relu(task, sigma, (ulong)seed, training))]);
        RaceLog log = Predict(task, widths, sigma, training.Epochs, training.StepSize);
        double rms = Agreement.Between(trained, log.Loss).Rms;
        Assert.True(rms <= bound, $"{string.Join('-', widths)}: rms {rms:G4}, bound {bound}.");
        Assert.Equal(8, log.Draws.Count);
        for (int k = 0; k < levels.Length; k++)
        {
            double ratio = Array.FindIndex(log.Loss, loss => loss < levels[k]) / (double)Array.FindIndex(trained, loss => loss < levels[k]);
            Assert.True(Math.Abs(ratio - 1) <= (k == 0 ? 0.03 : 0.05), $"{string.Join('-', widths)}: at {levels[k]} the prediction comes after {ratio:G4} of the epochs.");
        }

        foreach ((_, IReadOnlyDictionary<string, double[]> shares) in log.LayerGateShares)
        {
            Assert.Equal(1, shares.Values.Sum(share => share[^1]), 1e-9);
        }
    }

    private static RaceLog Predict(ContextTask task, int[] widths, double sigma, int epochs, double stepSize) =>
        TwinRace.Of(widths, sigma, 0, 8, TwinProblem.Of(task)).Integrate(epochs, stepSize, LossScale.Sum, Reduction.Exact);

    private static double[] Mean(double[][] curves) => [.. Enumerable.Range(0, curves[0].Length).Select(epoch => curves.Average(curve => curve[epoch]))];
}
