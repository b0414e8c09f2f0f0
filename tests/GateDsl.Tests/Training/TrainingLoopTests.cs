namespace GateDsl.Tests.Training;

/// <summary>The loop on L = 1/2 w^2, whose step is w -= step w.</summary>
public sealed class TrainingLoopTests
{
    private double _weight = 1;
    private int _steps;

    private TrainingRun Run(int datapoints = 1, double zeroLoss = 0.5, double stable = double.NaN) => new()
    {
        Datapoints = datapoints,
        ZeroLoss = zeroLoss,
        Method = TrainingMethod.Batch,
        MethodReason = "It is the only one.",
        Step = step =>
        {
            double loss = _weight * _weight / 2;
            _weight -= step * _weight;
            _steps++;
            return loss;
        },
        StableStepSize = () => stable,
    };

    [Fact]
    public void EUpdatesAreMadeAndTheLossesBeforeThemLogged()
    {
        TrainingLog log = TrainingLoop.Run(new TrainingOptions { Epochs = 3, StepSize = 0.5 }, Run());

        Assert.Equal([0.5, 0.125, 0.03125], log.Loss);
        Assert.Equal([0, 1, 2], log.Epochs);
        Assert.Equal(0.125, _weight);
        Assert.Equal((TrainingMethod.Batch, "It is the only one."), (log.Method, log.MethodReason));
    }

    [Theory]
    [InlineData(7, 3, new[] { 0, 3, 6 })]
    [InlineData(8, 3, new[] { 0, 3, 6, 7 })]
    [InlineData(5, 100, new[] { 0, 4 })]
    [InlineData(1, 100, new[] { 0 })]
    [InlineData(0, 1, new int[0])]
    public void Epochs0K2kAndAlwaysTheLastAreLogged(int epochs, int every, int[] logged)
    {
        TrainingLog log = TrainingLoop.Run(new TrainingOptions { Epochs = epochs, StepSize = 0.5, RecordEvery = every }, Run());

        Assert.Equal(logged, log.Epochs);
        Assert.Equal(logged.Select(epoch => 0.5 * Math.Pow(0.25, epoch)), log.Loss);
        Assert.Equal(epochs, _steps);
    }

    [Fact]
    public void OnTheMeanScaleStepAndLossAreDividedByN()
    {
        TrainingLog log = TrainingLoop.Run(new TrainingOptions { Epochs = 2, StepSize = 2, LossScale = LossScale.Mean }, Run(datapoints: 4));

        Assert.Equal([0.125, 0.03125], log.Loss);
    }

    [Fact]
    public void WithoutDatapointsTheLossIsZeroOnEitherScale()
    {
        _weight = 0;
        TrainingLog log = TrainingLoop.Run(new TrainingOptions { Epochs = 2, StepSize = 2, LossScale = LossScale.Mean }, Run(0, zeroLoss: 0));

        Assert.Equal([0.0, 0.0], log.Loss);
    }

    [Fact]
    public void EveryLoggedEpochIsReported()
    {
        List<TrainingProgress> reports = [];
        TrainingOptions options = new() { Epochs = 4, StepSize = 0.5, RecordEvery = 2, Progress = new Synchronous(reports.Add) };
        TrainingLog log = TrainingLoop.Run(options, Run());

        Assert.Equal(log.Epochs.Select((epoch, i) => new TrainingProgress(epoch, 4, log.Loss[i])), reports);
    }

    [Fact]
    public void CancellingKeepsTheWeightsAfterTheLastWholeEpoch()
    {
        using CancellationTokenSource source = new();
        TrainingOptions options = new()
        {
            Epochs = 100,
            StepSize = 0.5,
            CancellationToken = source.Token,
            Progress = new Synchronous(report =>
            {
                if (report.Epoch == 2)
                {
                    source.Cancel();
                }
            }),
        };

        Assert.Equal(source.Token, Assert.Throws<OperationCanceledException>(() => TrainingLoop.Run(options, Run())).CancellationToken);
        Assert.Equal((3, 0.125), (_steps, _weight));
    }

    [Fact]
    public void ATrainingCancelledBeforehandMakesNoStep()
    {
        TrainingOptions options = new() { Epochs = 1, StepSize = 0.5, CancellationToken = new CancellationToken(canceled: true) };

        Assert.Throws<OperationCanceledException>(() => TrainingLoop.Run(options, Run()));
        Assert.Equal(0, _steps);
    }

