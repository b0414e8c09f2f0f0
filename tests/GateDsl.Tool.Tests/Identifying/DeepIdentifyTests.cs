using System.Text.Json;
using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>Recordings of two hidden layers, a file each.</summary>
public sealed class DeepIdentifyTests
{
    private const int SecondUnits = 10;

    [Fact]
    public void RecordingsOfTwoLayersStandBesideWhatIsForeseen()
    {
        using RecordedFiles files = Files();

        ToolRun run = Identify(files);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("12 and 10 units at 3 epochs", run.Output, StringComparison.Ordinal);
        Assert.Contains("Hidden2, 10 units: shares of path strength by the class of the gate, recorded and foreseen.", run.Output, StringComparison.Ordinal);
        Assert.Contains("ReLU networks like it", run.Output, StringComparison.Ordinal);
        string declaration = File.ReadAllText(files.Out);
        Assert.Contains("[ReluTwin(12, 10)]", declaration, StringComparison.Ordinal);
        Assert.Contains("class IdentifiedNetwork", declaration, StringComparison.Ordinal);

        run = Identify(files, "--json");

        Assert.Equal(declaration, File.ReadAllText(files.Out));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal([0, 100, 200],
            json.RootElement.GetProperty("recorded")[1].GetProperty("epochs").EnumerateArray().Select(epoch => epoch.GetProperty("epoch").GetInt32()));
        Assert.Equal(2, json.RootElement.GetProperty("gatesApart").GetArrayLength());
        Assert.Equal(2, json.RootElement.GetProperty("layers").GetArrayLength());

        // Three units in four of the first layer are off in one context, whatever the epoch.
        JsonElement first = json.RootElement.GetProperty("recorded")[0];
        Assert.Equal(0.25, first.GetProperty("alwaysOn").GetDouble(), 1e-12);
        Assert.InRange(first.GetProperty("epochs")[1].GetProperty("ContextOnly").GetDouble(), 0.6, 0.9);
    }

    [Fact]
    public void FilesThatDoNotBelongTogetherAreNamed()
    {
        using RecordedFiles files = Files();
        ToolRun run = RecordedFiles.Run(Call(files, "0,100"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("A.npy: has 3 recordings; expected 2, as --at says.", run.Error, StringComparison.Ordinal);
        run = RecordedFiles.Run(Call(files, "0,100,100"));
        Assert.Contains("Epoch 100 does not come after epoch 100", run.Error, StringComparison.Ordinal);
        run = RecordedFiles.Run(Call(files, "0,100,301"));
        Assert.Contains("L.npy: A recording is of epoch 301, but the losses are of 300 updates.", run.Error, StringComparison.Ordinal);
        NpyBytes.Write(files.Folder, "B.npy", new double[3 * 2 * 23], [3, 2, 23], "<f8");
        run = Identify(files);
        Assert.Contains("B.npy: has 23 datapoints; expected 24, as", run.Error, StringComparison.Ordinal);
        NpyBytes.Write(files.Folder, "B.npy", new double[3 * 2 * 24], [3, 2, 24], "<f8");
        run = Identify(files);
        Assert.Contains("Hidden layer 2 at epoch 0: All activations are zero", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(files.Out));
    }

    private static RecordedFiles Files()
    {
        RecordedFiles files = new();
        NpyBytes.Write(
            files.Folder, "B.npy",
            [.. from recording in Enumerable.Range(0, RecordedFiles.Recordings)
                from unit in Enumerable.Range(0, SecondUnits)
                from n in Enumerable.Range(0, RecordedFiles.Datapoints)
                select (unit + n) % 3 == 0 ? 0.0 : 1 + recording],
            [RecordedFiles.Recordings, SecondUnits, RecordedFiles.Datapoints], "<f8");
        NpyBytes.Write(files.Folder, "L.npy", [.. Enumerable.Range(0, 300).Select(epoch => 105.6 * Math.Exp(-epoch / 100.0))], [300], "<f8");
        return files;
    }

    private static ToolRun Identify(RecordedFiles files, params string[] more) => RecordedFiles.Run([.. Call(files, "0,100,200"), .. more]);

    private static string[] Call(RecordedFiles files, string at) =>
    [
        "identify", "--activations", files.Named("A.npy"), "--activations", files.Named("B.npy"), "--at", at, "--inputs", files.Named("X.npy"),
        "--targets", files.Named("Y.npy"),
        "--losses", files.Named("L.npy"), "--sigma", "0.05", "--step-size", "1e-3", "--out", files.Out,
    ];
}
