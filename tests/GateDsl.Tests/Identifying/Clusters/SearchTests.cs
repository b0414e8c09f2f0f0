namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>What errors of a search are of, and for how many k they are computed.</summary>
public sealed class SearchTests
{
    /// <summary>Losses where they are given; else they are forecast, but where the gates are plain without; without targets the gates are all there is.</summary>
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
        IdentificationOptions options = new() { MostModules = 3, Starts = 4, Repetitions = 1, Training = hasLosses ? new([2, 1.9, 1.7, 1.4], 1e-3, 0.01) : null };

        IdentificationResult found = Identification.Of(recordings, data, options);

        Assert.Equal(expected, found.ErrorKind);
        Assert.Equal(arePlain, found.Elbow.Rule.Contains("plain", StringComparison.Ordinal));
        Assert.All(found.Candidates, candidate =>
        {
            bool haveLosses = expected is IdentificationError.Losses or IdentificationError.ForecastLosses;
            Assert.Equal(hasTargets, !double.IsNaN(candidate.TargetResidual));
            Assert.Equal(haveLosses, !double.IsNaN(candidate.LossRms));
            Assert.Equal(haveLosses ? Math.Sqrt(candidate.LossRms * candidate.TargetResidual) : hasTargets ? candidate.TargetResidual : candidate.GateSpread, candidate.Error, 1e-12);
        });

        // What a forecast misses is the network's, however much it is: it was not given.
        double rms = found.Candidates[found.Elbow.Clusters - 1].LossRms;
        Assert.Equal(expected == IdentificationError.ForecastLosses ? rms > 0.03 : rms is > 0.03 and <= 0.2, found.Doubts.Any(doubt => doubt.Contains("differ from the network's by rms", StringComparison.Ordinal)));
        Assert.Equal(expected == IdentificationError.Losses && rms > 0.2, found.Doubts.Any(doubt => doubt.Contains("differ from those given by rms", StringComparison.Ordinal)));
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
