using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>Files that do not make a recording: exit code 2, one line that names the file as the user did, and nothing written.</summary>
public sealed class BadRecordingTests
{
    private static readonly int[] Shape = [RecordedFiles.Recordings, RecordedFiles.Units, RecordedFiles.Datapoints];

    public static TheoryData<string, string, string> Cases => new()
    {
        { "gone", "A.npy", "there is no such file" },
        { "truncated", "A.npy", "is truncated" },
        { "integers", "A.npy", "holds integers" },
        { "empty", "X.npy", "the file is empty" },
        { "text", "Y.npy", "this is no .npy file" },
        { "NaN", "A.npy", "element [1, 0, 2] is NaN; expected finite numbers" },
        { "infinity", "Y.npy", "element [0, 3] is infinite; expected finite numbers" },
        { "negative", "A.npy", "recording 1: The activation of unit 0 at datapoint 2 is -0.5; a ReLU layer has none below 0" },
        { "all zero", "A.npy", "All activations are zero" },
        { "one datapoint", "A.npy", "has one datapoint (36 x 1)" },
        { "vector", "A.npy", "is 864; expected epochs*units x datapoints or epochs x units x datapoints" },
        { "four axes", "A.npy", "is 3 x 12 x 24 x 1; expected epochs*units x datapoints" },
        { "fewer datapoints in the inputs", "X.npy", "is 11 x 23; expected features x 24, a column for each datapoint of" },
        { "transposed inputs", "X.npy", "(is it transposed?)" },
        { "transposed targets", "Y.npy", "is 24 x 60; expected outputs x 24, a column for each datapoint of" },
        { "inputs in a row", "X.npy", "is 264; expected features x datapoints" },
        { "k too large", "A.npy", "k" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItIsRefusedInOneLine(string what, string file, string reason)
    {
        using RecordedFiles files = new();
        string[] options = Spoil(files, what);

        ToolRun run = files.Identify(options);

        Refused(files, run, file, reason);
    }

    /// <summary>As many features as datapoints: only the numbers tell that a file stands on its side.</summary>
    [Fact]
    public void ASquareOfInputsOnItsSide()
    {
        static double Input(int feature, int n) => feature < 8 ? One(feature == RecordedFiles.Task.Items[n])
            : feature < 11 ? One(feature - 8 == RecordedFiles.Task.Contexts[n])
            : One(feature - 11 == n * n % 13);
        static double One(bool isOn) => isOn ? 1 : 0;
        using RecordedFiles files = new();
        files.Inputs(RecordedFiles.Columns(RecordedFiles.Datapoints, (row, n) => Input(n, row)), [RecordedFiles.Datapoints, RecordedFiles.Datapoints]);

        Refused(files, files.Identify(), "X.npy", "24 x 24, and its rows, not its columns, have a single 1 in each input");

        files.Inputs(RecordedFiles.Columns(RecordedFiles.Datapoints, Input), [RecordedFiles.Datapoints, RecordedFiles.Datapoints]);
        Assert.NotEqual(2, files.Identify("--k", "4").ExitCode);
    }

    [Theory]
    [InlineData("5", "has 36 rows (36 x 24); expected --epochs 5 times the number of units")]
    [InlineData("7", "has 36 rows")]
    public void EpochsThatDoNotDivideTheRows(string epochs, string reason)
    {
        using RecordedFiles files = new();
        files.Activations(RecordedFiles.Planted, [RecordedFiles.Recordings * RecordedFiles.Units, RecordedFiles.Datapoints]);

        Refused(files, files.Identify("--epochs", epochs), "A.npy", reason);
    }

    [Fact]
    public void EpochsOtherThanTheFirstOfThreeAxes()
    {
        using RecordedFiles files = new();

        Refused(files, files.Identify("--epochs", "4"), "A.npy", "has 3 epochs (3 x 12 x 24); expected 4, as --epochs says");
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 2, 2 }, "is 2 x 2; expected one loss before every update")]
    [InlineData(new[] { 1.0, -2, 3 }, new[] { 3 }, "the loss before update 1 (from 0) is negative")]
    [InlineData(new[] { 0.0, 1 }, new[] { 2, 1 }, "starts with a loss of 0")]
    public void LossesThatAreNone(double[] losses, int[] shape, string reason)
    {
        using RecordedFiles files = new();
        NpyBytes.Write(files.Folder, "L.npy", losses, shape);

        ToolRun run = files.Identify("--losses", files.Named("L.npy"), "--sigma", "1e-5", "--step-size", "1e-3");

        Refused(files, run, "L.npy", reason);
    }

