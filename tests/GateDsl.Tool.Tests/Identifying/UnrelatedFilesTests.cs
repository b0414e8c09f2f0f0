using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>
/// Activations and inputs that do not belong together. A layer is a function of its inputs: where two datapoints have equal ones and a unit
/// different gates, the words for its gate can never be found. Refused before any clustering, under a limit of time and memory.
/// </summary>
public sealed class UnrelatedFilesTests
{
    [Theory]
    [InlineData("1,1,0,0\n0,0,1,1\n", "1,0,0,0\n0,0,1,1\n", "Unit 0 is on at datapoint 0 and off at datapoint 1, whose inputs are equal (Item 0)")]
    [InlineData("1,0,1,0\n0,1,0,1\n", "1,1,1,1\n0,0,0,0\n1,1,0,1\n", "Unit 2 is on at datapoint 0 and off at datapoint 2, whose inputs are equal (Item 0)")]
    [InlineData("0.5,0.5,0.5\n2,2,2\n", "1,1,0\n", "Unit 0 is on at datapoint 0 and off at datapoint 2, whose inputs are equal (Features (0.5, 2))")]
    [InlineData("1,2,1\n1,2,1\n", "0,1,3\n", "Unit 0 is off at datapoint 0 and on at datapoint 2, whose inputs are equal (Features (1, 1))")]
    public void UnitAndDatapointsAreNamed(string inputs, string activations, string reason)
    {
        using CsvFiles files = new();
        files.Write("X.csv", inputs);
        string file = files.Write("A.csv", activations);

        ToolRun run = files.Identify("--k", "1");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{file}: {reason}. Are the datapoints in the same order in both, and are all inputs there?\n", run.Error);
        Assert.False(File.Exists(files.Out));
    }

    /// <summary>No two inputs are equal, so every activation is possible alone; but no unit has such gates.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ColumnsInAnotherOrderAreDoubted(bool isOneHot)
    {
        Random random = new(8);
        double[][] inputs = isOneHot
            ? [.. Enumerable.Range(0, 11).Select(row => Enumerable.Range(0, 24).Select(n => n % 8 == row || 8 + (n / 8) == row ? 1.0 : 0).ToArray())]
            : [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 24).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[][] activations =
        [
            .. Enumerable.Range(0, 20).Select(_ => inputs.Select(_ => random.NextDouble() - 0.5).ToArray())
                .Select(weights => Enumerable.Range(0, 24).Select(n => Math.Max(0, weights.Zip(inputs, (weight, row) => weight * row[n]).Sum())).ToArray()),
        ];
        int[] order = [.. Enumerable.Range(0, 24)];
        random.Shuffle(order);
        using CsvFiles files = new();
        files.Write("X.csv", inputs);
        files.Write("A.csv", activations);
        ToolRun right = files.Identify();
        files.Write("A.csv", [.. activations.Select(row => order.Select(n => row[n]).ToArray())]);
        ToolRun shuffled = files.Identify();

        Assert.Equal(0, right.ExitCode);
        Assert.DoesNotContain("are the datapoints in the same order", right.Output, StringComparison.Ordinal);
        Assert.Equal(0, shuffled.ExitCode);
        Assert.Matches("Of [0-9]+ gates of single units [0-9]+ are none that a ReLU unit over these inputs can have", shuffled.Output);
        Assert.Matches("NOT WELL EXPLAINED: Of [0-9]+ gates of single units", File.ReadAllText(files.Out));
    }

    [Fact]
    public void InCodeAsWell()
    {
        IdentificationData data = IdentificationData.FromColumns([1, 1, 0, 0, 0, 0, 1, 1], 2, 4);
        bool[,] gates = { { true, false, true, true } };

        Assert.Contains("whose inputs are equal", Assert.Throws<ArgumentException>(() => new LayerRecordings(data).Add([1.0, 0, 1, 1], 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains("whose inputs are equal", Assert.Throws<ArgumentException>(() => new LayerRecordings(data).Add(gates, [1.0])).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Sums of another order may leave of 0 what is small beside the unit's other activations.</summary>
    [Fact]
    public void WhatRoundingLeavesIsNoDifference()
    {
        IdentificationData data = IdentificationData.FromColumns([1, 1, 0, 0, 0, 0, 1, 1], 2, 4);
        LayerRecordings recordings = new(data);

        recordings.Add([0, 1e-7, 1, 1], 1);

        Assert.Equal([2, 3], Enumerable.Range(0, 4).Where(n => (recordings.Gates(0)[0] >> n & 1) != 0));
    }

    /// <summary>Columns shuffled, features dropped, inputs that repeat or are constant, numbers of any size: an exit code within the limits.</summary>
    [Fact]
    public async Task RandomFilesAreAnsweredWithinLimits()
    {
        Random random = new(13);
        for (int round = 0; round < 40; round++)
        {
            using CsvFiles files = new();
            int datapoints = random.Next(2, 13);
            files.Write("X.csv", Inputs(random, datapoints));
            files.Write("A.csv", Rows(random, random.Next(1, 9), datapoints, isRectified: true));
            if (random.Next(2) == 0)
            {
                files.Write("Y.csv", Rows(random, random.Next(1, 4), datapoints, isRectified: false));
            }

            ToolRun run = await Task.Run(() => files.Identify()).WaitAsync(TimeSpan.FromSeconds(60));

            Assert.InRange(run.ExitCode, 0, 2);
            Assert.Equal(run.ExitCode == 0, File.Exists(files.Out));
            Assert.True(GC.GetTotalMemory(forceFullCollection: false) < 1L << 30, $"round {round} has taken memory");
            Assert.True(run.ExitCode == 0 || run.Error.TrimEnd('\n').Split('\n').Length == 1, run.Error);
        }
    }

    private static double[][] Inputs(Random random, int datapoints) => random.Next(4) switch
    {
        0 => OneHot(random, random.Next(2, 5), datapoints),
        1 => [.. OneHot(random, random.Next(2, 4), datapoints), .. OneHot(random, random.Next(2, 4), datapoints)],
        2 => [.. OneHot(random, 2, datapoints), .. Rows(random, random.Next(1, 3), datapoints, isRectified: false)],
        _ => Rows(random, random.Next(1, 4), datapoints, isRectified: false),
    };

    private static double[][] OneHot(Random random, int values, int datapoints)
    {
        int[] value = [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(values))];
        return [.. Enumerable.Range(0, values).Select(v => value.Select(at => at == v ? 1.0 : 0).ToArray())];
    }

    private static double[][] Rows(Random random, int rows, int datapoints, bool isRectified)
    {
        double scale = Math.Pow(10, random.Next(5) == 0 ? random.Next(-60, 60) : 0);
        bool isCoarse = random.Next(2) == 0;
        return
        [
            .. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, datapoints).Select(_ =>
            {
                double value = (isCoarse ? random.Next(-1, 2) : random.NextDouble() - 0.5) * scale;
                return isRectified ? Math.Max(0, value) : value;
            }).ToArray()),
        ];
    }
}
