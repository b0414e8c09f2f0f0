using GateDsl.CompilerServices;

namespace GateDsl.Tests.Twin;

/// <summary>What options of a training become for the engines of a twin, and which engine they take.</summary>
public sealed class TwinChoicesTests
{
    private const int Points = 8;

    [Fact]
    public void FactorsOfEdgesAreThoseOfTheirLayers()
    {
        TrainingOptions options = new()
        {
            Epochs = 3,
            StepSize = 1e-3,
            StepFactors = new Dictionary<string, double>
            {
                ["ItemToHidden1"] = 3,
                ["ContextToHidden1"] = 3,
                ["Hidden1ToHidden2"] = 0.5,
                ["BiasToHidden2"] = 2,
                ["BiasToHidden1"] = 0,
                ["Hidden2ToProperties"] = 4,
                ["BiasToProperties"] = 6
            },
        };
        TwinDescent descent = TwinOptions.DescentOf(options, Problem().ToTwinProblem(), 2, hasBias: true);
        Assert.Equal([3, 0.5, 4], descent.WeightFactors!);
        Assert.Equal([0, 2, 6], descent.BiasFactors!);
        descent = TwinOptions.DescentOf(
            options with { StepFactors = new Dictionary<string, double> { ["Hidden1ToProperties"] = 2 } }, Problem().ToTwinProblem(), 1, hasBias: false);
        Assert.Equal([1, 2], descent.WeightFactors!);
        Assert.Null(descent.BiasFactors);
        Assert.Null(TwinOptions.DescentOf(
            options with { StepFactors = new Dictionary<string, double>() }, Problem().ToTwinProblem(), 3, hasBias: false).WeightFactors);
    }

    [Fact]
    public void OtherOptionsAreHandedOn()
    {
        TrainingOptions options =
            new()
            {
                Epochs = 7,
                StepSize = 1e-3,
                LossScale = LossScale.Mean,
                Momentum = 0.5,
                Nesterov = true,
                WeightDecay = 0.25,
                BatchSize = 3,
                ShuffleSeed = 9
            };
        TwinDescent descent = TwinOptions.DescentOf(options, Problem().ToTwinProblem(), 1, hasBias: false);
        Assert.Equal((7, 1e-3, LossScale.Mean, 0.5, true, 0.25, 3),
            (descent.Epochs, descent.StepSize, descent.LossScale, descent.Momentum, descent.Nesterov, descent.WeightDecay, descent.BatchSize));
        Assert.Equal(Enumerable.Range(0, Points), descent.Order!(0).Order());
        Assert.NotEqual(descent.Order(0), descent.Order(1));
        Assert.NotEqual(descent.Order(0), TwinOptions.DescentOf(options with { ShuffleSeed = 10 }, Problem().ToTwinProblem(), 1, hasBias: false).Order!(0));
        Assert.False(descent.IsPlain);
        Assert.False((descent with { Momentum = 0 }).IsPlain);
        Assert.False((descent with { WeightDecay = 0 }).IsPlain);
        Assert.True((descent with { WeightDecay = 0, Momentum = 0 }).IsPlain);
    }

    /// <summary>The first and every k-th, and the last.</summary>
    [Theory]
    [InlineData(1, 3, new[] { 0 })]
    [InlineData(7, 3, new[] { 0, 3, 6 })]
    [InlineData(8, 3, new[] { 0, 3, 6, 7 })]
    [InlineData(0, 3, new int[0])]
    public void LossesAreRecordedEverySoOften(int epochs, int every, int[] expected) =>
        Assert.Equal(expected, TwinOptions.LoggedOf(new TrainingOptions { Epochs = epochs, StepSize = 1, RecordEvery = every }));

    /// <summary>Of more than 200 epochs every second, third, ..., and the last; of one layer by units and by layers, and all columns sum to one.</summary>
    [Theory]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    [InlineData(402, 3)]
    public void GatesAreSharedAtTwoHundredEpochsAtMost(int epochs, int every)
    {
        int[] expected = [.. Enumerable.Range(0, epochs).Where(epoch => epoch % every == 0 || epoch == epochs - 1)];
        foreach (double decay in new[] { 0, 1e-300 })
        {
            RaceLog log = Twin([60]).Integrate(new TrainingOptions { Epochs = epochs, StepSize = 0.02, WeightDecay = decay }, null);
            Assert.Equal(expected, log.GateShareEpochs);
            Assert.True(log.GateShares.Values.Any(shares => shares[0] == 0) && log.GateShares.Values.Any(shares => shares[^1] == 0), "Patterns come and go.");
            Assert.All(Enumerable.Range(0, expected.Length), i => Assert.Equal(1, log.GateShares.Values.Sum(shares => shares[i]), 1e-12));
        }
    }

