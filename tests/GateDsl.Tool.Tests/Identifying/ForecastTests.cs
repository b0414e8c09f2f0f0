using System.Text.Json;
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
    public void SeveralLayersAreForecastByTheirWidths()
    {
        using RecordedFiles files = new();
        string[] call = ["forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--sigma", "0.02", "--step-size", "1e-3",
            "--steps", "300", "--out", files.Out];

        ToolRun run = RecordedFiles.Run([.. call, "--units", "60,80"]);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Hidden2, 80 units: shares of path strength by the class of the gate.", run.Output, StringComparison.Ordinal);
        Assert.Contains("two ReLU networks", run.Output, StringComparison.Ordinal);
        Assert.Contains("[ReluTwin(60, 80)]", File.ReadAllText(files.Out), StringComparison.Ordinal);
        byte[] first = File.ReadAllBytes(files.Out);

        run = RecordedFiles.Run([.. call, "--units", "60,80", "--json"]);

        Assert.Equal(first, File.ReadAllBytes(files.Out));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(3, json.RootElement.GetProperty("candidates").GetArrayLength());
        Assert.Equal(300, json.RootElement.GetProperty("loss").GetArrayLength());
        JsonElement layer = json.RootElement.GetProperty("layers")[1];
        Assert.Equal(80, layer.GetProperty("units").GetInt32());
        Assert.Equal(1, layer.GetProperty("epochs")[0].EnumerateObject().Where(member => member.Name != "epoch").Sum(member => member.Value.GetDouble()), 1e-9);
    }

    [Theory]
    [InlineData("--units", "60,x", "--units must be a whole number of at least 1, or several with commas between them, not '60,x'.")]
    [InlineData("--units", "60,60 --k 2", "--k is the number of modules of one hidden layer: with several --units there are none to count.")]
    public void WidthsThatCannotBeAreRefused(string option, string value, string reason)
    {
        using RecordedFiles files = new();

        ToolRun run = RecordedFiles.Run([
            "forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--sigma", "0.02", "--step-size", "1e-3", "--steps",
            "300", "--out", files.Out,
            option, .. value.Split(' ')]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(reason, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(files.Out));
    }

    [Fact]
    public void AStepThatDivergesIsSaid()
    {
        using RecordedFiles files = new();

        ToolRun run = RecordedFiles.Run(
            "forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "100", "--sigma", "0.1", "--step-size",
            "100", "--steps", "500",
            "--out", files.Out);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.False(File.Exists(files.Out));
    }
}
