using System.Globalization;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>Which epochs forecasts read, how gates of several layers are called, and the text that says it.</summary>
public sealed class ForecastWordsTests
{
    private static readonly Dictionary<GateClass, string> Words = new()
    {
        [GateClass.AlwaysOn] = "always on",
        [GateClass.ContextOnly] = "context alone",
        [GateClass.ItemOnly] = "item alone",
        [GateClass.SingleDatapoint] = "one datapoint",
        [GateClass.NestedMixed] = "nested",
        [GateClass.NotImplementable] = "beyond a first layer",
        [GateClass.NeverOn] = "dead",
    };

    /// <summary>Twenty, evenly spread, the last one among them; of few epochs each is read once.</summary>
    [Theory]
    [InlineData(101, new[] { 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100 })]
    [InlineData(3, new[] { 0, 1, 2 })]
    [InlineData(1, new[] { 0 })]
    public void TwentyEpochsAreReadTheLastOneAmongThem(int epochs, int[] expected)
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]).WithTargets([1, 0.5], 1);

        Assert.Equal(expected, Identification.Forecast(data, 10, 0.1, 0.01, epochs, new() { Repetitions = 1, Starts = 1 }).Epochs);
        Assert.Equal(expected, Identification.ForecastDeep(data, [4, 4], 0.1, 0.01, epochs, new() { Draws = 2 }).Epochs);
    }

    /// <summary>The last of several inputs is the context, a single one is the item; values of one alone are not a datapoint where there is another.</summary>
    [Fact]
    public void AGateOfOneInputIsOfTheItemAndOfTheLastOfTwoOfTheContext()
    {
        int[] first = [0, 1, 2, 3, 0, 1, 2, 3];
        int[] second = [0, 0, 0, 0, 1, 1, 1, 1];
        double[] targets = [1, 0, 0, 1, 0, 1, 1, 0];
        bool[] lower = [true, true, false, false, true, true, false, false];
        bool[] left = [true, true, true, true, false, false, false, false];
        IdentificationData two = IdentificationData.Of(8).OneHot("First", 4, first).OneHot("Second", 2, second).WithTargets(targets, 1);
        IdentificationData one = IdentificationData.Of(8).OneHot("First", 4, first).WithTargets(targets, 1);

        Assert.Equal([GateClass.ItemOnly], Classes(two, lower));
        Assert.Equal([GateClass.ContextOnly], Classes(two, left));
        Assert.Equal([GateClass.ItemOnly], Classes(one, lower));
    }

    /// <summary>The first candidate is the ReLU network itself, and as far from itself as nothing is.</summary>
    [Fact]
    public void WithoutLinearLayersItIsTheNetworkItself()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]).WithTargets([1, 0.5], 1);

        DeepForecastResult foreseen = Identification.ForecastDeep(data, [4, 5], 0.1, 0.01, 5);

        Assert.Equal([0, 1, 2], foreseen.Candidates.Select(candidate => candidate.LinearLayers));
        Assert.Equal(0, foreseen.Candidates[0].Rms);
        Assert.Equal([4, 5], foreseen.Candidates[0].Widths);
        Assert.Equal(foreseen.Prediction.Loss, foreseen.Candidates[0].Loss);
    }

    /// <summary>
    /// Epochs are aligned where losses are half-way between where they begin and rest: of a start at 2, a rest at 1 and an end at 0 at 1.5 and 0.5.
    /// </summary>
    [Fact]
    public void LossesThatRestAreAlignedBetweenTheirRests()
    {
        double[] losses =
        [
            .. Enumerable.Range(0, 60).Select(_ => 2.0), .. Enumerable.Range(0, 700).Select(epoch => 1 + Math.Exp(-epoch / 5.0)),
            .. Enumerable.Range(0, 150).Select(epoch => Math.Exp(-epoch / 10.0)),
        ];
        DeepIdentificationResult found = Found(
            IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]).WithTargets([1, 1, 1, -1], 1), [true, true, false, false], losses, stepSize: 0.1);

        Assert.Equal(
            found.Prediction.Draws.Average(draw => Agreement.Aligned(losses, draw, [1.5, 0.5]).Rms), found.Candidates[0].AlignedApart, 1e-3);
        Assert.True(Math.Abs(found.Candidates[0].AlignedApart - found.Candidates[0].Apart) > 2e-3);
    }

    /// <summary>
    /// Gates after the last update are recorded too; where losses never rest nor fall to a half, the last of them is where the layers are looked at.
    /// </summary>
    [Fact]
    public void TheLastRecordingMayBeAfterTheLastUpdate()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]).WithTargets([1, 0.5], 1);
        DeepRecordings recordings = new(data);
        recordings.Add(6, [[1, 1, 1, 0], [1, 1, 1, 1]]);
        double[] losses = [0.625, 0.62, 0.61, 0.6, 0.59, 0.58];

        DeepIdentificationResult found = Identification.OfDeep(recordings, data, new(losses, 0.1, 0.01), new() { Draws = 2 });

        Assert.Equal([6], found.Epochs);
        Assert.Equal(5, found.FirstRest);
        Assert.Equal(6, found.Candidates[0].Loss.Count);
        Assert.Equal([0.5, 1], found.Recorded.Select(layer => layer.AlwaysOn));
    }

    /// <summary>A member is followed by an empty line, the last one by the end of the class.</summary>
    [Fact]
    public void MembersStandApart()
    {
        string[] lines = Found([true, true, false, false, true, true, false, false]).ToDeclaration("Network").Split('\n');
        int[] members = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].EndsWith("{ get; }", StringComparison.Ordinal))];

        Assert.Equal(5, members.Length);
        Assert.All(members[..^1], line => Assert.Equal("", lines[line + 1]));
        Assert.Equal("}", lines[members[^1] + 1]);
        Assert.Equal(["/// <summary>One of 4.</summary>", "/// <summary>One of 2.</summary>"], members[..2].Select(line => lines[line - 2].Trim()));
        Assert.Equal("using GateDsl;", lines[0]);
        Assert.Equal("", lines[1]);
    }

    /// <summary>By layer a row for every class that some unit has, recorded, and below it what was foreseen.</summary>
    [Fact]
    public void RecordedSharesStandAboveThoseForeseen()
    {
        DeepIdentificationResult found = Found([true, true, false, false, true, true, false, false]);
        string[] lines = found.ToDeclaration("Network").Split('\n');
        for (int layer = 0; layer < 2; layer++)
        {
            int at = Array.FindIndex(lines, line => line.StartsWith($"//   Hidden{layer + 1} at epoch", StringComparison.Ordinal)) + 1;
            Assert.NotEqual(0, at);
            string[] rows = [.. lines.Skip(at).TakeWhile(line => line.StartsWith("//     ", StringComparison.Ordinal)).Select(line => line[2..])];
            GateClass[] seen = [.. Words.Keys.Where(
                gateClass => found.Recorded[layer].Censuses.Concat(found.Layers[layer].Censuses).Any(census => census.ShareOf(gateClass) > 0))];

            Assert.Equal(2 * seen.Length, rows.Length);
            Assert.Equal(seen.Select(gateClass => Words[gateClass]).Order(StringComparer.Ordinal),
                rows.Where((_, row) => row % 2 == 0).Select(Name).Order(StringComparer.Ordinal));
            for (int row = 0; row < rows.Length; row += 2)
            {
                GateClass gateClass = Words.First(pair => pair.Value == Name(rows[row])).Key;
                Assert.Equal("foreseen", Name(rows[row + 1]));
                Assert.Equal(found.Recorded[layer].Censuses.Select(census => census.ShareOf(gateClass)), Numbers(rows[row]), new Near());
                Assert.Equal(found.Layers[layer].Censuses.Select(census => census.ShareOf(gateClass)), Numbers(rows[row + 1]), new Near());
            }
        }
    }

    private static IEnumerable<GateClass> Classes(IdentificationData data, bool[] gate) =>
        Found(data, gate).Recorded[0].Censuses[0].Classes.Where(share => share.Share > 0).Select(share => share.Class!.Value);

    private static DeepIdentificationResult Found(bool[] gate) => Found(
        IdentificationData.Of(8).OneHot("First", 4, [0, 1, 2, 3, 0, 1, 2, 3]).OneHot("Second", 2, [0, 0, 0, 0, 1, 1, 1, 1])
            .WithTargets([1, 0, 0, 1, 0, 1, 1, 0], 1), gate);

    // Two layers of three units, all of which have this gate at both epochs.
    private static DeepIdentificationResult Found(IdentificationData data, bool[] gate, double[]? losses = null, double stepSize = 0.01)
    {
        double[] activations = [.. Enumerable.Repeat(gate.Select(isOn => isOn ? 0.1 : 0.0), 3).SelectMany(unit => unit)];
        DeepRecordings recordings = new(data);
        recordings.Add(2, [activations, activations]);
        recordings.Add(9, [activations, activations]);
        Assert.Equal([2, 9], recordings.Epochs);
        losses ??= [.. Enumerable.Range(0, 12).Select(epoch => 2 - (0.001 * epoch))];
        return Identification.OfDeep(recordings, data, new(losses, 0.1, stepSize), new() { Draws = 2 });
    }

    private static string Name(string row) => row[..30].Trim();

    private static IEnumerable<double> Numbers(string row) =>
        row[30..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture));

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 0.0005 + 1e-12;

        public int GetHashCode(double obj) => 0;
    }
}
