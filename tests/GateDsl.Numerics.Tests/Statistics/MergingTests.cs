namespace GateDsl.Numerics.Tests.Statistics;

/// <summary>Statistics of shards add up to those of the whole: against training by batch, which has none.</summary>
public sealed class MergingTests
{
    [Theory]
    [InlineData(nameof(ManyIndices))]
    [InlineData("FewIndices")]
    [InlineData(nameof(ManyBits))]
    [InlineData(nameof(Sensory))]
    [InlineData(nameof(Gains))]
    [InlineData(nameof(Images))]
    public void ShardsTrainLikeTheWhole(string name)
    {
        StatisticsCase data = StatisticsCase.Named(name);
        TrainingOptions options = new() { Epochs = 300, StepSize = 0.1, LossScale = LossScale.Mean, Method = TrainingMethod.Batch };
        double[] expected = data.ByBatch(options).Loss;
        Assert.True(expected[^1] < 0.9 * expected[0]);
        foreach (int parts in (int[])[1, 2, 7, 16])
        {
            TrainingLog log = data.BySums(StatisticsCase.Shards(data.Count, parts), options with { Method = TrainingMethod.Auto });
            Assert.Equal(TrainingMethod.Statistics, log.Method);
            Assert.Equal(0, Furthest(expected, log.Loss) / expected[0], 1e-11);
        }
    }

    [Theory]
    [InlineData(nameof(ManyIndices))]
    [InlineData(nameof(Sensory))]
    [InlineData(nameof(Gains))]
    public void MomentumDecayAndFactorsAreThoseOfTheWhole(string name)
    {
        StatisticsCase data = StatisticsCase.Named(name);
        TrainingOptions options = new()
        {
            Epochs = 120,
            StepSize = 2e-4,
            Method = TrainingMethod.Batch,
            Momentum = 0.8,
            Nesterov = true,
            WeightDecay = 1e-2,
            RecordEvery = 7,
            StepFactors = name switch
            {
                nameof(Sensory) => new Dictionary<string, double> { ["StimulusToLow"] = 0.5, ["LowToHigh[1]"] = 0 },
                nameof(Gains) => new Dictionary<string, double> { ["PixelsToExpert[2]"] = 0.5, ["ExpertToTwice[1]"] = 0 },
                _ => new Dictionary<string, double> { ["SomeToFirst"] = 0.5 },
            },
        };
        TrainingLog expected = data.ByBatch(options);
        TrainingLog log = data.BySums(StatisticsCase.Shards(data.Count, 5), options with { Method = TrainingMethod.Statistics });
        Assert.Equal(expected.Epochs, log.Epochs);
        Assert.Equal(0, Furthest(expected.Loss, log.Loss) / expected.Loss[0], 1e-11);
    }

    [Fact]
    public void SinglePrecisionTrainsOnItsSumsToItsRounding()
    {
        StatisticsCase data = StatisticsCase.Named(nameof(SinglePrecision));
        TrainingOptions options = new() { Epochs = 200, StepSize = 0.1, LossScale = LossScale.Mean, Method = TrainingMethod.Batch };
        double[] expected = data.ByBatch(options).Loss;
        double[] found = data.BySums(StatisticsCase.Shards(data.Count, 3), options with { Method = TrainingMethod.Auto }).Loss;
        Assert.Equal(0, Furthest(expected, found) / expected[0], 1e-5);
    }

    [Theory]
    [InlineData(nameof(ManyIndices))]
    [InlineData(nameof(Sensory))]
    [InlineData(nameof(Gains))]
    [InlineData(nameof(Images))]
    [InlineData(nameof(SinglePrecision))]
    public void TheOrderOfShardsChangesNoByte(string name)
    {
        StatisticsCase data = StatisticsCase.Named(name);
        int[][] shards = StatisticsCase.Shards(data.Count, 7);
        byte[] expected = data.Bytes(shards);
        Assert.Equal(expected, data.Bytes(shards));
        Assert.Equal(expected, data.Bytes([.. shards.Reverse()]));
        Assert.Equal(expected, data.Bytes([shards[3], shards[0], shards[6], shards[1], shards[5], shards[2], shards[4]]));
        Assert.NotEqual(expected, data.Bytes(shards[1..]));
    }

    [Fact]
    public void ALogOfMergedShardsIsTheSameBitForBitInAnyOrder()
    {
        StatisticsCase data = StatisticsCase.Named(nameof(Sensory));
        TrainingOptions options = new() { Epochs = 50, StepSize = 1e-4 };
        int[][] shards = StatisticsCase.Shards(data.Count, 16);
        Assert.Equal(data.BySums(shards, options).Loss, data.BySums([.. shards.Reverse()], options).Loss);
    }

