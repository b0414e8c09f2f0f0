using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>From inputs and targets to the declaration of the network that a ReLU network will become.</summary>
public sealed class ForecastTests
{
    [Fact]
    public void ADeclarationIsWrittenAndTheSameBytesAgain()
    {
        using RecordedFiles files = new();

        ToolRun run = files.Forecast("--steps", "1500");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Shares of path strength over training, and the predicted loss:", run.Output, StringComparison.Ordinal);
        byte[] first = File.ReadAllBytes(files.Out);
        Assert.Contains("class ForecastNetwork", File.ReadAllText(files.Out), StringComparison.Ordinal);
        Assert.Equal(0, files.Forecast("--steps", "1500").ExitCode);
        Assert.Equal(first, File.ReadAllBytes(files.Out));
    }

    /// <summary>One module: the common one, which always wins (P1 §4).</summary>
    [Fact]
    public void AsManyModulesAsAskedFor()
    {
        using RecordedFiles files = new();

        ToolRun run = files.Forecast("--steps", "600", "--k", "1");

        Assert.Equal("", run.Error);
        Assert.Contains("as asked for", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AStepThatDivergesIsSaid()
    {
        using RecordedFiles files = new();

        ToolRun run = RecordedFiles.Run(
            "forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "100", "--sigma", "0.1", "--step-size", "100", "--steps", "500",
            "--out", files.Out);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.False(File.Exists(files.Out));
    }
}
