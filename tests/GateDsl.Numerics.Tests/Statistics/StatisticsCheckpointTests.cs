using GateDsl.Numerics.Tests.Training;

namespace GateDsl.Numerics.Tests.Statistics;

/// <summary>A training on gathered statistics that is stopped and called again ends with the bits of one that was not.</summary>
public sealed class StatisticsCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("statistics").FullName;

    public static TheoryData<TrainingOptions> Trainings =>
    [
        new TrainingOptions { Epochs = 23, StepSize = 0.05 },
        new TrainingOptions { Epochs = 23, StepSize = 0.01, Reductions = StateReductions.Always, Momentum = 0.9, WeightDecay = 0.01, RecordEvery = 4 },
        new TrainingOptions { Epochs = 23, StepSize = 0.02, Reductions = StateReductions.Never, Momentum = 0.5, Nesterov = true,
            LossScale = LossScale.Mean, StepFactors = new Dictionary<string, double> { ["ItemToPairs[1]"] = 0 } },
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Trainings), DisableDiscoveryEnumeration = true)]
    public void ItGoesOnWhereItWasToTheBit(TrainingOptions options)
    {
        Trainee.Statistics whole = Of(13, 1);
        whole.Save(At("whole.npz"));
        Trainee unstopped = New();
        TrainingLog expected = unstopped.Train(whole, options);
        TrainingOptions kept = options with { Checkpoint = new Checkpoint(At("run.ckpt"), 3) };
        int calls = 0;
        TrainingLog? log = null;
        while (log is null)
        {
            // Every call as a new process makes it: a new network, and statistics from their file. It is stopped between two checkpoints.
            int stop = 5 + (5 * calls++);
            Trainee network = New();
            try
            {
                log = network.Train(Trainee.Statistics.Load(At("whole.npz")), kept with { Progress = new Stopping(stop) });
                AssertSame(unstopped, network);
            }
            catch (TimeoutException)
            {
            }
        }

        Assert.True(calls > 3);
        Assert.Equal(expected.Loss, log.Loss);
        Assert.Equal(expected.Epochs, log.Epochs);

        // Finished: its log, for a new network and for the one that was trained.
        Trainee again = New();
        Assert.Equal(expected.Loss, again.Train(whole, kept).Loss);
        AssertSame(unstopped, again);
        Assert.Equal(expected.Loss, again.Train(whole, kept).Loss);
    }

    [Fact]
    public void WhatDiffersIsNamedAndNothingChanges()
    {
        TrainingOptions options = new() { Epochs = 6, StepSize = 0.05, Checkpoint = new Checkpoint(At("run.ckpt"), 2) };
        New().Train(Of(13, 1), options);
        Refused("StepSize", network => network.Train(Of(13, 1), options with { StepSize = 0.06 }));
        Refused("data", network => network.Train(Of(13, 2), options));
        Refused("data", network => network.Train(Trainee.Statistics.Merge([Of(13, 1), Of(13, 1)]), options));

        // A data set is trained on in its own order of adding, and has a checkpoint of its own.
        Refused("data", network => network.Train(TrainingData.Of(13, 1), options));
        Trainee other = New();
        other.ItemToCommon[0, 0] += 1;
        Assert.Contains("network differs", Assert.Throws<InvalidOperationException>(() => other.Train(Of(13, 1), options)).Message, StringComparison.Ordinal);
        Assert.Equal(New().ItemToCommon[0, 0] + 1, other.ItemToCommon[0, 0]);

        byte[] bytes = File.ReadAllBytes(At("run.ckpt"));
        File.WriteAllBytes(At("run.ckpt"), bytes[..^40]);
        Trainee damaged = New();
        Assert.Throws<InvalidDataException>(() => damaged.Train(Of(13, 1), options));
        AssertSame(New(), damaged);
    }

    private static Trainee.Statistics Of(int count, int seed) => Trainee.Statistics.Gather(TrainingData.Of(count, seed));

    private static Trainee New() => new(Gaussian.WithSigma(0.2), 4);

    private static void AssertSame(Trainee expected, Trainee actual)
    {
        for (int edge = 0; edge < expected.Weights.Count; edge++)
        {
            Assert.True(System.Numerics.Tensors.Tensor.EqualsAll<double>(expected.Weights[edge].Values, actual.Weights[edge].Values),
                expected.Weights[edge].Name);
        }
    }

    private static void Refused(string what, Action<Trainee> train)
    {
        Trainee network = New();
        Assert.Contains(
            $"belongs to another training: {what} differs", Assert.Throws<InvalidOperationException>(() => train(network)).Message, StringComparison.Ordinal);
        AssertSame(New(), network);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private sealed class Stopping(int epoch) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch >= epoch && epoch < 20)
            {
                throw new TimeoutException();
            }
        }
    }
}
