using GateDsl.Tests;
using GateDsl.Tool.Tests.Identifying;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Stopping;

/// <summary>Whatever room is left on the disk: one line and exit code 1, or the new files whole; the earlier ones stay as they were until then.</summary>
public sealed class FullDiskTests
{
    private static readonly string[] Training = ["--sigma", "5e-5", "--step-size", "1e-3", "--steps", "40"];

    [FullDiskFact]
    public void IdentifyTellsOfAFullDisk()
    {
        using RecordedFiles files = new();
        Holds(out_ => files.IdentifyFour("A.npy", out_), "Reln.cs");
    }

    /// <summary>Inputs of too many numbers for a declaration: gates stand in a file beside it.</summary>
    [FullDiskFact]
    public void GatesBesideADeclarationAreWholeToo()
    {
        using CsvFiles files = new();
        Random random = new(4);
        double[][] inputs = [.. Enumerable.Range(0, 9).Select(_ => Enumerable.Range(0, 900).Select(_ => random.NextDouble() - 0.5).ToArray())];
        files.Write("X.csv", inputs);
        files.Write("A.csv", [.. Enumerable.Range(0, 6).Select(unit => inputs[unit].Select((x, n) => Math.Max(0, x + inputs[(unit + 1) % 9][n])).ToArray())]);
        Holds(out_ => ToolRun.Of("identify", "--activations", files.Named("A.csv"), "--inputs", files.Named("X.csv"), "--k", "2", "--out", out_),
            "Reln.cs", "Reln.gates.npy");
    }

    [FullDiskFact]
    public void ForecastTellsOfAFullDisk()
    {
        using RecordedFiles files = new();
        Holds(out_ => ToolRun.Of(
            ["forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "20", "--k", "2", "--out", out_, .. Training]),
                "Reln.cs");
    }

    [FullDiskFact]
    public void ForecastOfSeveralLayersTellsOfAFullDisk()
    {
        using RecordedFiles files = new();
        Holds(out_ => ToolRun.Of(
            ["forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "9,9", "--out", out_, .. Training]), "Reln.cs");
    }

    [FullDiskFact]
    public void CheckTellsOfAFullDisk()
    {
        using CsvFiles files = new();
        files.Write("X.csv", [.. Enumerable.Range(0, 12).Select(row => Enumerable.Range(0, 12).Select(n => n == row ? 1.0 : 0).ToArray())]);
        Random random = new(2);
        files.Write("G.csv", [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 12).Select(_ => (double)random.Next(2)).ToArray())]);
        Holds(out_ => ToolRun.Of("check", "--inputs", files.Named("X.csv"), "--gates", files.Named("G.csv"), "--out", out_), "Reln.cs");
    }

    private static void Holds(Func<string, ToolRun> write, params string[] names)
    {
        using FullDisk disk = new(pages: 64);
        string place = Path.Combine(disk.Folder, names[0]);
        ToolRun whole = write(place);
        Assert.Equal("", whole.Error);
        Assert.Equal(0, whole.ExitCode);
        SortedDictionary<string, byte[]> after = disk.Files();
        Assert.Equal(names, after.Keys);
        int refused = 0;
        for (int left = 0; ; left++)
        {
            foreach (string name in names)
            {
                File.WriteAllText(Path.Combine(disk.Folder, name), "as before");
            }

            SortedDictionary<string, byte[]> before = disk.Files();
            disk.Fill(left);
            ToolRun run = write(place);
            SortedDictionary<string, byte[]> now = disk.Files();
            if (run.ExitCode == 0)
            {
                Assert.Equal(after, now);
                break;
            }

            refused++;
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("space", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
            Assert.Equal(names, now.Keys);
            Assert.All(names, name => Assert.True(now[name].AsSpan().SequenceEqual(before[name]) || now[name].AsSpan().SequenceEqual(after[name]), name));
        }

        Assert.InRange(refused, 1, 60);
    }
}
