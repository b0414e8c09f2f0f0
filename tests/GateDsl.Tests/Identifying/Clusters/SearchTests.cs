namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>What errors of a search are of, and for how many k they are computed.</summary>
public sealed class SearchTests
{
    /// <summary>
    /// Losses of two modules, in units of which one in five bits is another: the second module lowers what losses and targets say to nothing, and
    /// the spread of the gates hardly. It is there, and what is doubted is not what one module would miss.
    /// </summary>
    [Fact]
    public void AModuleThatOnlyLossesShowIsFound()
    {
        const int Units = 800;
        Random random = new(1);
        IdentificationData data = IdentificationData.Of(16).OneHot("Item", 8, [.. Enumerable.Range(0, 16).Select(n => n % 8)])
            .OneHot("Context", 2, [.. Enumerable.Range(0, 16).Select(n => n / 8)])
            .WithTargets([.. Enumerable.Range(0, 32).Select(_ => random.NextDouble() - 0.5)], 2);
        bool[][] modules = [[.. Enumerable.Repeat(true, 16)], [.. Enumerable.Range(0, 16).Select(n => n < 8)]];
        bool[,] gates = new bool[Units, 16];
        for (int unit = 0; unit < Units; unit++)
        {
            for (int n = 0; n < 16; n++)
            {
                gates[unit, n] = modules[unit < 700 ? 0 : 1][n] ^ random.NextDouble() < 0.2;
            }
        }

        LayerRecordings recordings = new(data);
        recordings.Add(gates, [.. Enumerable.Repeat(1.0, Units)]);
        double[] losses = GateDsl.Identifying.LossPrediction.Of(data, modules, Units, 1e-3, 0.1, 300, LossScale.Sum)!;

        IdentificationResult found = Identification.Of(recordings, data, new() { MostModules = 3, Repetitions = 1, Training = new(losses, 1e-3, 0.1) });

        Assert.Equal(2, found.Elbow.Clusters);
        Assert.Equal(0, found.Candidates[1].LossRms, 1e-9);
        Assert.InRange(found.Candidates[0].LossRms, 0.03, 1);
        Assert.InRange(found.Candidates[1].GateSpread / found.Candidates[0].GateSpread, 0.86, 1);
        Assert.DoesNotContain(found.Doubts, doubt => doubt.Contains("losses of these modules differ", StringComparison.Ordinal));
    }

    /// <summary>A further cluster never leaves more spread, as half of the starts grow from the clusters before.</summary>
    [Fact]
    public void SpreadsFallWithTheNumberOfClusters()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            RandomRecordings recorded = RandomRecordings.Of(new Random(seed), 0.2, hasTargets: false);

            IdentificationResult found = Identification.Of(recorded.Kept, recorded.Task.Data, new() { MostModules = 8, Starts = 1, Repetitions = 1 });