    /// <summary>Whatever representative units do not know takes part all the same: each of these trainings is another one.</summary>
    [Fact]
    public void NothingThatIsAskedForIsLeftOut()
    {
        TrainingOptions options = new() { Epochs = 30, StepSize = 0.02 };
        double plain = Twin([60]).Integrate(options, null).Loss[^1];
        (string What, RaceLog Log)[] others =
        [
            ("layers", Twin([60, 60]).Integrate(options, null)),
            ("bias", Twin([60], bias: true).Integrate(options, null)),
            ("slope", Twin([60], slope: 0.5).Integrate(options, null)),
            ("momentum", Twin([60]).Integrate(options with { Momentum = 0.5 }, null)),
            ("decay", Twin([60]).Integrate(options with { WeightDecay = 0.5 }, null)),
            ("factors", Twin([60]).Integrate(options with { StepFactors = new Dictionary<string, double> { ["Hidden1ToProperties"] = 2 } }, null)),
            ("batches", Twin([60]).Integrate(options with { BatchSize = Points - 1 }, null)),
            ("loss", Twin([60], OutputLoss.Logistic).Integrate(options, null)),
        ];
        Assert.All(others, other => Assert.True(Math.Abs(other.Log.Loss[^1] - plain) > 1e-6 * plain, other.What));
        Assert.Equal(plain, Twin([60]).Integrate(options with { BatchSize = Points }, null).Loss[^1]);
        Assert.Null(Twin([60]).Integrate(options, null).TestLoss);
        Assert.Equal(30, Twin([60]).Integrate(options, Problem()).TestLoss!.Length);
        Assert.Equal([4, 30], Twin([60]).Integrate(options with { SnapshotEpochs = [30, 4, 30] }, null).Snapshots.Select(snapshot => snapshot.Epoch));
        Assert.Empty(Twin([60]).Integrate(options, null).Snapshots);
    }

    [Theory]
    [InlineData(LossScale.Sum)]
    [InlineData(LossScale.Mean)]
    public void ProgressTellsTheLossOfTheLog(LossScale scale)
    {
        foreach (double slope in new[] { 0, 0.1 })
        {
            List<TrainingProgress> told = [];
            RaceLog log = Twin([60], slope: slope).Integrate(9, 0.02, scale, Reduction.Exact, new Told(told.Add));
            Assert.Equal(log.Loss, told.Select(one => one.Loss));
            Assert.Equal(Enumerable.Range(0, 9), told.Select(one => one.Epoch));
            Assert.All(told, one => Assert.Equal(9, one.Epochs));
        }
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Equal("epochs", Assert.ThrowsAny<ArgumentException>(() => Twin([3]).Integrate(-1, 1, LossScale.Sum, Reduction.Exact)).ParamName);
        Assert.Equal("stepSize", Assert.ThrowsAny<ArgumentException>(() => Twin([3]).Integrate(1, 0, LossScale.Sum, Reduction.Exact)).ParamName);
        Assert.Empty(Twin([3]).Integrate(0, 1, LossScale.Sum, Reduction.Exact).Loss);
        Assert.Equal("TestEpochs", Assert.ThrowsAny<ArgumentException>(() => new DrawPlan { TestEpochs = [5] }.Validated(5)).ParamName);
        Assert.Equal("GateShareEpochs", Assert.ThrowsAny<ArgumentException>(() => new DrawPlan { GateShareEpochs = [2, 1] }.Validated(5)).ParamName);
        Assert.Equal("TestEpochs", Assert.ThrowsAny<ArgumentException>(() => new DrawPlan { TestEpochs = [-1] }.Validated(5)).ParamName);
        Assert.Equal([0, 5], new DrawPlan { TestEpochs = [0, 4], GateShareEpochs = [4], SnapshotEpochs = [0, 5] }.Validated(5).SnapshotEpochs);
        TwinDescent still = new() { Epochs = 0, StepSize = 1, WeightFactors = [0, 0], BiasFactors = [0, 1], Momentum = 0, BatchSize = 0 };
        Assert.Same(still, still.Validated(2));
        Assert.Equal("StepSize", Assert.ThrowsAny<ArgumentException>(() => (still with { StepSize = 0 }).Validated(2)).ParamName);
        Assert.Equal("WeightFactors",
            Assert.ThrowsAny<ArgumentException>(() => (still with { WeightFactors = [1, double.PositiveInfinity] }).Validated(2)).ParamName);
        Assert.Equal(1, new TwinShape([3, 2], [1, 1, 1]) { Slope = 1, LinearLayers = 2 }.Validated().Slope);
    }

