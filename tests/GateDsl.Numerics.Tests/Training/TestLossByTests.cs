using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>Test losses by the values of indices: each is the loss on a data set of these datapoints alone, trained and predicted.</summary>
public sealed class TestLossByTests : IDisposable
{
    private static readonly TrainingOptions Options = new() { Epochs = 13, StepSize = 0.05, RecordEvery = 4, LossScale = LossScale.Mean };

    private readonly string _folder = Directory.CreateTempSubdirectory("groups").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(TrainingMethod.Batch, LossScale.Mean)]
    [InlineData(TrainingMethod.Statistics, LossScale.Sum)]
    public void EachIsThatOfADataSetOfItsOwn(TrainingMethod method, LossScale scale)
    {
        (int[] items, int[] contexts, double[] targets) = Given(40, 3);
        Trainee.Dataset data = TrainingData.Of(20, 1);
        TrainingOptions options =
            Options with { Method = method, LossScale = scale, StepSize = scale == LossScale.Sum ? 0.005 : 0.05, TestBy = ["Context", "Item"] };
        Trainee.Dataset test = Trainee.Dataset.Create(items, contexts, targets);
        TrainingLog log = New().Train(data, options, test);
        RaceLog race = Trainee.Race.From(New(), data).Integrate(options, test);
        RaceLog flow = Trainee.Race.Expect(data, 0.2, draws: 0).Integrate(options, test);
        RaceLog drawn = Trainee.Race.Expect(data, 0.2, draws: 3).Integrate(options, test);
        RaceLog twin = Trainee.Race.ForTwin(data, 0.2).Integrate(options with { Method = TrainingMethod.Auto }, test);

        string[] names = [.. contexts.Zip(items).Distinct().Order().Select(pair => $"Context={pair.First},Item={pair.Second}")];
        Assert.Equal(names, log.TestLossBy.Keys);
        foreach (string name in names)
        {
            int[] rows = [.. Enumerable.Range(0, items.Length).Where(n => $"Context={contexts[n]},Item={items[n]}" == name)];
            Trainee.Dataset alone = Trainee.Dataset.Create(
                [.. rows.Select(n => items[n])], [.. rows.Select(n => contexts[n])], [.. rows.SelectMany(n => targets[(5 * n)..(5 * (n + 1))])]);
            TrainingOptions whole = options with { TestBy = [] };
            AssertNear(New().Train(data, whole, alone).TestLoss!, log.TestLossBy[name]);
            AssertNear(Trainee.Race.From(New(), data).Integrate(whole, alone).TestLoss!, race.TestLossBy[name]);
            AssertNear(Trainee.Race.Expect(data, 0.2, draws: 0).Integrate(whole, alone).TestLoss!, flow.TestLossBy[name]);
            AssertNear(Trainee.Race.Expect(data, 0.2, draws: 3).Integrate(whole, alone).TestLoss!, drawn.TestLossBy[name]);
        }

        foreach (RaceLog one in (RaceLog[])[race, flow, drawn, twin])
        {
            AssertTogether(one.TestLoss!, one.TestLossBy, contexts.Zip(items).ToArray(), scale);
        }

        AssertTogether(log.TestLoss!, log.TestLossBy, contexts.Zip(items).ToArray(), scale);
    }

    /// <summary>What lies outside of the trained inputs counts in the groups where it is.</summary>
    [Fact]
    public void RoutesHaveTheirOwnLossesInExpectation()
    {
        RoutingTask trained = RoutingTask.Create(7, 4);
        RoutingTask all = RoutingTask.Create(7, 7);
        DirectDomains.Dataset data = DirectDomains.Dataset.Create(trained.Cues, trained.Sinks, trained.Targets);
        DirectDomains.Dataset test = DirectDomains.Dataset.Create(all.Cues, all.Sinks, all.Targets);
        TrainingOptions options = new() { Epochs = 21, StepSize = 1e-3, RecordEvery = 10, TestBy = ["Sink"] };
        RaceLog flow = DirectDomains.Race.Expect(data, 0.1, draws: 0).Integrate(options, test);

        Assert.Equal(["Sink=0", "Sink=1", "Sink=2", "Sink=3", "Sink=4", "Sink=5", "Sink=6"], flow.TestLossBy.Keys);
        AssertNear(flow.TestLoss!, [.. flow.TestLoss!.Select((_, i) => flow.TestLossBy.Values.Sum(losses => losses[i]))]);
        AssertNear(
            new DirectDomains(Gaussian.WithSigma(0.1), 1).Train(data, options, test).TestLossBy["Sink=3"],
            DirectDomains.Race.From(new DirectDomains(Gaussian.WithSigma(0.1), 1), data).Integrate(options, test).TestLossBy["Sink=3"]);
    }

    [Fact]
    public void TheyAreSavedAndGoOnFromACheckpoint()
    {
        Trainee.Dataset data = TrainingData.Of(13, 1);
        Trainee.Dataset test = TrainingData.Of(9, 2);
        TrainingOptions options = Options with { TestBy = ["Item"] };
        TrainingLog expected = New().Train(data, options, test);
        TrainingOptions kept = options with { Checkpoint = new Checkpoint(Path.Combine(_folder, "run.ckpt"), 5) };
        Assert.Throws<TimeoutException>(() => New().Train(data, kept with { Progress = new Stopping() }, test));
        TrainingLog log = New().Train(data, kept, test);

        Assert.Equal(expected.TestLossBy.Keys, log.TestLossBy.Keys);
        Assert.All(expected.TestLossBy, group => Assert.Equal(group.Value, log.TestLossBy[group.Key]));
        Assert.Contains("TestBy",
            Assert.Throws<InvalidOperationException>(() => New().Train(data, kept with { TestBy = ["Context"] }, test)).Message,
            StringComparison.Ordinal);
        log.Save(Path.Combine(_folder, "log.npz"));
        using System.IO.Compression.ZipArchive saved = System.IO.Compression.ZipFile.OpenRead(Path.Combine(_folder, "log.npz"));
        Assert.Contains("TestLossBy/Item=0.npy", saved.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void WhatIsNoIndexIsRefused()
    {
        Trainee.Dataset data = TrainingData.Of(13, 1);
        Refused("Common is none of the one-hot inputs and selectors Item, Context", () => New().Train(data, Options with { TestBy = ["Common"] }, data));
        Refused("names an index twice", () => New().Train(data, Options with { TestBy = ["Item", "Item"] }, data));
        Refused("there are none", () => New().Train(data, Options with { TestBy = ["Item"] }));
        Refused("there are none", () => Trainee.Race.ForTwin(data, 0.1).Integrate(Options with { TestBy = ["Item"] }));
        Assert.Contains(
            "TestBy needs the datapoints",
            Assert.Throws<NotSupportedException>(() => New().Train(Trainee.Statistics.Gather(data), Options with { TestBy = ["Item"] })).Message,
                StringComparison.Ordinal);

        static void Refused(string words, Func<object> train)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(train);
            Assert.Equal("TestBy", refused.ParamName);
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Groups weigh by their datapoints on the Mean scale, and add up on the Sum scale.</summary>
    private static void AssertTogether(
        double[] whole, IReadOnlyDictionary<string, double[]> groups, (int Context, int Item)[] datapoints, LossScale scale) => AssertNear(
        whole,
        [.. whole.Select((_, i) => groups.Sum(group => group.Value[i]
            * (scale == LossScale.Sum ? 1 : datapoints.Count(at => $"Context={at.Context},Item={at.Item}" == group.Key) / (double)datapoints.Length)))]);

    private static void AssertNear(double[] expected, double[] actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-10 * (1 + Math.Abs(a)));

    private static (int[] Items, int[] Contexts, double[] Targets) Given(int count, int seed)
    {
        Random random = new(seed);
        return ([.. Enumerable.Range(0, count).Select(_ => random.Next(4))], [.. Enumerable.Range(0, count).Select(_ => random.Next(3))],
            [.. Enumerable.Range(0, 5 * count).Select(_ => random.NextDouble() - 0.5)]);
    }

    private static Trainee New() => new(Gaussian.WithSigma(0.2), 4);

    private sealed class Stopping : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch >= 8)
            {
                throw new TimeoutException();
            }
        }
    }
}
