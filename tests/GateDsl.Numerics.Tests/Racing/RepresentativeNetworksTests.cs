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
            task, [160, 240], sigma: 0.02, seeds: 4, draws: 8, new TrainingOptions { Epochs = 2500, StepSize = 2e-3 }, bound: 0.03, levels: [],
            (data, sigma, seed, training) =>
            new DeepReluOf2X4(Gaussian.WithSigma(sigma), seed).Train(DeepReluOf2X4.Dataset.Create(data.Items, data.Contexts, data.Targets), training).Loss);
    }

    /// <summary>
    /// Sixteen draws, as twice as many cost twice a few seconds: with eight the chance of the draws alone takes P1 §6 to between 0.016 and 0.023
    /// from the mean of these eight networks, whose halves are 0.017 apart.
    /// </summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public void P1Section6AndItsLikeArePredictedInEveryStage()
    {
        TrainingOptions training = new() { Epochs = 30_001, StepSize = 1e-3 };
        AssertPredicted(ContextTask.Create(3, ContextStructure.Same), [420, 420], 6e-4, 8, 16, training, 0.018, [81, 58.5, 40.5, 21], TwoLayers);
        AssertPredicted(ContextTask.Create(3, ContextStructure.Different), [420, 420], 6e-4, 8, 16, training, 0.022, [88, 57, 35, 15], TwoLayers);
        AssertPredicted(ContextTask.Create(4, ContextStructure.Same), [300, 600], 6e-4, 8, 16, training, 0.025, [108, 75, 50, 25],
            (data, sigma, seed, options) =>
            new DeepReluOf4X8(Gaussian.WithSigma(sigma), seed).Train(DeepReluOf4X8.Dataset.Create(data.Items, data.Contexts, data.Targets), options).Loss);
        AssertPredicted(
            ContextTask.Create(3, ContextStructure.Same), [200, 200, 200], 0.3 / Math.Sqrt(200), 8, 16, training with { Epochs = 8001 }, 0.025, [],
            (data, sigma, seed, options) =>
            new ThreeLayerReluOf3X8(Gaussian.WithSigma(sigma), seed)
                .Train(ThreeLayerReluOf3X8.Dataset.Create(data.Items, data.Contexts, data.Targets), options).Loss);
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

    /// <summary>Its units gate themselves, so it has no race; the ReLU network on its inputs and outputs is predicted all the same.</summary>
    [Fact]
    public void ANetworkThatGatesItselfHasATwinToPredict()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
        DeepReluOf2X4.Dataset data = DeepReluOf2X4.Dataset.Create(task.Items, task.Contexts, task.Targets);
        RaceLog log = DeepReluOf2X4.Race.ForTwin(data, 0.02, seed: 3, draws: 2).Integrate(60, 2e-3);
        Assert.Equal(TwinRace.Of([160, 240], 0.02, 3, 2, TwinProblem.Of(task)).Integrate(60, 2e-3, LossScale.Sum, Reduction.Exact).Loss, log.Loss);
        RaceLog tested = DeepReluOf2X4.Race.ForTwin(data, 0.02, seed: 3, draws: 2).Integrate(new TrainingOptions { Epochs = 60, StepSize = 2e-3 }, data);
        Assert.Equal(tested.Loss, tested.TestLoss!, (a, b) => Math.Abs(a - b) < 1e-9 * a);
        NotSupportedException refused =
            Assert.Throws<NotSupportedException>(() => DeepReluOf2X4.Race.From(new DeepReluOf2X4(Gaussian.WithSigma(0.02), 1), data));
        Assert.Contains("race reduction does not apply", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<NotSupportedException>(() => DeepReluOf2X4.Race.ForTwin(data, 0.02, TwinPrediction.Pathways));
        Assert.Contains(nameof(TwinPrediction.RepresentativeUnits), refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => DeepReluOf2X4.Race.Modes(data, 0.02));
    }

    /// <summary>The gates of every layer by class, over time, as the network's own census has them once it is trained.</summary>
    [Fact]
    public void GatesOfEveryLayerArePredictedByClass()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
        DeepReluOf2X4.Dataset data = DeepReluOf2X4.Dataset.Create(task.Items, task.Contexts, task.Targets);
        LayerDatapoints datapoints = LayerDatapoints.Of(task.Count)
            .OneHot("Item", 4, task.Items, InputRole.Item).OneHot("Context", 2, task.Contexts, InputRole.Context);
        const int Epochs = 2500;
        RaceLog log = DeepReluOf2X4.Race.ForTwin(data, 0.02).Integrate(Epochs, 2e-3);
        GateCensus[][] trained = [.. new ulong[] { 1, 2, 3, 4 }.Select(seed =>
        {
            DeepReluOf2X4.ReluTwin twin = new(Gaussian.WithSigma(0.02), seed);
            twin.Train(data, new TrainingOptions { Epochs = Epochs, StepSize = 2e-3 });
            return new[] { twin.Census(data, 1), twin.Census(data, 2) };
        })];
        for (int layer = 1; layer <= 2; layer++)
        {
            IReadOnlyList<GateCensus> censuses = log.Census(layer, datapoints);
            Assert.Equal(log.GateShareEpochs.Length, censuses.Count);
            Assert.All(censuses, census => Assert.Equal(1, census.Classes.Sum(share => share.Share), 1e-9));
            foreach (GateClass gateClass in Enum.GetValues<GateClass>())
            {
                Assert.Equal(trained.Average(seed => seed[layer - 1].ShareOf(gateClass)), censuses[^1].ShareOf(gateClass), 0.08);
            }
        }

        // What a first layer cannot do it does not do.
        Assert.All(log.Census(1, datapoints), census => Assert.Equal(0, census.ShareOf(GateClass.NotImplementable)));
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => log.Census(3, datapoints)).ParamName);
        Assert.Equal("datapoints", Assert.Throws<ArgumentException>(() => log.Census(1, LayerDatapoints.Of(3))).ParamName);
        Assert.Throws<InvalidOperationException>(() => new RaceLog([1], new Dictionary<string, double[,]>()).Census(1, datapoints));
    }

    /// <summary>What both layers represent, before, in the middle of and after the training; the trained networks' kernels as their mean.</summary>
    [Fact]
    public void RepresentationsOfBothLayersArePredicted()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
        DeepReluOf2X4.Dataset data = DeepReluOf2X4.Dataset.Create(task.Items, task.Contexts, task.Targets);
        TrainingOptions options = new() { Epochs = 2500, StepSize = 2e-3, SnapshotEpochs = [400, 1000, 2500] };
        RaceLog log = DeepReluOf2X4.Race.ForTwin(data, 0.02).Integrate(options);
        IReadOnlyList<Snapshot>[] trained = [.. Enumerable.Range(1, 5).AsParallel().AsOrdered().Select(seed =>
            new DeepReluOf2X4.ReluTwin(Gaussian.WithSigma(0.02), (ulong)seed).Train(data, options).Snapshots)];
        Assert.Equal([400, 1000, 2500], log.Snapshots.Select(snapshot => snapshot.Epoch));
        Assert.All(Enumerable.Range(0, 3), i =>
        {
            Assert.Equal(["Hidden1", "Hidden2"], log.Snapshots[i].HiddenKernels.Keys);
            foreach (string layer in new[] { "Hidden1", "Hidden2" })
            {
                double[,] mean = new double[task.Count, task.Count];
                foreach (double[,] kernel in trained.Select(seed => seed[i].HiddenKernels[layer]))
                {
                    for (int n = 0; n < mean.Length; n++)
                    {
                        mean[n / task.Count, n % task.Count] += kernel[n / task.Count, n % task.Count] / trained.Length;
                    }
                }

                foreach (RdmMetric metric in Enum.GetValues<RdmMetric>())
                {
                    double agreement = Representation.Correlation(
                        Representation.Rdm(mean, metric), Representation.Rdm(log.Snapshots[i].HiddenKernels[layer], metric));
                    Assert.True(agreement > 0.95, $"{layer} at {options.SnapshotEpochs[i]}, {metric}: {agreement:F3}.");
                }
            }
        });
    }

    private static double[] TwoLayers(ContextTask data, double sigma, ulong seed, TrainingOptions training) =>
        new DeepReluOf3X8(Gaussian.WithSigma(sigma), seed).Train(DeepReluOf3X8.Dataset.Create(data.Items, data.Contexts, data.Targets), training).Loss;

    private static void AssertPredicted(
        ContextTask task, int[] widths, double sigma, int seeds, int draws, TrainingOptions training, double bound, double[] levels, Relu relu)
    {
        double[] trained = Mean([.. Enumerable.Range(1, seeds).AsParallel().Select(seed => relu(task, sigma, (ulong)seed, training))]);
        RaceLog log = Predict(task, widths, sigma, training.Epochs, training.StepSize, draws);
        double rms = Agreement.Between(trained, log.Loss).Rms;
        Assert.True(rms <= bound, $"{string.Join('-', widths)}: rms {rms:G4}, bound {bound}.");
        Assert.Equal(draws, log.Draws.Count);
        for (int k = 0; k < levels.Length; k++)
        {
            double ratio = Array.FindIndex(log.Loss, loss => loss < levels[k]) / (double)Array.FindIndex(trained, loss => loss < levels[k]);
            Assert.True(Math.Abs(ratio - 1) <= (k == 0 ? 0.03 : 0.05),
                $"{string.Join('-', widths)}: at {levels[k]} the prediction comes after {ratio:G4} of the epochs.");
        }

        foreach ((_, IReadOnlyDictionary<string, double[]> shares) in log.LayerGateShares)
        {
            Assert.Equal(1, shares.Values.Sum(share => share[^1]), 1e-9);
        }
    }

    private static RaceLog Predict(ContextTask task, int[] widths, double sigma, int epochs, double stepSize, int draws = 8) =>
        TwinRace.Of(widths, sigma, 0, draws, TwinProblem.Of(task)).Integrate(epochs, stepSize, LossScale.Sum, Reduction.Exact);

    private static double[] Mean(double[][] curves) => [.. Enumerable.Range(0, curves[0].Length).Select(epoch => curves.Average(curve => curve[epoch]))];
}
