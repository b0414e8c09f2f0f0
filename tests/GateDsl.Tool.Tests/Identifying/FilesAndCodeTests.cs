using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>Random networks in files and in code: what the command line says, as JSON and as a table, and writes is what the library finds.</summary>
public sealed class FilesAndCodeTests
{
    private const int Rounds = 8;

    [Fact]
    public void RecordingsOfOneLayer()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(seed);
            using RandomFiles files = new(random, layers: 1, isDense: seed % 4 == 3);
            bool hasTraining = seed % 2 == 0;
            string[] call =
            [
                "identify", "--activations", files.Activations[0], "--inputs", files.Inputs, "--out", files.Out,
                .. files.IsStacked ? new[] { "--epochs", Text(files.Recordings) } : [],
                .. hasTraining ? new[] { "--targets", files.Targets, "--losses", files.Losses, "--sigma", "0.001", "--step-size", "0.01" } : [],
                .. hasTraining && seed % 4 == 0 ? Array.Empty<string>() : ["--k", "2"],
            ];
            ToolRun said = ToolRun.Of(call);
            ToolRun run = ToolRun.Of([.. call, "--json"]);

            IdentificationData data = hasTraining ? files.Data.WithTargetColumns(files.TargetColumns, RandomFiles.Outputs) : files.Data;
            LayerRecordings recordings = new(data);
            foreach (double[] recording in files.Recorded[0])
            {
                recordings.Add(recording, files.Units[0]);
            }

            IdentificationResult found = Identification.Of(recordings, data, new()
            {
                Modules = hasTraining && seed % 4 == 0 ? null : 2,
                Training = hasTraining ? new(files.LossValues, 0.001, 0.01) : null,
            });