    [Fact]
    public void ForecastRefusesTargetsOfAnotherNumberOfDatapoints()
    {
        using RecordedFiles files = new();
        files.Targets(new double[46], [2, 23]);

        Refused(files, files.Forecast("--steps", "10"), "Y.npy", "is 2 x 23; expected outputs x 24, a column for each datapoint of");
    }

    /// <summary>An earlier declaration is neither changed nor removed.</summary>
    [Fact]
    public void WhatWasThereBeforeStays()
    {
        using RecordedFiles files = new();
        File.WriteAllText(files.Out, "// mine");
        Spoil(files, "NaN");

        Assert.Equal(2, files.Identify().ExitCode);

        Assert.Equal("// mine", File.ReadAllText(files.Out));
    }

    private static string[] Spoil(RecordedFiles files, string what)
    {
        double[] planted = RecordedFiles.Planted;
        int place = (RecordedFiles.Units * RecordedFiles.Datapoints) + 2;
        string activations = Path.Combine(files.Folder, "A.npy");
        switch (what)
        {
            case "gone":
                File.Delete(activations);
                break;
            case "truncated":
                File.WriteAllBytes(activations, File.ReadAllBytes(activations)[..^3]);
                break;
            case "integers":
                File.WriteAllBytes(activations, NpyBytes.WithHeader("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 2), }\n", new byte[32]));
                break;
            case "empty":
                File.WriteAllBytes(Path.Combine(files.Folder, "X.npy"), []);
                break;
            case "text":
                File.WriteAllText(Path.Combine(files.Folder, "Y.npy"), "1,2\n");
                break;
            case "NaN":
                planted[place] = double.NaN;
                files.Activations(planted, Shape);
                break;
            case "infinity":
                files.Targets(RecordedFiles.Columns(2, (output, n) => output == 0 && n == 3 ? double.PositiveInfinity : 1), [2, RecordedFiles.Datapoints]);
                break;
            case "negative":
                planted[place] = -0.5;
                files.Activations(planted, Shape, "<f8", isFortranOrder: true);
                break;
            case "all zero":
                files.Activations(new double[planted.Length], Shape);
                break;
            case "one datapoint":
                files.Activations(planted[..36], [36, 1]);
                break;
            case "vector":
                files.Activations(planted, [planted.Length]);
                break;
            case "four axes":
                files.Activations(planted, [.. Shape, 1]);
                break;
            case "fewer datapoints in the inputs":
                files.Inputs(new double[11 * 23], [11, 23]);
                break;
            case "transposed inputs":
                files.Inputs(new double[11 * 24], [24, 11]);
                break;
            case "transposed targets":
                files.Targets(new double[60 * 24], [24, 60]);
                break;
            case "inputs in a row":
                files.Inputs(new double[264], [264]);
                break;
            case "k too large":
                return ["--k", "5"];
            default:
                throw new ArgumentException($"Nothing is known of '{what}'.", nameof(what));
        }

        return [];
    }

    private static void Refused(RecordedFiles files, ToolRun run, string file, string reason)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{files.Named(file)}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(files.Folder), entry => !entry.EndsWith(".npy", StringComparison.Ordinal));
    }
}
