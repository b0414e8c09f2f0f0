using System.Globalization;
using System.Text.RegularExpressions;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>A forecast at a step that the network does not bear: what happened, when, and what it bears; no file and no option is blamed.</summary>
public sealed partial class ForecastFailureTests
{
    [Theory]
    [InlineData("5e-5", "0.1")]
    [InlineData("5e-5", "0.5")]
    [InlineData("3", "1e-3")]
    [InlineData("1", "0.05")]
    public void AStepThatIsTooLargeIsToldWithTheBound(string sigma, string stepSize)
    {
        using RecordedFiles files = new();

        ToolRun run = Forecast(files, sigma, stepSize);

        Assert.Equal(1, run.ExitCode);
        Match said = Said().Match(run.Error);
        Assert.True(said.Success, run.Error);
        Assert.InRange(int.Parse(said.Groups["epoch"].Value, CultureInfo.InvariantCulture), 1, 600);
        double bound = double.Parse(said.Groups["bound"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(bound, 1e-7, double.Parse(stepSize, CultureInfo.InvariantCulture));
        Assert.False(File.Exists(files.Out));
        Assert.Equal(0, Forecast(files, sigma, (0.7 * bound).ToString("R", CultureInfo.InvariantCulture)).ExitCode);
    }

    /// <summary>Of several layers no bound is known; but what has died foresees nothing.</summary>
    [Theory]
    [InlineData("0.1")]
    [InlineData("0.05")]
    public void OfSeveralLayersItIsToldToo(string stepSize)
    {
        using RecordedFiles files = new();

        ToolRun run = ToolRun.Of(
            "forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "40,40", "--sigma", "0.01", "--step-size", stepSize,
            "--steps", "2000", "--out", files.Out);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^forecast: The training (killed all units of hidden layer [12]|diverged): before the update of epoch \d+ .* at step size 0\.\d+\. Take a smaller step size\.\n$", run.Error);
        Assert.False(File.Exists(files.Out));
    }

    /// <summary>Ten times as many datapoints, each ten times: the loss is ten times as steep.</summary>
    [Fact]
    public void TheBoundCountsRepetitions()
    {
        ContextTask task = RecordedFiles.Task;
        IdentificationData once = IdentificationData.Of(task);
        IdentificationData often = IdentificationData.Of(10 * task.Count)
            .OneHot("Item", task.ObjectCount, [.. Enumerable.Range(0, 10 * task.Count).Select(n => task.Items[n / 10])])
            .OneHot("Context", task.ContextCount, [.. Enumerable.Range(0, 10 * task.Count).Select(n => task.Contexts[n / 10])])
            .WithTargets([.. Enumerable.Range(0, task.Count)
                .SelectMany(n => Enumerable.Repeat(task.Targets.Skip(n * task.TargetWidth).Take(task.TargetWidth), 10).SelectMany(row => row))],
                    task.TargetWidth);

        double bound = Bound(once);

        Assert.Equal(bound / 10, Bound(often), 0.05 * bound / 10);
    }

    [Fact]
    public void InputsThatAreAllZeroAreTheInputsFault()
    {
        using CsvFiles files = new();
        string inputs = files.Write("X.csv", "0,0,0\n0,0,0\n");
        files.Write("Y.csv", "1,2,3\n");

        ToolRun run = files.Forecast("10", "1e-3", "1e-3", "100");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{inputs}: All inputs are zero: no unit can be on anywhere.\n", run.Error);
    }

    /// <summary>XoR about its mean: nothing of the targets is linear in the inputs, so no start from small weights can be told.</summary>
    [Fact]
    public void TargetsThatAreNotCorrelatedWithInputsAreNoFault()
    {
        using CsvFiles files = new();
        files.Write("X.csv", "1,1,-1,-1\n1,-1,1,-1\n1,1,1,1\n");
        files.Write("Y.csv", "1,-1,-1,1\n");
        files.Write("A.csv", "1,0,0,0\n0,0,0,1\n0,1,0,0\n0,0,1,0\n");

        ToolRun run = files.Identify();

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    private static double Bound(IdentificationData data) =>
        Assert.Throws<TrainingDivergedException>(() => Identification.Forecast(data, 100, 5e-5, 0.5, 600)).StableStepSize;

    private static ToolRun Forecast(RecordedFiles files, string sigma, string stepSize) => ToolRun.Of(
        "forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "100", "--sigma", sigma, "--step-size", stepSize,
        "--steps", "600", "--out", files.Out);

    [GeneratedRegex(@"^forecast: The training (diverged|killed all units): before the update of epoch (?<epoch>\d+) .* at step size \S+\. Steps are stable below (?<bound>\S+)\.\n$")]
    private static partial Regex Said();
}
