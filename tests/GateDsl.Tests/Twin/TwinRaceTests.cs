using GateDsl.CompilerServices;

namespace GateDsl.Tests.Twin;

public sealed class TwinRaceTests
{
    private static readonly ContextTask Task = ContextTask.Create(2, ContextStructure.Same, objects: 4);

    [Fact]
    public void ADeepTwinLogsItsDrawsTheirMeanAndTheGatesOfEveryLayer()
    {
        RaceLog log = Twin([30, 20], draws: 4).Integrate(450, 1e-3, LossScale.Mean, Reduction.Exact);
        Assert.Equal(4, log.Draws.Count);
        Assert.Equal(log.Draws.Average(draw => draw[200]), log.Loss[200], 1e-12);
        Assert.Equal(Task.Targets.Sum(y => y * y) / 2 / Task.Count, log.Loss[0], 0.05);
        Assert.Equal(449, log.GateShareEpochs[^1]);
        Assert.Equal(["Hidden1", "Hidden2"], log.LayerGateShares.Keys.Order());
        foreach (IReadOnlyDictionary<string, double[]> shares in log.LayerGateShares.Values)
        {
            Assert.All(shares.Values, values => Assert.Equal(log.GateShareEpochs.Length, values.Length));
            Assert.All(shares.Keys, pattern => Assert.Equal(Task.Count, pattern.Length));
            Assert.Equal(1, shares.Values.Sum(values => values[^1]), 1e-12);
        }

        (double[] low, double[] high) = log.Band(0.5);
        Assert.True(low[449] <= log.Loss[449] && log.Loss[449] <= high[449]);
    }

    [Theory]
    [InlineData(new[] { 60 })]
    [InlineData(new[] { 30, 20 })]
    public void ProgressIsToldAndCancellingStops(int[] widths)
    {
        using CancellationTokenSource source = new();
        int told = 0;
        Told progress = new(_ =>
        {
            if (Interlocked.Increment(ref told) == 25)
            {
                source.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => Twin(widths, draws: 2).Integrate(2000, 1e-3, LossScale.Sum, Reduction.Exact, progress, source.Token));
        Assert.InRange(told, 25, 100);
    }

    /// <summary>Two engines, one by units and one by layers: a decay too small to matter takes the second.</summary>
    [Fact]
    public void OneHiddenLayerTrainsTheSameByUnitsAndByLayers()
    {
        TrainingOptions options = new() { Epochs = 3000, StepSize = 5e-3, RecordEvery = 7 };
        RaceLog units = Twin([60], draws: 1).Integrate(options, null);
        RaceLog layers = Twin([60], draws: 1).Integrate(options with { WeightDecay = 1e-300 }, null);
        Assert.Equal(units.Epochs, layers.Epochs);
        Assert.Equal(2999, units.Epochs[^1]);
        Assert.True(units.Loss[^1] < units.Loss[0] / 10);
        Assert.All(units.Loss.Zip(layers.Loss), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * units.Loss[0]));
        Assert.Empty(layers.Draws);
        Assert.Equal(units.GateShareEpochs, layers.GateShareEpochs);
        foreach ((string pattern, double[] shares) in units.GateShares)
        {
            Assert.Equal(shares[^1], layers.GateShares[pattern][^1], 1e-6);
        }
    }

    [Theory]
    [InlineData(new[] { 60 })]
    [InlineData(new[] { 30, 20 })]
    public void OnTheSameDataTheTestLossIsTheLoss(int[] widths)
    {
        TrainingOptions options =
            new()
            {
                Epochs = 300,
                StepSize = 5e-4,
                BatchSize = 3,
                ShuffleSeed = 5,
                Momentum = 0.9,
                WeightDecay = 1e-4,
                LossScale = LossScale.Mean,
                RecordEvery = 10
            };
        RaceLog log = Twin(widths, draws: 2).Integrate(options, Problem());
        Assert.Equal(31, log.Loss.Length);
        Assert.All(log.Loss.Zip(log.TestLoss!), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * log.Loss[0]));
    }

    [Fact]
    public void OptionsThatUnitsCannotFollowAreRefused()
    {
        TrainingOptions options = new() { Epochs = 3, StepSize = 1e-3 };
        Assert.Throws<NotSupportedException>(() => Twin([30], 1).Integrate(options with { Method = TrainingMethod.Statistics }, null));
        Assert.Contains("ContextToHidden1", Assert.Throws<NotSupportedException>(() => Twin([30], 1).Integrate(
            options with { StepFactors = new Dictionary<string, double> { ["ItemToHidden1"] = 0 } }, null)).Message, StringComparison.Ordinal);
        Assert.Contains("Elsewhere", Assert.ThrowsAny<ArgumentException>(() => Twin([30], 1).Integrate(
            options with { StepFactors = new Dictionary<string, double> { ["Elsewhere"] = 0 } }, null)).Message, StringComparison.Ordinal);
        Assert.Equal("Momentum", Assert.ThrowsAny<ArgumentException>(() => Twin([30], 1).Integrate(options with { Momentum = 1 }, null)).ParamName);
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        Assert.Equal("widths", Assert.ThrowsAny<ArgumentException>(() => Twin([], 1)).ParamName);
        Assert.Equal("draws", Assert.ThrowsAny<ArgumentException>(() => Twin([3, 3], 0)).ParamName);
        Assert.Equal("Widths", Assert.ThrowsAny<ArgumentException>(() => Twin([3, 0], 1).Integrate(1, 1e-3, LossScale.Sum, Reduction.Exact)).ParamName);
        Assert.Throws<NotSupportedException>(() => Twin([3, 3], 1).Integrate(1, 1e-3, LossScale.Sum, Reduction.Modes));
        Assert.Throws<TrainingDivergedException>(() => Twin([30, 30], 2, sigma: 0.5).Integrate(200, 5, LossScale.Sum, Reduction.Exact));
    }

    private static TwinRace Twin(int[] widths, int draws, double sigma = 1e-2) => TwinRace.Of(widths, sigma, 0, draws, Problem());

    private static RaceProblem Problem()
    {
        RaceProblem problem = new(new Datapoints());
        problem.AddInput("Item", Feature<double>.OneHot(Task.Items, Task.ObjectCount));
        problem.AddInput("Context", Feature<double>.OneHot(Task.Contexts, Task.ContextCount));
        problem.AddOutput("Properties", Task.TargetWidth, Task.Targets, new RowSet(Task.Count, 16, _ => true));
        return problem;
    }

    private sealed class Told(Action<TrainingProgress> act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act(value);
    }

    private sealed class Datapoints : BatchData
    {
        public Datapoints()
            : base(Task.Count, Task.Count) => AddZeroLoss(Task.Targets, new RowSet(Task.Count, Task.Count, _ => true), Task.TargetWidth);
    }
}
