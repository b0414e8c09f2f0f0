using System.Numerics;
using System.Text.Json;
using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Checking;

/// <summary>check: verdicts on gates in files, each proof redone here on the numbers of the files.</summary>
public sealed class CheckTests
{
    private const int Items = 4;
    private const int Contexts = 3;

    private static readonly (int Item, int Context)[] Points =
        [.. Enumerable.Range(0, Items).SelectMany(item => Enumerable.Range(0, Contexts), (item, context) => (item, context))];

    /// <summary>Gates of every class, by hand.</summary>
    private static readonly (string Class, Func<int, int, bool> IsOn)[] Gates =
    [
        ("ContextOnly", (_, context) => context < 2),
        ("NotImplementable", (item, context) => (item + context) % 2 == 0),
        ("SingleDatapoint", (item, context) => item == 1 && context == 1),
        ("ItemOnly", (item, _) => item == 0),
        ("AlwaysOn", (_, _) => true),
        ("NeverOn", (_, _) => false),
        ("NestedMixed", (item, context) => item > context),
        ("ContextOnly", (_, context) => context < 2),
    ];

    [Theory]
    [InlineData("<f4", "|b1", false)]
    [InlineData(">f8", "<i8", false)]
    [InlineData("<i8", ">i4", true)]
    [InlineData("|u1", "<f4", false)]
    [InlineData("<f2", ">u2", true)]
    [InlineData(">i2", "|i1", true)]
    [InlineData("<u4", ">u8", false)]
    public void EveryGateHasItsClassAndAProofThatHolds(string inputType, string gateType, bool hasBias)
    {
        using TestFolder folder = new();
        double[][] inputs = OneHot();
        double[][] gates = [.. Gates.Select(gate => Points.Select(point => gate.IsOn(point.Item, point.Context) ? 1.0 : 0).ToArray())];

        ToolRun run = Check(folder, inputs, gates, inputType, gateType, hasBias ? ["--bias", "--json"] : ["--json"]);

        Assert.Equal("", run.Error);
        AssertProofs(run, inputs, gates, hasBias, [.. Gates.Select(gate => gate.Class)]);
    }

    [Theory]
    [InlineData(false, "NotImplementable", "NotImplementable", "SingleDatapoint", "NotImplementable")]
    [InlineData(true, "AlwaysOn", "NotImplementable", "SingleDatapoint", "NestedMixed")]
    public void ABiasIsAFeatureThatIsOneEverywhere(bool hasBias, params string[] classes)
    {
        using TestFolder folder = new();
        double[][] inputs = [[1, 1, -1, -1], [1, -1, 1, -1]];
        double[][] gates = [[1, 1, 1, 1], [1, 0, 0, 1], [1, 0, 0, 0], [0, 1, 1, 1]];

        ToolRun run = Check(folder, inputs, gates, "<f8", "<f8", hasBias ? ["--bias", "--json"] : ["--json"]);

        AssertProofs(run, inputs, gates, hasBias, classes);
    }