    [Fact]
    public void MergedStatisticsMergeAgain()
    {
        StatisticsCase data = StatisticsCase.Named(nameof(Images));
        Images.Statistics whole = Images.Statistics.Gather(Data(0, 90));
        Images.Statistics nested = Images.Statistics.Merge(
            [Images.Statistics.Merge([Images.Statistics.Gather(Data(0, 20)), Images.Statistics.Gather(Data(20, 50))]),
                Images.Statistics.Gather(Data(50, 90)), new()]);
        Assert.Equal(90, nested.Count);
        TrainingOptions options = new() { Epochs = 60, StepSize = 1e-3 };
        double[] expected = new Images(Gaussian.WithSigma(0.1), 1).Train(whole, options).Loss;
        Assert.Equal(0, Furthest(expected, new Images(Gaussian.WithSigma(0.1), 1).Train(nested, options).Loss) / expected[0], 1e-12);

        static Images.Dataset Data(int first, int end) => Images.Dataset.Create(
            [.. Enumerable.Range(40 * first, 40 * (end - first)).Select(k => Math.Sin(k * k))],
                [.. Enumerable.Range(6 * first, 6 * (end - first)).Select(k => Math.Cos(k * k))]);
    }

    [Fact]
    public void MergingDoesNotChangeItsShards()
    {
        Images.Statistics one = Images.Statistics.Gather(Images.Dataset.Create(new double[40], new double[6]));
        byte[] before = StatisticsCase.InFile(one.Save);
        Assert.Equal(2, Images.Statistics.Merge([one, one]).Count);
        Assert.Equal(before, StatisticsCase.InFile(one.Save));
    }

    [Fact]
    public void NothingToMergeIsRefused()
    {
        Assert.Contains("no shards", Assert.Throws<ArgumentException>("shards", () => Images.Statistics.Merge([])).Message);
        Assert.Contains("Shard 1 of 2", Assert.Throws<ArgumentException>("shards", () => Images.Statistics.Merge([new(), null!])).Message);
        Assert.Throws<ArgumentNullException>("shards", () => Images.Statistics.Merge(null!));
        Assert.Throws<ArgumentNullException>("data", () => Images.Statistics.Gather(null!));
    }

    [Fact]
    public void OtherNetworksSayWhyTheyHaveNone()
    {
        Labelled.Dataset labels = Labelled.Dataset.Create([1.0, 2, 3], [1]);
        Assert.Contains("Digit is trained by CrossEntropy", Assert.Throws<NotSupportedException>(() => Labelled.Statistics.Gather(labels)).Message);
        Assert.Contains("Digit is trained by", Assert.Throws<NotSupportedException>(() => Labelled.Statistics.Load("none.npz")).Message);
        Rectified.Dataset data = Rectified.Dataset.Create([1.0, 2, 3], [1.0, 2, 3]);
        Assert.Contains("Units is self-gated", Assert.Throws<NotSupportedException>(() => Rectified.Statistics.Gather(data)).Message);
        Rectified network = new(Gaussian.WithSigma(0.1), 1);
        Assert.Throws<NotSupportedException>(() => network.Train(new Rectified.Statistics(), new TrainingOptions { StepSize = 0.1 }));
    }

    [Fact]
    public void OptionsThatNeedDatapointsAreRefused()
    {
        Images.Statistics statistics = Images.Statistics.Gather(Images.Dataset.Create(new double[400], new double[60]));
        Images network = new(Gaussian.WithSigma(0.1), 1);
        TrainingOptions options = new() { Epochs = 3, StepSize = 0.1 };
        Refused(options with { Method = TrainingMethod.Batch }, "Method = Batch");
        Refused(options with { BatchSize = 9 }, "BatchSize");
        Refused(options with { SnapshotEpochs = [0] }, "SnapshotEpochs");
        Assert.Equal(3, network.Train(statistics, options with { BatchSize = 10 }).Loss.Length);
        Assert.Throws<ArgumentOutOfRangeException>("StepSize", () => network.Train(statistics, options with { StepSize = -1 }));
        Assert.Throws<ArgumentNullException>("statistics", () => network.Train((Images.Statistics)null!, options));

        void Refused(TrainingOptions refused, string option) =>
            Assert.Contains($"TrainingOptions.{option} needs the datapoints",
                Assert.Throws<NotSupportedException>(() => network.Train(statistics, refused)).Message);
    }

    private static double Furthest(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        return expected.Zip(found, (a, b) => Math.Abs(a - b)).Max();
    }
}