            Assert.Equal((0, "", 0, ""), (said.ExitCode, said.Error, run.ExitCode, run.Error));
            Assert.Equal(found.ToDeclaration("IdentifiedNetwork"), File.ReadAllText(files.Out));
            using JsonDocument json = JsonDocument.Parse(run.Output);
            AssertSame(found, json.RootElement, files.Out);
            AssertSaid(found, said.Output);
            Assert.Contains($"{files.Units[0]} units at {files.Recordings} epoch", said.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AForecastIsWhatCodeFindsToo()
    {
        for (int seed = 0; seed < 3; seed++)
        {
            using RandomFiles files = new(new Random(20 + seed), layers: 1, isDense: false);
            string[] call = ["forecast", "--inputs", files.Inputs, "--targets", files.Targets, "--units", "40", "--sigma", "0.01", "--step-size",
                "0.01", "--steps", "150", "--k", "2", "--out", files.Out];
            ToolRun said = ToolRun.Of(call);
            ToolRun run = ToolRun.Of([.. call, "--json"]);

            ForecastResult foreseen =
                Identification.Forecast(files.Data.WithTargetColumns(files.TargetColumns, RandomFiles.Outputs), 40, 0.01, 0.01, 150, new() { Modules = 2 });

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Equal(foreseen.ToDeclaration("ForecastNetwork"), File.ReadAllText(files.Out));
            using JsonDocument json = JsonDocument.Parse(run.Output);
            AssertSame(foreseen, json.RootElement, files.Out);
            Assert.Equal(foreseen.Loss, Numbers(json.RootElement.GetProperty("loss")));
            AssertSaid(foreseen, said.Output);
            string[][] rows = Table(said.Output, "epoch");
            Assert.InRange(rows.Length, 2, 6);
            Assert.Equal(Text(foreseen.Epochs[^1]), rows[^1][0]);
            foreach (string[] row in rows)
            {
                int read = foreseen.Epochs.ToList().IndexOf(int.Parse(row[0], CultureInfo.InvariantCulture));
                Assert.Equal([.. foreseen.Modules.Select(module => Text(module.ShareByRecording[read], "F3")),
                    Text(foreseen.Loss[foreseen.Epochs[read]], "G4")], row[1..]);
            }
        }
    }

    [Fact]
    public void RecordingsOfSeveralLayers()
    {
        for (int seed = 0; seed < 3; seed++)
        {
            using RandomFiles files = new(new Random(40 + seed), layers: 2, isDense: false);
            int[] at = [.. Enumerable.Range(0, files.Recordings).Select(recording => 10 + (40 * recording))];
            string[] call =
            [
                "identify", .. files.Activations.SelectMany(file => new[] { "--activations", file }), "--inputs", files.Inputs, "--targets",
                files.Targets, "--losses", files.Losses, "--sigma", "0.1",
                "--step-size", "0.01", "--at", string.Join(',', at), "--out", files.Out, .. files.IsStacked ? new[] { "--epochs", Text(files.Recordings) } : [],
            ];
            ToolRun said = ToolRun.Of(call);
            ToolRun run = ToolRun.Of([.. call, "--json"]);

            IdentificationData data = files.Data.WithTargetColumns(files.TargetColumns, RandomFiles.Outputs);
            DeepRecordings recordings = new(data);
            for (int recording = 0; recording < at.Length; recording++)
            {
                recordings.Add(at[recording], [.. files.Recorded.Select(layer => layer[recording])]);
            }

            DeepIdentificationResult found = Identification.OfDeep(recordings, data, new(files.LossValues, 0.1, 0.01));

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Equal(found.ToDeclaration("IdentifiedNetwork"), File.ReadAllText(files.Out));
            using JsonDocument json = JsonDocument.Parse(run.Output);
            AssertSame(found, json.RootElement, files.Out);
            string[] tables = said.Output.Split("shares of path strength by the class of the gate");
            Assert.Equal(1 + found.Layers.Count, tables.Length);
            for (int layer = 0; layer < found.Layers.Count; layer++)
            {
                string[][] rows = Table(tables[layer + 1], "epoch");
                Assert.Equal(2 * at.Length, rows.Length);
                for (int read = 0; read < at.Length; read++)
                {
                    Assert.Equal(Row(at[read], found.Recorded[layer].Censuses[read], found.Losses), rows[2 * read]);
                    Assert.Equal([.. Row(at[read], found.Layers[layer].Censuses[read], found.Prediction.Loss), "foreseen"], rows[(2 * read) + 1]);
                }

                Assert.Contains($"Recorded and foreseen are {Text(found.GatesApart(layer + 1), "F3")} apart", tables[layer + 1], StringComparison.Ordinal);
            }

            AssertSaid(found, found.Recorded, "ReLU networks like it", said.Output);
        }
    }

    [Fact]
    public void AForecastOfSeveralLayers()
    {
        for (int seed = 0; seed < 2; seed++)
        {
            using RandomFiles files = new(new Random(60 + seed), layers: 1, isDense: false);
            string[] call = ["forecast", "--inputs", files.Inputs, "--targets", files.Targets, "--units", "9,12", "--sigma", "0.1", "--step-size",
                "0.01", "--steps", "120", "--out", files.Out];
            ToolRun said = ToolRun.Of(call);

            DeepForecastResult foreseen =
                Identification.ForecastDeep(files.Data.WithTargetColumns(files.TargetColumns, RandomFiles.Outputs), [9, 12], 0.1, 0.01, 120);

            Assert.Equal((0, ""), (said.ExitCode, said.Error));
            Assert.Equal(foreseen.ToDeclaration("ForecastNetwork"), File.ReadAllText(files.Out));
            AssertSaid(foreseen, foreseen.Layers, "two ReLU networks", said.Output);
            string[] tables = said.Output.Split("shares of path strength by the class of the gate");
            for (int layer = 0; layer < 2; layer++)
            {
                string[][] rows = Table(tables[layer + 1], "epoch");
                Assert.Equal(6, rows.Length);
                Assert.All(rows, row => Assert.Equal(
                    Row(int.Parse(row[0], CultureInfo.InvariantCulture),
                        foreseen.Layers[layer].Censuses[foreseen.Epochs.ToList().IndexOf(int.Parse(row[0], CultureInfo.InvariantCulture))],
                        foreseen.Prediction.Loss), row));
            }
        }
    }

    // Where the loss rests, what is on everywhere there, and every candidate with what is said of it.
    private static void AssertSaid(DeepForecastResult found, IReadOnlyList<ForecastLayer> judged, string first, string said)
    {
        string alwaysOn = string.Join(", ", judged.Select(layer => $"{Text(layer.AlwaysOn, "0%")} of {layer.Name}"));
        Assert.Contains($"The loss first rests about epoch {Text(found.FirstRest)}; units that are on everywhere there: {alwaysOn}.", said,
            StringComparison.Ordinal);
        Assert.Equal(
            found.Candidates.Select(candidate => string.Join(' ', (string[])
            [
                Text(candidate.LinearLayers), string.Join('-', candidate.Widths), Distance(candidate.Rms), Distance(candidate.Apart),
                Distance(candidate.AlignedApart),
                .. candidate == found.Chosen ? new[] { "declared" } : candidate.LinearLayers == 0 ? [first] : [],
            ])),
            Table(said, "linear").Select(row => string.Join(' ', row)));
    }

    private static string Distance(double distance) => double.IsFinite(distance) ? Text(distance, "F4") : "diverged";

    private static string[] Row(int epoch, GateCensus census, IReadOnlyList<double> losses) =>
    [
        Text(epoch),
        .. new[] { GateClass.AlwaysOn, GateClass.ContextOnly, GateClass.ItemOnly, GateClass.SingleDatapoint, GateClass.NestedMixed,
            GateClass.NotImplementable, GateClass.NeverOn }.Select(gateClass => Text(census.ShareOf(gateClass), "F3")),
        .. epoch < losses.Count ? new[] { Text(losses[epoch], "G4") } : [],
    ];

    private static void AssertSame(IdentificationResult found, JsonElement json, string file)
    {
        Assert.Equal(file, json.GetProperty("written").GetString());
        Assert.Equal(found.GateNumbers is null ? null : Path.ChangeExtension(file, ".gates.npy"), json.GetProperty("gates").GetString());
        Assert.Equal(
            [found.Units, found.Recordings, found.Rows, found.DeadRows, found.AlwaysOnRows, found.Elbow.Clusters],
            new[] { "units", "recordings", "rows", "deadRows", "alwaysOnRows", "k" }.Select(name => json.GetProperty(name).GetInt32()));
        Assert.Equal(
            [Known(found.Elbow.Margin), Known(found.Residual), Known(found.Stability)],
                new[] { "margin", "residual", "stability" }.Select(name => Number(json.GetProperty(name))));
        Assert.Equal((found.ErrorKind.ToString(), found.Elbow.Rule, found.WellExplained),
            (json.GetProperty("errorKind").GetString()!, json.GetProperty("rule").GetString()!, json.GetProperty("wellExplained").GetBoolean()));
        Assert.Equal(found.Doubts, json.GetProperty("doubts").EnumerateArray().Select(doubt => doubt.GetString()));
        Assert.Equal(
            found.Modules.Select(
                module => (module.Name, module.Class?.ToString(), module.Description, module.Explanation,
                    string.Concat(module.Gate.Select(on => on ? '1' : '0')))),
            json.GetProperty("modules").EnumerateArray()
                .Select(module => (Said(module, "name")!, Said(module, "class"), Said(module, "on")!, Said(module, "explanation")!, Said(module, "gate")!)));
        Assert.Equal(
            found.Modules.SelectMany(module => new[] { Known(module.Share), Known(module.Width), Known(module.RoundingResidual), Known(module.Stability) }),
            json.GetProperty("modules").EnumerateArray()
                .SelectMany(module => new[] { "share", "width", "rounding", "stability" }.Select(name => Number(module.GetProperty(name)))));
        Assert.Equal(
            found.Candidates.SelectMany(
                candidate => new[] { candidate.Clusters, candidate.Gates.Count, Known(candidate.LossRms), Known(candidate.TargetResidual),
                    Known(candidate.GateSpread), Known(candidate.Error) }),
            json.GetProperty("candidates").EnumerateArray()
                .SelectMany(candidate => new[] { "k", "gates", "losses", "targets", "spread", "error" }.Select(name => Number(candidate.GetProperty(name)))));
    }

    private static void AssertSame(DeepIdentificationResult found, JsonElement json, string file)
    {
        Assert.Equal(file, json.GetProperty("written").GetString());
        Assert.Equal([found.Prediction.Draws.Count, found.FirstRest, found.Chosen.LinearLayers],
            new[] { "draws", "firstRest", "linearLayers" }.Select(name => json.GetProperty(name).GetInt32()));
        Assert.Equal(
            found.Candidates.SelectMany(
                candidate => new[] { candidate.LinearLayers, Known(candidate.Rms), Known(candidate.Apart), Known(candidate.AlignedApart) }),
            json.GetProperty("candidates").EnumerateArray()
                .SelectMany(candidate => new[] { "linearLayers", "means", "single", "aligned" }.Select(name => Number(candidate.GetProperty(name)))));
        Assert.Equal(found.Candidates.Select(candidate => string.Join(' ', candidate.Widths)),
            json.GetProperty("candidates").EnumerateArray().Select(candidate => string.Join(' ', Numbers(candidate.GetProperty("widths")))));
        Assert.Equal(found.Prediction.Loss, Numbers(json.GetProperty("loss")));
        Assert.Equal(Enumerable.Range(1, found.Layers.Count).Select(found.GatesApart), Numbers(json.GetProperty("gatesApart")));
        foreach ((string name, IReadOnlyList<ForecastLayer> layers) in new[] { ("layers", found.Layers), ("recorded", found.Recorded) })
        {
            JsonElement[] said = [.. json.GetProperty(name).EnumerateArray()];
            Assert.Equal(layers.Select(layer => (layer.Name, layer.Units, layer.AlwaysOn)),
                said.Select(layer => (Said(layer, "name")!, layer.GetProperty("units").GetInt32(), layer.GetProperty("alwaysOn").GetDouble())));
            for (int layer = 0; layer < said.Length; layer++)
            {
                JsonElement[] epochs = [.. said[layer].GetProperty("epochs").EnumerateArray()];
                Assert.Equal(found.Epochs, epochs.Select(epoch => epoch.GetProperty("epoch").GetInt32()));
                Assert.Equal(
                    layers[layer].Censuses.Select(census => string.Join(' ', census.Classes.Select(share => Invariant($"{share.Class} {share.Share:R}")))),
                    epochs.Select(epoch =>
                        string.Join(' ',
                            epoch.EnumerateObject().Where(member => member.Name != "epoch")
                                .Select(member => Invariant($"{member.Name} {member.Value.GetDouble():R}")))));
            }
        }
    }

    // The tables, cell by cell; words of the last column are not split.
    private static void AssertSaid(IdentificationResult found, string said)
    {
        string[][] candidates = Table(said, "k");
        Assert.Equal(
            found.Candidates.Select(
                candidate => string.Join(
                    ' ', new[] { Text(candidate.Clusters), Text(candidate.Gates.Count), Dash(candidate.LossRms), Dash(candidate.TargetResidual),
                        Text(candidate.GateSpread, "F4"), Text(candidate.Error, "F4") })),
            candidates.Select(row => string.Join(' ', row[..6])));
        Assert.Equal([Text(found.Elbow.Clusters)], candidates.Where(row => row.Length > 6).Select(row => row[0]));
        Assert.Equal(
            found.Modules.Select(
                module => string.Join(
                    ' ', new[] { module.Name, Text(module.Share, "F3"), Text(module.Width, "0.#"), Text(module.RoundingResidual, "F3"),
                        Text(module.Stability, "F2"), module.Class?.ToString() ?? "not checked", module.Description })),
            Table(said, "module").Select(row => string.Join(' ', row)));
        Assert.All(found.Doubts, doubt => Assert.Contains($"  {doubt}\n", said.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    // The rows below a line of names that begins so, by cells two spaces or more apart.
    private static string[][] Table(string said, string first)
    {
        string[] lines = said.ReplaceLineEndings("\n").Split('\n');
        int names = Array.FindIndex(lines, line => Regex.IsMatch(line, $@"^\s+{first}\s"));
        return [.. lines[(names + 1)..].TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => Regex.Split(line.Trim(), "  +"))];
    }

    private static string? Said(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static double[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(number => number.GetDouble())];

    private static double Number(JsonElement json) => json.ValueKind == JsonValueKind.Null ? double.NaN : json.GetDouble();

    // JSON has no word for what is no number.
    private static double Known(double number) => double.IsFinite(number) ? number : double.NaN;

    private static string Dash(double number) => double.IsNaN(number) ? "-" : Text(number, "F4");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