    /// <summary>Half of the units to what is always on, the rest to the others, evenly; all of them where there is but one kind.</summary>
    [Fact]
    public void UnitsAreSharedOutByWhatIsAlwaysOn()
    {
        RowSet all = new(5, 8, _ => true), some = new(5, 8, n => n > 0);
        Assert.Equal([60, 20, 20, 20], TwinWidths.Of(120, 5, ("A", all), ("B", some), ("C", some), ("D", some)).Values);
        Assert.Equal([40, 30, 30, 40, 40],
            TwinWidths.Of(180, 5, [("A", some), ("B", all), ("C", all), ("D", some), ("E", some)]).Values.Select((v, i) => i is 1 or 2 ? v - 15 : v + 10));
        Assert.Equal(["B", "A"], TwinWidths.Of(180, 5, [("B", some), ("A", all)]).Keys);
        Assert.Equal([60, 60], TwinWidths.Of(120, 5, ("A", all), ("B", all)).Values);
        Assert.Equal([40, 40, 40], TwinWidths.Of(120, 5, ("A", some), ("B", some), ("C", some)).Values);
    }

    /// <summary>y = v w x of one datapoint: the first epoch whose loss is beyond the bound is named, with that loss.</summary>
    [Fact]
    public void ATrainingThatDivergesNamesTheFirstLossBeyondTheBound()
    {
        for (double step = 0.7; step < 3; step += 0.1)
        {
            (double w, double v) = (1.1, 2);
            double first = double.NaN, loss = 0;
            int epoch = 0;
            for (; ; epoch++)
            {
                double e = 1 - (v * w);
                loss = e * e / 2;
                first = epoch == 0 ? loss : first;
                if (!(loss <= TrainingLoop.GrowthBound * first) || epoch == 50)
                {
                    break;
                }

                (w, v) = (w + (step * v * e), v + (step * w * e));
            }

            TwinTask task = new(1, 1, [1], [new("y", 1, [1], null, LossRule.Squared)]);
            TwinDescent descent = new() { Epochs = 50, StepSize = step };
            LayeredNetwork network = new(task, [1], [[1.1], [2.0]], null, slopes: [1]);
            if (epoch == 50)
            {
                NetworkDescent.Run(network, task, descent);
            }
            else
            {
                Assert.Equal(epoch, Assert.Throws<TrainingDivergedException>(() => NetworkDescent.Run(network, task, descent)).Epoch);
            }
        }
    }

    private static TwinRace Twin(int[] widths, OutputLoss loss = OutputLoss.Squared, bool bias = false, double slope = 0) =>
        TwinRace.Of(widths, 0.1, 0, 1, Problem(loss), bias, slope);

    private static RaceProblem Problem(OutputLoss loss = OutputLoss.Squared)
    {
        RaceProblem problem = new(new Datapoints());
        problem.AddInput("Item", Feature<double>.OneHot([.. Enumerable.Range(0, Points).Select(n => n % 4)], 4));
        problem.AddInput("Context", Feature<double>.OneHot([.. Enumerable.Range(0, Points).Select(n => n / 4)], 2));
        problem.AddOutput("Properties", 3, Targets, new RowSet(Points, 16, _ => true), loss);
        return problem;
    }

    private static double[] Targets { get; } = [.. Enumerable.Range(0, Points * 3).Select(i => (i * 5 % 7) > 3 ? 1.0 : 0)];

    private sealed class Told(Action<TrainingProgress> act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act(value);
    }

    private sealed class Datapoints : BatchData
    {
        public Datapoints()
            : base(Points, Points) => AddZeroLoss(Targets, new RowSet(Points, Points, _ => true), 3);
    }
}