            Assert.All(found.Candidates.Zip(found.Candidates.Skip(1)),
                pair => Assert.True(pair.Second.GateSpread <= pair.First.GateSpread + 1e-12, $"{seed}: {pair.Second.Clusters}"));
        }
    }

    /// <summary>
    /// Losses where they are given; else they are forecast, but where the gates are plain without; without targets the gates are all there is.
    /// </summary>
    [Theory]
    [InlineData(true, true, true, IdentificationError.Losses)]
    [InlineData(true, true, false, IdentificationError.Losses)]
    [InlineData(true, false, true, IdentificationError.Targets)]
    [InlineData(true, false, false, IdentificationError.ForecastLosses)]
    [InlineData(false, false, true, IdentificationError.Gates)]
    [InlineData(false, false, false, IdentificationError.Gates)]
    public void ErrorsAreOfWhatIsKnown(bool hasTargets, bool hasLosses, bool arePlain, IdentificationError expected)
    {
        (LayerRecordings recordings, IdentificationData data) = Recorded(arePlain, hasTargets);
        IdentificationOptions options =
            new() { MostModules = 3, Starts = 4, Repetitions = 1, Training = hasLosses ? new([2, 1.9, 1.7, 1.4], 1e-3, 0.01) : null };

        IdentificationResult found = Identification.Of(recordings, data, options);

        Assert.Equal(expected, found.ErrorKind);
        Assert.Equal(arePlain, found.Elbow.Rule.Contains("plain", StringComparison.Ordinal));
        Assert.All(found.Candidates, candidate =>
        {
            bool haveLosses = expected is IdentificationError.Losses or IdentificationError.ForecastLosses;
            Assert.Equal(hasTargets, !double.IsNaN(candidate.TargetResidual));
            Assert.Equal(haveLosses, !double.IsNaN(candidate.LossRms));
            Assert.Equal(haveLosses ? Math.Sqrt(candidate.LossRms * candidate.TargetResidual) : hasTargets ? candidate.TargetResidual : candidate.GateSpread,
                candidate.Error, 1e-12);
        });

        // What a forecast misses is the network's, however much it is: it was not given.
        double rms = found.Candidates[found.Elbow.Clusters - 1].LossRms;
        Assert.Equal(expected == IdentificationError.ForecastLosses ? rms > 0.03 : rms is > 0.03 and <= 0.2,
            found.Doubts.Any(doubt => doubt.Contains("differ from the network's by rms", StringComparison.Ordinal)));
        Assert.Equal(expected == IdentificationError.Losses && rms > 0.2,
            found.Doubts.Any(doubt => doubt.Contains("differ from those given by rms", StringComparison.Ordinal)));
    }

    /// <summary>Every k up to as many as are asked for, or to the one that is given where that is more; never more than there are different gates.</summary>
    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(3, null, 3)]
    [InlineData(3, 2, 3)]
    [InlineData(2, 4, 4)]
    [InlineData(200, null, 12)]
    [InlineData(1, 12, 12)]
    public void CandidatesAreAsManyAsAreAskedFor(int most, int? given, int expected)
    {
        (LayerRecordings recordings, IdentificationData data) = Recorded(arePlain: false, hasTargets: false);

        IdentificationResult found = Identification.Of(recordings, data, new() { MostModules = most, Modules = given, Starts = 1, Repetitions = 1 });

        Assert.Equal(expected, found.Candidates.Count);
        Assert.Equal(given is not null, found.Elbow.IsGiven);
        Assert.Equal(given is not null, double.IsNaN(found.Elbow.Margin));
        Assert.Equal(given is not null, found.Elbow.Rule == "k was given");
    }

    /// <summary>
    /// How much a further module has to lower errors is said: to less than 0.8 where losses are known, to less than 0.83 where only targets are, as
    /// nothing begins to be learnt that is not correlated, and to less than 0.9 of the gates.
    /// </summary>
    [Theory]
    [InlineData(null, null, IdentificationError.Gates, "0.9")]
    [InlineData(new double[] { 2, 2, -1, -1 }, null, IdentificationError.Targets, "0.83 of it, nor the spread of the gates to less than 0.85")]
    [InlineData(new double[] { 2, 2, -1, -1 }, new[] { 5, 4.9 }, IdentificationError.Losses, "0.8 of it, nor the spread of the gates to less than 0.85")]
    [InlineData(new double[] { 2, 1, 3, -1 }, null, IdentificationError.ForecastLosses, "0.8 of it, nor the spread of the gates to less than 0.85")]
    public void TheRuleSaysWhenAFurtherModulePays(double[]? targets, double[]? losses, IdentificationError kind, string share)
    {
        IdentificationData data = IdentificationData.Of(4).Dense("X", "Which", 1, [1, -1, 2, -2]);
        data = targets is null ? data : data.WithTargets(targets, 1);
        LayerRecordings recordings = new(data);
        bool[,] gates = new bool[200, 4];
        for (int unit = 0; unit < 200; unit++)
        {
            (gates[unit, unit % 2], gates[unit, 2 + (unit % 2)]) = (true, true);
        }

        recordings.Add(gates, [.. Enumerable.Repeat(1.0, 200)]);

        IdentificationResult found = Identification.Of(
            recordings, data, new() { MostModules = 1, Starts = 1, Repetitions = 1, Training = losses is null ? null : new(losses, 1e-3, 0.01) });

        Assert.Equal(kind, found.ErrorKind);
        Assert.Equal($"the smallest k from which no further module lowers the error to less than {share}{(targets is null ? " of it" : "")}", found.Elbow.Rule);
        Assert.Equal(1 - (targets is null ? 0.9 : 0.85), found.Elbow.Margin, 1e-12);
    }

    // Twelve different gates of as many units; or two of many.
    private static (LayerRecordings Recordings, IdentificationData Data) Recorded(bool arePlain, bool hasTargets)
    {
        Random random = new(4);
        bool[,] gates = new bool[arePlain ? 40 : 240, 6];
        for (int unit = 0; unit < gates.GetLength(0); unit++)
        {
            int set = (unit % 12 * 5) + 3;
            for (int n = 0; n < 6; n++)
            {
                gates[unit, n] = arePlain ? n < 3 == unit < 20 : (set >> n & 1) != 0;
            }
        }

        IdentificationData data = IdentificationData.Of(6).OneHot("Item", 3, [0, 1, 2, 0, 1, 2]).OneHot("Context", 2, [0, 0, 0, 1, 1, 1]);
        LayerRecordings recordings = new(hasTargets ? data = data.WithTargets([1, -1, 0, 1, 1, 0], 1) : data);
        recordings.Add(gates, [.. Enumerable.Range(0, gates.GetLength(0)).Select(_ => 0.5 + random.NextDouble())]);
        return (recordings, data);
    }
}
