using System.Runtime.InteropServices;
using System.Text;
using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>From files to a declaration: what is said, what is written, and that it depends on the numbers alone.</summary>
public sealed class IdentifyTests
{
    [Fact]
    public void PlantedGatesAreFoundAndWrittenAsADeclaration()
    {
        (ToolRun run, string text) = RecordedFiles.Identified.Value;

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("12 units, recordings: 3; of 36 rows never on (set aside): 0, always on: 9.", run.Output, StringComparison.Ordinal);
        Assert.Contains("elbow, margin", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"Written: .*Reln\.cs\n\z", run.Output);
        Assert.Contains("class IdentifiedNetwork", text, StringComparison.Ordinal);
        Assert.Contains("OnePerSubset(nameof(Context), 2)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("namespace", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void TheSameFilesGiveTheSameBytes()
    {
        using RecordedFiles files = new();

        Assert.Equal(0, files.Identify().ExitCode);

        Assert.Equal(RecordedFiles.Identified.Value.Declaration, File.ReadAllText(files.Out));
        Assert.Equal((byte)'u', File.ReadAllBytes(files.Out)[0]);
    }

    /// <summary>In other types, orders and files, and whatever the declaration is called.</summary>
    [Fact]
    public void TheSameNumbersGiveTheSameBytes()
    {
        using RecordedFiles files = new();
        int[] stacked = [RecordedFiles.Recordings * RecordedFiles.Units, RecordedFiles.Datapoints];
        Assert.Equal(0, files.IdentifyFour("A.npy", files.Out).ExitCode);
        byte[] first = File.ReadAllBytes(files.Out);

        files.Activations(RecordedFiles.Planted, stacked, ">f8");
        Assert.Equal(first, Again(files, "A.npy"));
        files.Activations(RecordedFiles.Planted, stacked, "<f8", isFortranOrder: true);
        Assert.Equal(first, Again(files, "A.npy"));
        WriteCsv(files, stacked);
        Assert.Equal(first, Again(files, "A.csv"));
    }

    [Fact]
    public void WithoutTargetsKClustersAreFound()
    {
        using RecordedFiles files = new();

        ToolRun run = files.IdentifyFour("A.npy", files.Out);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("as asked for", run.Output, StringComparison.Ordinal);
        Assert.Contains("OnePerSubset(nameof(Context), 2)", File.ReadAllText(files.Out), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNotThereIsMade()
    {
        using RecordedFiles files = new();
        string deep = Path.Combine(files.Folder, "some", "where", "Reln.cs");

        Assert.Equal(0, files.IdentifyFour("A.npy", deep).ExitCode);

        Assert.Equal([deep], Directory.GetFiles(Path.GetDirectoryName(deep)!));
    }

    /// <summary>More dense columns than a declaration lists: its gates stand in a file beside it, here and for a program.</summary>
    [Fact]
    public void GatesOfManyDenseInputsAreWrittenBesideTheDeclaration()
    {
        const int Datapoints = 300;
        using TestFolder folder = new();
        Random random = new(2);
        double[] inputs = [.. Enumerable.Range(0, 2 * Datapoints).Select(_ => random.NextDouble() - 0.5)];
        double[] activations = [.. inputs.Select(x => Math.Max(0, x))];
        NpyBytes.Write(folder.Path, "X.npy", inputs, [2, Datapoints], "<f8");
        NpyBytes.Write(folder.Path, "A.npy", activations, [2, Datapoints], "<f8");
        string file = Path.Combine(folder.Path, "deep", "Reln.cs");

        ToolRun run = ToolRun.Of(
            "identify", "--activations", Path.Combine(folder.Path, "A.npy"), "--inputs", Path.Combine(folder.Path, "X.npy"), "--k", "2", "--out", file);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[GateInput(2)]", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("Reln.gates.npy, its gates: 300 datapoints x 2", run.Output, StringComparison.Ordinal);
        byte[] gates = File.ReadAllBytes(Path.Combine(folder.Path, "deep", "Reln.gates.npy"));
        Assert.Contains("'shape': (300, 2)", Encoding.ASCII.GetString(gates, 0, 128), StringComparison.Ordinal);
        double[] numbers = MemoryMarshal.Cast<byte, double>(gates.AsSpan(gates.Length - (8 * 2 * Datapoints))).ToArray();
        int first = Enumerable.Range(0, Datapoints).All(n => numbers[2 * n] == (inputs[n] > 0 ? 1 : 0)) ? 0 : 1;
        for (int n = 0; n < Datapoints; n++)
        {
            Assert.Equal(inputs[n] > 0 ? 1 : 0, numbers[(2 * n) + first]);
            Assert.Equal(inputs[Datapoints + n] > 0 ? 1 : 0, numbers[(2 * n) + 1 - first]);
        }
    }

    [Fact]
    public void APlaceThatCannotBeWrittenIsSaid()
    {
        using RecordedFiles files = new();
        Directory.CreateDirectory(files.Out);

        ToolRun run = files.IdentifyFour("A.npy", files.Out);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{files.Out} cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(files.Folder), entry => entry.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public void StoppedNothingIsWritten()
    {
        using RecordedFiles files = new();
        using CancellationTokenSource stop = new();
        stop.Cancel();

        ToolRun run = ToolRun.Of(
            ["identify", "--activations", files.Named("A.npy"), "--inputs", files.Named("X.npy"), "--k", "4", "--out", files.Out], stop.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("identify was stopped; nothing was written.\n", run.Error);
        Assert.False(File.Exists(files.Out));
    }

    private static byte[] Again(RecordedFiles files, string activations)
    {
        string other = Path.Combine(files.Folder, "Other.cs");
        ToolRun run = files.IdentifyFour(activations, other, "--epochs", "3");
        Assert.Equal("", run.Error);
        return File.ReadAllBytes(other);
    }

    private static void WriteCsv(RecordedFiles files, int[] shape)
    {
        double[] numbers = RecordedFiles.Planted;
        StringBuilder text = new();
        for (int row = 0; row < shape[0]; row++)
        {
            text.AppendJoin(',',
                numbers.Skip(row * shape[1]).Take(shape[1]).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            text.Append('\n');
        }

        File.WriteAllText(Path.Combine(files.Folder, "A.csv"), text.ToString());
    }
}
