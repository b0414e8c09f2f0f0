namespace GateDsl.Numerics.Tests.Training;

/// <summary>A second thread gets an exception and never a number of a network whose weights are moving.</summary>
public sealed class NetworkUseTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 3, StepSize = 0.01 };

    private readonly Trainee _network = new(Gaussian.WithSigma(0.3), 6);
    private readonly Trainee.Dataset _data = TrainingData.Of(10, 1);

    [Theory]
    [InlineData(TrainingMethod.Batch)]
    [InlineData(TrainingMethod.Statistics)]
    public void AnotherThreadIsRefusedWhileTheNetworkTrains(TrainingMethod method)
    {
        Action[] uses =
        [
            () => _network.Loss(_data), () => _network.Step(_data, 0.1), () => _network.Predict(_data, new double[50]),
            () => _network.Gradient(_data, new Trainee.Gradients()), () => _network.Train(_data, Options),
            () => _network.Activations(_data, "Common"), () => _network.Save("never.npz"),
            () => Trainee.Race.From(_network, _data), () => _network.Train(_data, Options with { Epochs = 0 }),
        ];
        List<Exception?> seen = [];
        _network.Train(_data, Options with { Method = method, Progress = new Told(_ => Elsewhere(() => seen.AddRange(uses.Select(Record.Exception)))) });

        Assert.Equal(3 * uses.Length, seen.Count);
        Assert.All(seen,
            exception => Assert.Contains("Another thread trains", Assert.IsType<InvalidOperationException>(exception).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void TheThreadThatTrainsReadsTheLossOfThatMoment()
    {
        List<double> seen = [];
        TrainingLog log = _network.Train(_data, Options with { Progress = new Told(_ => seen.Add(_network.Loss(_data))) });

        Assert.Equal(log.Loss[1..], seen[..^1], (expected, actual) => Math.Abs(expected - actual) < 1e-12 * expected);
    }

    [Fact]
    public void AfterwardsAnyThreadMayUseIt()
    {
        Assert.Throws<OperationCanceledException>(() => _network.Train(_data, Options with { CancellationToken = new CancellationToken(true) }));
        Assert.Throws<ArgumentException>(() => _network.Predict(_data, new double[49]));
        _network.Predict(_data, new double[50]);

        double loss = _network.Loss(_data);
        Elsewhere(() => Assert.Equal(loss, _network.Loss(_data)));
    }

    [Fact]
    public void FinalWeightsDoNotDependOnWhoLooksOn()
    {
        Trainee other = new(Gaussian.WithSigma(0.3), 6);
        TrainingOptions options = Options with { Epochs = 40, Method = TrainingMethod.Statistics, Reductions = StateReductions.Always };
        _network.Train(_data, options);
        other.Train(_data, options with { Progress = new Told(_ => { }) }, TrainingData.Of(4, 2));

        for (int edge = 0; edge < other.Weights.Count; edge++)
        {
            Assert.True(System.Numerics.Tensors.Tensor.EqualsAll<double>(_network.Weights[edge].Values, other.Weights[edge].Values));
        }
    }

    /// <summary>Between two updates of a heavy ball the place of the steps holds its velocities.</summary>
    [Theory]
    [InlineData(TrainingMethod.Batch, 0)]
    [InlineData(TrainingMethod.Batch, 4)]
    [InlineData(TrainingMethod.Statistics, 0)]
    public void WhoComputesWithTheNetworkWhereHeIsToldChangesNothing(TrainingMethod method, int batchSize)
    {
        Trainee other = new(Gaussian.WithSigma(0.3), 6);
        TrainingOptions options = Options with { Epochs = 12, Method = method, BatchSize = batchSize, Momentum = 0.9, WeightDecay = 1e-3 };
        Trainee.Gradients gradients = new();
        Action[] uses =
        [
            () => other.Loss(_data), () => other.Gradient(_data, gradients), () => other.Predict(_data, new double[50]),
            () => other.Activations(_data, "Common"), () => Trainee.Race.From(other, _data),
        ];
        TrainingLog alone = _network.Train(_data, options);
        TrainingLog watched = other.Train(_data, options with { Progress = new Told(_ => Array.ForEach(uses, use => use())) });

        Assert.Equal(alone.Loss, watched.Loss);
        Assert.Equal(_network.Loss(_data), other.Loss(_data));
    }

    [Theory]
    [InlineData(TrainingMethod.Batch)]
    [InlineData(TrainingMethod.Statistics)]
    public void WeightsOfATrainingCannotBeMovedWhereItTells(TrainingMethod method)
    {
        Action[] moves =
            [() => _network.Step(_data, 0.1), () => _network.Train(_data, Options), () => _network.Train(_data, Options with { Epochs = 0 })];
        List<Exception?> seen = [];
        TrainingOptions options = Options with { Method = method };
        TrainingLog log = _network.Train(_data, options with { Progress = new Told(_ => seen.AddRange(moves.Select(Record.Exception))) });

        Assert.Equal(3 * moves.Length, seen.Count);
        Assert.All(seen,
            exception => Assert.StartsWith(
                "This network is being trained", Assert.IsType<InvalidOperationException>(exception).Message, StringComparison.Ordinal));
        Assert.Equal(new Trainee(Gaussian.WithSigma(0.3), 6).Train(_data, options).Loss, log.Loss);
        _network.Step(_data, 0.1);
    }

    private static void Elsewhere(Action action)
    {
        Exception? thrown = null;
        Thread thread = new(() => thrown = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }

    private sealed class Told(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