    [Fact]
    public void GrowthBeyondTheBoundIsDivergence()
    {
        // The weight triples, the loss grows ninefold an epoch: 9^6 < 1e6 < 9^7.
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(
            () => TrainingLoop.Run(new TrainingOptions { Epochs = 100, StepSize = 4 }, Run(stable: 2)));

        Assert.Equal((7, 0.5 * Math.Pow(9, 7), 4.0, 2.0), (diverged.Epoch, diverged.Loss, diverged.StepSize, diverged.StableStepSize));
        Assert.Contains("epoch 7", diverged.Message, StringComparison.Ordinal);
        Assert.Contains("stable below 2", diverged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheStableStepIsToldOnTheScaleOfTheOptions()
    {
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(() =>
            TrainingLoop.Run(new TrainingOptions { Epochs = 100, StepSize = 16, LossScale = LossScale.Mean }, Run(datapoints: 4, stable: 2)));

        Assert.Equal((8.0, 0.5 * Math.Pow(9, 7) / 4), (diverged.StableStepSize, diverged.Loss));
    }

    [Fact]
    public void ALossThatIsNoNumberIsDivergenceAndTheStableStepMayBeUnknown()
    {
        _weight = double.NaN;
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(
            () => TrainingLoop.Run(new TrainingOptions { Epochs = 5, StepSize = 1 }, Run()));

        Assert.Equal((0, double.NaN), (diverged.Epoch, diverged.StableStepSize));
    }

    [Fact]
    public void DivergenceIsFoundWhereLossesAreHardlyLogged()
    {
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(
            () => TrainingLoop.Run(new TrainingOptions { Epochs = 10_000, StepSize = 4, RecordEvery = 10_000 }, Run()));

        Assert.Equal(7, diverged.Epoch);
    }

    /// <summary>Where steps work on other weights than the network's, it gets them back before anybody can look.</summary>
    [Fact]
    public void WeightsAreWrittenBackBeforeAReportAndAtTheEnd()
    {
        double written = double.NaN;
        List<double> seen = [];
        TrainingOptions options = new() { Epochs = 3, StepSize = 0.5, Progress = new Synchronous(_ => seen.Add(written)) };
        List<bool> goesOn = [];
        TrainingLoop.Run(options, Run() with { WriteBack = Write });
        Assert.Equal([0.5, 0.25, 0.125], seen);
        Assert.Equal([true, true, true, false], goesOn);

        written = double.NaN;
        TrainingLoop.Run(options with { Progress = null }, Run() with { WriteBack = _ => written = _weight });
        Assert.Equal(_weight, written);

        void Write(bool isOn)
        {
            written = _weight;
            goesOn.Add(isOn);
        }
    }

    [Fact]
    public void WeightsAreWrittenBackWhereATrainingEndsEarly()
    {
        double written = double.NaN;
        TrainingRun run = Run() with { WriteBack = _ => written = _weight };
        Assert.Throws<TrainingDivergedException>(() => TrainingLoop.Run(new TrainingOptions { Epochs = 100, StepSize = 4 }, run));
        Assert.Equal(_weight, written);

        written = double.NaN;
        TrainingOptions cancelled = new() { Epochs = 5, StepSize = 0.5, CancellationToken = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => TrainingLoop.Run(cancelled, run));
        Assert.Equal(_weight, written);
    }

    [Fact]
    public void AStartNearTheMinimumIsMeasuredByTheTargets()
    {
        // Rounding may lift a loss of 1e-40 by more than the bound: that is no divergence while the targets are of size 1.
        _weight = 1e-20;
        TrainingLoop.Run(new TrainingOptions { Epochs = 10, StepSize = 4 }, Run(zeroLoss: 0.5));

        Assert.Equal(10, _steps);
    }

    public static TheoryData<string, TrainingOptions> Refused => new()
    {
        { nameof(TrainingOptions.Epochs), new TrainingOptions { Epochs = -1, StepSize = 1 } },
        { nameof(TrainingOptions.StepSize), new TrainingOptions { Epochs = 1 } },
        { nameof(TrainingOptions.StepSize), new TrainingOptions { Epochs = 1, StepSize = -1 } },
        { nameof(TrainingOptions.StepSize), new TrainingOptions { Epochs = 1, StepSize = double.NaN } },
        { nameof(TrainingOptions.StepSize), new TrainingOptions { Epochs = 1, StepSize = double.PositiveInfinity } },
        { nameof(TrainingOptions.BatchSize), new TrainingOptions { Epochs = 1, StepSize = 1, BatchSize = -1 } },
        { nameof(TrainingOptions.Momentum), new TrainingOptions { Epochs = 1, StepSize = 1, Momentum = 1 } },
        { nameof(TrainingOptions.Momentum), new TrainingOptions { Epochs = 1, StepSize = 1, Momentum = -0.1 } },
        { nameof(TrainingOptions.Momentum), new TrainingOptions { Epochs = 1, StepSize = 1, Momentum = double.NaN } },
        { nameof(TrainingOptions.WeightDecay), new TrainingOptions { Epochs = 1, StepSize = 1, WeightDecay = -1e-9 } },
        { nameof(TrainingOptions.WeightDecay), new TrainingOptions { Epochs = 1, StepSize = 1, WeightDecay = double.PositiveInfinity } },
        { nameof(TrainingOptions.StepFactors), new TrainingOptions { Epochs = 1, StepSize = 1, StepFactors = Factor(-1) } },
        { nameof(TrainingOptions.StepFactors), new TrainingOptions { Epochs = 1, StepSize = 1, StepFactors = Factor(double.NaN) } },
        { nameof(TrainingOptions.RecordEvery), new TrainingOptions { Epochs = 1, StepSize = 1, RecordEvery = 0 } },
        { nameof(TrainingOptions.LossScale), new TrainingOptions { Epochs = 1, StepSize = 1, LossScale = (LossScale)7 } },
        { nameof(TrainingOptions.Method), new TrainingOptions { Epochs = 1, StepSize = 1, Method = (TrainingMethod)(-1) } },
        { nameof(TrainingOptions.Reductions), new TrainingOptions { Epochs = 1, StepSize = 1, Reductions = (StateReductions)9 } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void AnOptionOutOfItsBoundsIsNamed(string option, TrainingOptions options)
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => TrainingLoop.Validate(options));

        Assert.Equal(option, refused.ParamName);
        Assert.Contains("must be", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsMustBeGiven() => Assert.Throws<ArgumentNullException>(() => TrainingLoop.Validate(null!));

    private static Dictionary<string, double> Factor(double factor) => new() { ["ItemToCommon"] = factor };

    /// <summary><see cref="Progress{T}"/> posts to other threads; this one reports at once.</summary>
    private sealed class Synchronous(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
