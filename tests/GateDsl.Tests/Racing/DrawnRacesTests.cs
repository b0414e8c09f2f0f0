namespace GateDsl.Tests.Racing;

/// <summary>How many starts are drawn, in which order, from which seeds, and what is told meanwhile.</summary>
public sealed class DrawnRacesTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 10, StepSize = 1 };

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 5)]
    [InlineData(true, 40)]
    [InlineData(false, 1)]
    public void AsManyAreDrawnAsAreAskedForInTheirOrder(bool hasPairs, int count)
    {
        StartDraws draws = Draws(count, hasPairs, seed: 7);
        RaceLog log = DrawnRaces.Run(
            draws, GrowthDirections.None, Options,
                (start, own) => new RaceLog([start.Weights[0].Values[0], start.Weights[0].Values[1]], new Dictionary<string, double[,]>()));

        Assert.Equal(count, log.Draws.Count);
        for (int number = 0; number < count; number++)
        {
            // A pair has one seed, and its second draw is mirrored.
            Assert.Equal(hasPairs && number % 2 == 1 ? 1 : 0, log.Draws[number][1]);
            Assert.Equal(hasPairs ? number / 2 : number, Array.IndexOf([.. log.Draws.Select(draw => draw[0]).Distinct()], log.Draws[number][0]));
        }

        RaceLog other = DrawnRaces.Run(
            Draws(count, hasPairs, seed: 8), GrowthDirections.None, Options,
                (start, own) => new RaceLog([start.Weights[0].Values[0]], new Dictionary<string, double[,]>()));
        Assert.NotEqual(log.Draws[0][0], other.Draws[0][0]);
    }

    /// <summary>
    /// Draws of a pair lie 100 either way of their mean, which is c or -c for the first four pairs and 0 for others: that the means lie within a
    /// twentieth of the spread is known from 8, 16, 32 ... draws on.
    /// </summary>
    [Theory]
    [InlineData(0, 8)]
    [InlineData(8, 8)]
    [InlineData(12, 16)]
    [InlineData(25, 32)]
    [InlineData(60, 64)]
    [InlineData(1e3, 256)]
    [InlineData(1e5, 256)]
    public void TheirNumberDoublesUntilTheTestLossIsKnown(double apart, int expected)
    {
        StartDraws draws = Draws(null, hasPairs: true, seed: 3);
        double[] seeds = [.. Enumerable.Range(0, 4).Select(pair => draws.Of(2 * pair, GrowthDirections.None).Weights[0].Values[0])];
        List<TrainingProgress> told = [];
        RaceLog log = DrawnRaces.Run(draws, GrowthDirections.None, Options with { Progress = new Told(told.Add) }, (start, own) =>
        {
            own.Progress!.Report(new TrainingProgress(own.Epochs - 1, own.Epochs, 0));
            int pair = Array.IndexOf(seeds, start.Weights[0].Values[0]);
            double mean = pair < 0 ? 0 : pair % 2 == 0 ? apart : -apart;
            return new RaceLog([0], new Dictionary<string, double[,]>()) { TestLoss = [mean + (start.Weights[0].Values[1] == 0 ? 100 : -100)] };
        });

        Assert.Equal(expected, log.Draws.Count);
        Assert.Equal(expected, told.Count);
        Assert.Equal([.. Enumerable.Range(1, expected).Select(done => (10 * done) - 1)], told.Select(one => one.Epoch));
        Assert.All(told, one => Assert.Equal(2560, one.Epochs));
    }

    [Fact]
    public void DrawsAreWantedForTestDataOrWhereTheyAreAskedFor()
    {
        Assert.Equal([true, true, false, false, true, false],
            new[] { (3, true), (3, false), (0, true), (0, false), ((int?)null, true), (null, false) }.Select(
                pair => Draws(pair.Item1, true, 0).AreWanted(pair.Item2)));
    }

    private static StartDraws Draws(int? count, bool hasPairs, ulong seed) =>
        new(count, seed, hasPairs, (own, isMirrored, _) => [new("", "", "", 1, 2, [own, isMirrored ? 1 : 0])]);

    private sealed class Told(Action<TrainingProgress> act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act(value);
    }
}
