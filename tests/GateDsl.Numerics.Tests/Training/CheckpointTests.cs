namespace GateDsl.Numerics.Tests.Training;

/// <summary>A training that is stopped and called again ends with the bits of one that was not.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly Trainee.Dataset Data = TrainingData.Of(13, 1);
    private static readonly Trainee.Dataset Test = TrainingData.Of(6, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoint").FullName;

    public static TheoryData<TrainingOptions> Trainings =>
    [
        new TrainingOptions { Epochs = 23, StepSize = 0.05, Method = TrainingMethod.Batch },
        new TrainingOptions { Epochs = 23, StepSize = 0.05, Method = TrainingMethod.Statistics, Reductions = StateReductions.Always },
        new TrainingOptions { Epochs = 23, StepSize = 0.01, Method = TrainingMethod.Statistics, Reductions = StateReductions.Always, Momentum = 0.9,
            WeightDecay = 0.01, RecordEvery = 4 },
        new TrainingOptions { Epochs = 23, StepSize = 0.01, BatchSize = 5, ShuffleSeed = 3, Momentum = 0.9, Nesterov = true,
            LossScale = LossScale.Mean, RecordEvery = 5, SnapshotEpochs = [0, 7, 23] },
        new TrainingOptions { Epochs = 23, StepSize = 0.02, Method = TrainingMethod.Statistics, Reductions = StateReductions.Never,
            StepFactors = new Dictionary<string, double> { ["ItemToPairs[1]"] = 0 }, SnapshotEpochs = [9] },
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Trainings), DisableDiscoveryEnumeration = true)]
    public void ItGoesOnWhereItWasToTheBit(TrainingOptions options)
    {
        Trainee whole = New();
        TrainingLog expected = whole.Train(Data, options, Test);
        TrainingOptions kept = options with { Checkpoint = new Checkpoint(At("run.ckpt"), 3) };
        List<int> reported = [];
        TrainingLog? log = null;
        for (int call = 0; log is null; call++)
        {
            // Every call a new process would make: a new network. It is stopped by an exception in the middle of what follows a checkpoint.
            int stop = (call * 5) + 5;
            Trainee network = New();
            Told progress = new(at =>
            {
                reported.Add(at.Epoch);
                if (at.Epoch >= stop && stop < 20)
                {
                    throw new TimeoutException();
                }
            });
            try
            {
                log = network.Train(Data, kept with { Progress = progress }, Test);
                AssertSame(whole, network);
            }
            catch (TimeoutException)
            {
            }

            Assert.True(call < 20);
        }

        Assert.Equal(expected.Loss, log.Loss);
        Assert.Equal(expected.Epochs, log.Epochs);
        Assert.Equal(expected.TestLoss, log.TestLoss);
        Assert.Equal(expected.Epochs, reported.Distinct().Order());
        AssertSame(expected.Snapshots, log.Snapshots);

        // Finished: its log, for a new network and for the one that was trained.
        Trainee again = New();
        Assert.Equal(expected.Loss, again.Train(Data, kept, Test).Loss);
        AssertSame(whole, again);
        Assert.Equal(expected.Loss, again.Train(Data, kept, Test).Loss);
    }

    [Fact]
    public void WhereItWasCancelledTheSameNetworkGoesOn()
    {
        TrainingOptions options = new() { Epochs = 23, StepSize = 0.05, Checkpoint = new Checkpoint(At("run.ckpt"), 100) };
        Trainee whole = New();
        whole.Train(Data, options with { Checkpoint = null });
        Trainee network = New();
        using CancellationTokenSource source = new();
        Assert.Throws<OperationCanceledException>(() => network.Train(Data, options with
        {
            CancellationToken = source.Token,
            Progress = new Told(at =>
            {
                if (at.Epoch == 11)
                {
                    source.Cancel();
                }
            }),
        }));
        network.Train(Data, options);

        AssertSame(whole, network);
    }

    [Fact]
    public void AnotherOptionIsNamedAndNothingChanges()
    {
        TrainingOptions options = new() { Epochs = 6, StepSize = 0.05, Checkpoint = new Checkpoint(At("run.ckpt"), 2) };
        New().Train(Data, options);
        (string Name, TrainingOptions Other)[] others =
        [
            ("StepSize", options with { StepSize = 0.06 }), ("Epochs", options with { Epochs = 7 }), ("Momentum", options with { Momentum = 0.5 }),
            ("BatchSize", options with { BatchSize = 4 }), ("ShuffleSeed", options with { ShuffleSeed = 1 }), ("Nesterov", options with { Nesterov = true }),
            ("WeightDecay", options with { WeightDecay = 0.5 }), ("LossScale", options with { LossScale = LossScale.Mean }),
            ("RecordEvery", options with { RecordEvery = 2 }), ("Method", options with { Method = TrainingMethod.Batch }),
            ("Reductions", options with { Reductions = StateReductions.Never }), ("SnapshotEpochs", options with { SnapshotEpochs = [1] }),
            ("StepFactors", options with { StepFactors = new Dictionary<string, double> { ["ItemToPairs"] = 2 } }),
        ];
        foreach ((string name, TrainingOptions other) in others)
        {
            Refused(name, network => network.Train(Data, other));
        }

        Refused("data", network => network.Train(TrainingData.Of(13, 5), options));
        Refused("test data", network => network.Train(Data, options, Test));
        Refused("network", network =>
        {
            network.ItemToCommon[0, 0] += 1;
            network.Train(Data, options);
        });
        Assert.Contains("network",
            Assert.Throws<InvalidOperationException>(() => new Trainee.ReluTwin(Gaussian.WithSigma(0.2), 4).Train(Data, options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedFileIsRefusedAndNothingChanges()
    {
        TrainingOptions options = new() { Epochs = 6, StepSize = 0.05, Checkpoint = new Checkpoint(At("run.ckpt"), 2) };
        New().Train(Data, options);
        byte[] bytes = File.ReadAllBytes(At("run.ckpt"));
        Random random = new(3);
        for (int i = 0; i < 60; i++)
        {
            File.WriteAllBytes(At("run.ckpt"), bytes[..random.Next(bytes.Length)]);
            Trainee network = New();
            Assert.Throws<InvalidDataException>(() => network.Train(Data, options));
            AssertSame(New(), network);
        }
    }

    [Fact]
    public void ManyTrainingsHaveACheckpointForEverySeed()
    {
        TrainingOptions options = new() { Epochs = 6, StepSize = 0.05, Checkpoint = new Checkpoint(At("run.ckpt"), 2) };
        IReadOnlyList<Trainee.TrainedNetwork> first = Trainee.TrainMany(Data, Gaussian.WithSigma(0.2), [7, 9], options);
        IReadOnlyList<Trainee.TrainedNetwork> second = Trainee.TrainMany(Data, Gaussian.WithSigma(0.2), [7, 9], options);

        Assert.Equal(["run.7.ckpt", "run.9.ckpt"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(first.Select(one => one.Log.Loss), second.Select(one => one.Log.Loss));
        Assert.Throws<ArgumentException>(() => Trainee.TrainMany(Data, Gaussian.WithSigma(0.2), [7, 7], options));
    }

    [Fact]
    public void APathAndAnEpochAreNeeded()
    {
        Assert.Throws<ArgumentException>(() => new Checkpoint(" ", 1));
        Assert.Equal("everyEpochs", Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpoint("a", 0)).ParamName);
    }

    private static Trainee New() => new(Gaussian.WithSigma(0.2), 4);

    private static void AssertSame(Trainee expected, Trainee actual)
    {
        for (int edge = 0; edge < expected.Weights.Count; edge++)
        {
            Assert.True(System.Numerics.Tensors.Tensor.EqualsAll<double>(expected.Weights[edge].Values, actual.Weights[edge].Values),
                expected.Weights[edge].Name);
        }
    }

    private static void AssertSame(IReadOnlyList<Snapshot> expected, IReadOnlyList<Snapshot> actual)
    {
        Assert.Equal(expected.Select(snapshot => snapshot.Epoch), actual.Select(snapshot => snapshot.Epoch));
        foreach ((Snapshot a, Snapshot b) in expected.Zip(actual))
        {
            Assert.Equal(a.HiddenKernel, b.HiddenKernel);
            Assert.Equal(a.TangentKernel, b.TangentKernel);
            Assert.Equal(a.HiddenKernels["Pairs"], b.HiddenKernels["Pairs"]);
            Assert.Equal(a.Predictions["Properties"], b.Predictions["Properties"]);
        }
    }

    private static void Refused(string what, Action<Trainee> train)
    {
        Trainee network = New();
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => train(network));

        Assert.Contains($"belongs to another training: {what} differs", refused.Message, StringComparison.Ordinal);
        if (what != "network")
        {
            AssertSame(New(), network);
        }
    }

    private string At(string name) => Path.Combine(_folder, name);

    private sealed class Told(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
