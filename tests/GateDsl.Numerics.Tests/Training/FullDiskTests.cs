using GateDsl.CompilerServices;
using GateDsl.Numerics.Tests.Racing;
using GateDsl.Numerics.Tests.Statistics;
using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>Whatever the library writes, and whatever room the disk has left: all of it, or an exception and the earlier file as it was.</summary>
public sealed class FullDiskTests
{
    private static readonly Trainee.Dataset Data = TrainingData.Of(13, 1);
    private static readonly TrainingOptions Options =
        new() { Epochs = 60, StepSize = 0.01, Momentum = 0.9, BatchSize = 5, ShuffleSeed = 3, LossScale = LossScale.Mean };

    [FullDiskFact]
    public void WeightsAreWrittenWholeOrNotAtAll()
    {
        Trainee network = New();
        Holds("weights.npz", network.Save);
        Holds("weights.safetensors", network.Save);
    }

    [FullDiskFact]
    public void LogsAreWrittenWholeOrNotAtAll()
    {
        TrainingLog log = New().Train(Data, Options with { Epochs = 3_000 });
        Holds("log.npz", log.Save);
    }

    [FullDiskFact]
    public void RaceLogsAreWrittenWholeOrNotAtAll()
    {
        RaceLog log = TwinRace.Of(50, 1e-2, 5, TwinProblem.Of(ContextTask.Create(contexts: 3, ContextStructure.Different)))
            .Integrate(900, 1e-3, LossScale.Sum, Reduction.Exact);
        Holds("race.npz", log.Save);
    }

    [FullDiskFact]
    public void StatisticsAreWrittenWholeOrNotAtAll()
    {
        int[] index = [.. Enumerable.Range(0, 40).Select(n => n % 2)];
        double[] targets = [.. Enumerable.Range(0, 280).Select(n => Math.Sin(n))];
        ManyIndices.Statistics statistics = ManyIndices.Statistics.Gather(ManyIndices.Dataset.Create(index, index, index, index, targets[..240], targets));
        Holds("statistics.npz", statistics.Save);
    }

    /// <summary>A training ends with the exception at the first checkpoint that has no room, and goes on to the same bits from the one before.</summary>
    [FullDiskFact]
    public void ATrainingGoesOnFromTheCheckpointBeforeTheDiskWasFull()
    {
        Trainee whole = New();
        TrainingLog expected = whole.Train(Data, Options);
        using FullDisk disk = new(pages: 64);
        string file = Path.Combine(disk.Folder, "run.ckpt");
        TrainingOptions kept = Options with { Checkpoint = new Checkpoint(file, 7) };
        for (int left = 0; left < 3; left++)
        {
            File.Delete(file);
            Assert.Throws<TimeoutException>(() => New().Train(Data, kept with { Progress = new Told(20, () => throw new TimeoutException()) }));
            SortedDictionary<string, byte[]> before = disk.Files();
            Assert.Single(before);

            disk.Fill(left);
            try
            {
                New().Train(Data, kept);
            }
            catch (IOException exception)
            {
                Assert.Contains("space", exception.Message, StringComparison.Ordinal);
                Assert.Equal(before, disk.Files());
            }

            Assert.Single(disk.Files());
            disk.Fill(pagesLeft: 32);
            Trainee network = New();
            Assert.Equal(expected.Loss, network.Train(Data, kept).Loss);
        }
    }

    private static void Holds(string name, Action<string> write)
    {
        using FullDisk disk = new(pages: 96);
        string place = Path.Combine(disk.Folder, name);
        write(place);
        SortedDictionary<string, byte[]> after = disk.Files();
        for (int left = 0; ; left++)
        {
            Assert.InRange(left, 0, 90);
            File.WriteAllText(place, "as before");
            SortedDictionary<string, byte[]> before = disk.Files();
            disk.Fill(left);
            try
            {
                write(place);
            }
            catch (IOException exception)
            {
                Assert.Contains("space", exception.Message, StringComparison.Ordinal);
                Assert.Equal(before, disk.Files());
                continue;
            }

            Assert.Equal(after, disk.Files());
            Assert.NotEqual(0, left);
            return;
        }
    }

    private static Trainee New() => new(Gaussian.WithSigma(0.2), 4);

    private sealed class Told(int epoch, Action act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch >= epoch)
            {
                act();
            }
        }
    }
}
