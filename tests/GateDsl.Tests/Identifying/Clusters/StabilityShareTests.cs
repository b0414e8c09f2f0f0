namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>How often gates are found again, where the share is known from how samples are drawn.</summary>
public sealed class StabilityShareTests
{
    /// <summary>
    /// Of three rows two are on at the second datapoint, and so is their gate. A sample of three rows with replacement has it again where at least
    /// two of its rows are of these two, each counted as often as it was drawn: 20 of 27.
    /// </summary>
    [Fact]
    public void ARowCountsAsOftenAsItIsDrawn()
    {
        const int Repetitions = 1_000;
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true }, { true, false }, { true, true } }, [1, 1, 1]);

        IdentificationResult found = Identification.Of(recordings, data, new() { Modules = 1, Repetitions = Repetitions, Starts = 1 });

        double expected = 20.0 / 27;
        double error = Math.Sqrt(expected * (1 - expected) / Repetitions);
        Assert.Equal([true, true], Assert.Single(found.Modules).Gate);
        Assert.InRange(found.Stability, expected - (3 * error), expected + (3 * error));
        Assert.Equal(found.Stability, found.Modules[0].Stability);
    }

    /// <summary>
    /// Of 31 rows one is on everywhere. A sample has it with probability 1 - (30 / 31)^31, and the gate of the others always; each module says its own share.
    /// </summary>
    [Fact]
    public void EveryModuleHasItsOwn()
    {
        const int Rows = 31, Repetitions = 400;
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]);
        bool[,] gates = new bool[Rows, 4];
        for (int row = 0; row < Rows; row++)
        {
            for (int n = 0; n < 4; n++)
            {
                gates[row, n] = row == 0 || n == 2;
            }
        }

        LayerRecordings recordings = new(data);
        recordings.Add(gates, [.. Enumerable.Repeat(1.0, Rows)]);

        IdentificationResult found = Identification.Of(recordings, data, new() { MostModules = 2, Repetitions = Repetitions });

        double expected = 1 - Math.Pow((Rows - 1.0) / Rows, Rows);
        double error = Math.Sqrt(expected * (1 - expected) / Repetitions);
        Assert.Equal(["1111", "0010"], found.Modules.Select(module => string.Concat(module.Gate.Select(on => on ? '1' : '0'))));
        Assert.InRange(found.Modules[0].Stability, expected - (3 * error), expected + (3 * error));
        Assert.Equal(1, found.Modules[1].Stability);
        Assert.Equal(found.Modules[0].Stability, found.Stability);
    }

    /// <summary>
    /// Of two hundred rows 37 are off at the first datapoint, few at each other: so many that one cluster is just plain. In samples they are often
    /// more, and k is chosen again.
    /// </summary>
    [Fact]
    public void WhereClustersArePlainTheirNumberIsChosenAgain()
    {
        IdentificationResult found = Plain(groups: 1, rows: 200, [37, .. Enumerable.Repeat(16, 10)], repetitions: 40);

        Assert.Equal(1, found.Elbow.Clusters);
        Assert.Equal(1, found.Modules[0].Stability);
        Assert.InRange(found.Stability, 0.25, 0.85);
    }

    /// <summary>
    /// Of six hundred rows 92 are off at each of eight datapoints, just few enough. In samples they are more at some of them, whatever k: then it is
    /// that of the search.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WhereSamplesAreNotPlainTheirNumberStays(int groups)
    {
        IdentificationResult found = Plain(groups, rows: 600, [.. Enumerable.Repeat(92, 8), 0, 0, 0, 0, 0, 0], repetitions: 20);

        Assert.Equal(groups, found.Elbow.Clusters);
        Assert.InRange(found.Stability, 0.6, 1);
    }

    // Groups of rows: the first on everywhere, the second nowhere but at a datapoint of its own; so many of each have another bit at each datapoint,
    // drawn evenly.
    private static IdentificationResult Plain(int groups, int rows, int[] flipped, int repetitions)
    {
        Random random = new(3);
        int datapoints = flipped.Length + 1;
        bool[,] gates = new bool[groups * rows, datapoints];
        for (int group = 0; group < groups; group++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                int[] order = [.. Enumerable.Range(0, rows)];
                random.Shuffle(order);
                for (int row = 0; row < rows; row++)
                {
                    gates[(group * rows) + row, n] = n == flipped.Length || (group == 0) ^ order[row] < flipped[n];
                }
            }
        }

        IdentificationData data = IdentificationData.Of(datapoints).OneHot("Item", datapoints, [.. Enumerable.Range(0, datapoints)]);
        LayerRecordings recordings = new(data);
        recordings.Add(gates, [.. Enumerable.Repeat(1.0, groups * rows)]);
        IdentificationResult found = Identification.Of(recordings, data, new() { MostModules = groups + 1, Starts = 20, Repetitions = repetitions });
        Assert.Equal(GateDsl.Identifying.PlainClusters.Rule, found.Elbow.Rule);
        return found;
    }
}