    /// <summary>Few integers near zero: many inputs are equal, opposite or zero.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ProofsHoldOnRandomInputs(int seed)
    {
        using TestFolder folder = new();
        Random random = new(seed);
        double[][] inputs = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 9).Select(_ => (double)random.Next(-2, 3)).ToArray())];
        double[][] gates = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 9).Select(_ => (double)random.Next(0, 2)).ToArray())];

        // Dense features around a one-hot input: weights are in the order of the file.
        double[][] mixed = [inputs[0],
            .. Enumerable.Range(0, 3).Select(value => Enumerable.Range(0, 9).Select(n => n % 3 == value ? 1.0 : 0).ToArray()), inputs[1]];
        foreach (double[][] features in new[] { inputs, mixed })
        {
            foreach (bool hasBias in new[] { false, true })
            {
                AssertProofs(Check(folder, features, gates, "<f8", "|b1", hasBias ? ["--bias", "--json"] : ["--json"]), features, gates, hasBias, null);
            }
        }
    }

    [Fact]
    public void TheTableAndTheReportHaveARowForEachGateInTheOrderOfTheFile()
    {
        using TestFolder folder = new();
        double[][] gates = [.. Gates.Select(gate => Points.Select(point => gate.IsOn(point.Item, point.Context) ? 2.5 : 0).ToArray())];
        string report = Path.Combine(folder.Path, "new folder", "report.csv");

        ToolRun run = Check(folder, OneHot(), gates, "<f4", "<f4", ["--out", report]);

        string[] lines = File.ReadAllLines(report);
        Assert.Equal("gate,class,witness,certificate", lines[0]);
        Assert.Equal(Gates.Select((gate, number) => $"{number},{gate.Class}"), lines.Skip(1).Select(line => string.Join(',', line.Split(',').Take(2))));
        Assert.All(lines, line => Assert.Equal(4, line.Split(',').Length));
        Assert.All(Gates, gate => Assert.Contains(gate.Class, run.Output, StringComparison.Ordinal));
        Assert.EndsWith($"Written: {report}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TextFilesWillDo()
    {
        using CsvFiles files = new();
        files.Write("X.csv", OneHot());
        files.Write("G.csv", [.. Gates.Select(gate => Points.Select(point => gate.IsOn(point.Item, point.Context) ? 1.0 : 0).ToArray())]);

        ToolRun run = ToolRun.Of("check", "--inputs", files.Named("X.csv"), "--gates", files.Named("G.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Item one-hot of 4, Context one-hot of 3), 12 datapoints; 8 gates.", run.Output, StringComparison.Ordinal);
    }

    private static double[][] OneHot() =>
    [
        .. Enumerable.Range(0, Items).Select(item => Points.Select(point => point.Item == item ? 1.0 : 0).ToArray()),
        .. Enumerable.Range(0, Contexts).Select(context => Points.Select(point => point.Context == context ? 1.0 : 0).ToArray()),
    ];

    private static ToolRun Check(TestFolder folder, double[][] inputs, double[][] gates, string inputType, string gateType, string[] more) => ToolRun.Of(
    [
        "check", "--inputs", NpyBytes.Write(folder.Path, "X.npy", [.. inputs.SelectMany(row => row)], [inputs.Length, inputs[0].Length], inputType),
        "--gates", NpyBytes.Write(folder.Path, "G.npy", [.. gates.SelectMany(row => row)], [gates.Length, gates[0].Length], gateType), .. more,
    ]);

    private static void AssertProofs(ToolRun run, double[][] inputs, double[][] gates, bool hasBias, string[]? classes)
    {
        Assert.Equal(0, run.ExitCode);
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        JsonElement[] rows = [.. answer.RootElement.GetProperty("gates").EnumerateArray()];
        Assert.Equal(gates.Length, rows.Length);
        double[][] features = hasBias ? [.. inputs, [.. inputs[0].Select(_ => 1.0)]] : inputs;
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(i, rows[i].GetProperty("gate").GetInt32());
            Assert.Equal(classes?[i] ?? rows[i].GetProperty("class").GetString(), rows[i].GetProperty("class").GetString());
            JsonElement witness = rows[i].GetProperty("witness");
            JsonElement certificate = rows[i].GetProperty("certificate");
            Assert.NotEqual(witness.ValueKind == JsonValueKind.Null, certificate.ValueKind == JsonValueKind.Null);
            if (witness.ValueKind == JsonValueKind.Array)
            {
                BigInteger[] weights =
                    [.. witness.EnumerateArray().Select(weight => BigInteger.Parse(weight.GetRawText(), System.Globalization.CultureInfo.InvariantCulture))];
                Assert.Equal(features.Length, weights.Length);
                Assert.All(gates[i].Index(),
                    gate => Assert.Equal(
                        gate.Item != 0, features.Zip(weights, (row, weight) => (BigInteger)row[gate.Index] * weight).Aggregate(BigInteger.Add) > 0));
            }
            else
            {
                AssertCertificate(certificate, features, gates[i]);
            }
        }
    }

    private static void AssertCertificate(JsonElement certificate, double[][] features, double[] gate)
    {
        (int Datapoint, long Times)[] on = Terms(certificate.GetProperty("on"));
        (int Datapoint, long Times)[] off = Terms(certificate.GetProperty("off"));
        Assert.NotEmpty(on);
        Assert.All(on.Concat(off), term => Assert.True(term.Times > 0));
        Assert.All(on, term => Assert.NotEqual(0, gate[term.Datapoint]));
        Assert.All(off, term => Assert.Equal(0, gate[term.Datapoint]));
        Assert.All(features, row => Assert.Equal(on.Sum(term => term.Times * row[term.Datapoint]), off.Sum(term => term.Times * row[term.Datapoint])));
    }

    private static (int Datapoint, long Times)[] Terms(JsonElement list) =>
        [.. list.EnumerateArray().Select(term => (term.GetProperty("datapoint").GetInt32(), term.GetProperty("times").GetInt64()))];
}
