using System.Text.Json;
using System.Text.RegularExpressions;
using GateDsl.Samples.Running;
using Paper;
using Paper.Commanding;
using Paper.Fig2;
using Paper.Fig7;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>all and report: one page that needs nothing beside it, made of the numbers that the experiments wrote.</summary>
public sealed partial class ReportTests
{
    private static readonly IExperiment[] Few = [new Fig2Experiment(), new Fig7Experiment()];

    [Fact]
    public void AllRunsEverythingAndWritesOnePage()
    {
        using TemporaryFolder folder = new();
        StringWriter error = new();

        int code = Run(Few, error, CancellationToken.None, "all", "--epochs", "60", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", error.ToString());
        Assert.Equal(0, code);
        Assert.Contains("summary.json", folder.FilesOf("fig2"));
        Assert.Contains("summary.json", folder.FilesOf("fig7"));
        Assert.Equal(["report.html"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        string page = File.ReadAllText(Path.Combine(folder.Path, "report.html"));
        Assert.Contains("What is a race between pathways?", page, StringComparison.Ordinal);
        Assert.Contains("<section id=\"fig2\"", page, StringComparison.Ordinal);
        Assert.Contains("<section id=\"fig7\"", page, StringComparison.Ordinal);
        Assert.Contains("internal sealed partial class DeepLinear", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"range\" class=\"stop\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("/\\*(style|script|library)\\*/|<!--(contents|sections)-->", page);
    }

    [Fact]
    public void ThePageLoadsNothing()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Run(Few, TextWriter.Null, CancellationToken.None, "all", "--epochs", "3", "--seeds", "1", "--out", folder.Path));

        string page = Scripts().Replace(File.ReadAllText(Path.Combine(folder.Path, "report.html")), "");

        Assert.All(Addresses().Matches(page), address => Assert.Matches("^(#|data:)", address.Groups[1].Value));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
    }

    [Fact]
    public void FiguresHoldTheNumbersOfTheTables()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Run(Few, TextWriter.Null, CancellationToken.None, "all", "--epochs", "60", "--seeds", "2", "--out", folder.Path));
        string page = File.ReadAllText(Path.Combine(folder.Path, "report.html"));

        JsonElement[] figures = [.. Data().Matches(page).Select(data => JsonDocument.Parse(data.Groups[1].Value).RootElement)];

        Assert.Equal(Few.Sum(experiment => experiment.Story!.Figures.Count), figures.Length);
        double[] expected = folder.Column("fig2", "losses.csv", "m0.4_relu_2");
        JsonElement trace = figures[0].GetProperty("data").EnumerateArray().Single(candidate =>
            candidate.GetProperty("meta").GetProperty("curve").GetString() == "relu"
            && candidate.GetProperty("meta").GetProperty("stop").GetInt32() == 1 && candidate.GetProperty("meta").GetProperty("seed").GetInt32() == 2);
        double[] drawn = [.. trace.GetProperty("y").EnumerateArray().Select(y => y.GetDouble())];
        Assert.Equal(expected, drawn, (a, b) => Math.Abs(a - b) <= 1e-4 * a);

        // Sixty epochs are enough for no learning time: a gap, which is no number.
        Assert.All(figures[1].GetProperty("data").EnumerateArray(), times =>
            Assert.All(times.GetProperty("y").EnumerateArray(), y => Assert.Equal(JsonValueKind.Null, y.ValueKind)));
    }

    /// <summary>Fails where a story names a table, a column or a picture that its experiment does not write.</summary>
    [Fact]
    public void EveryExperimentHasItsPlaceOnThePage()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("all", "--epochs", "2", "--seeds", "1", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        string page = File.ReadAllText(Path.Combine(folder.Path, "report.html"));
        Assert.All(Experiments.All, experiment => Assert.Contains($"<section id=\"{experiment.Name}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void TheReportIsMadeOfWhatIsFinishedAndSaysWhereNothingIs()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("fig7", "--epochs", "3", "--seeds", "1", "--out", folder.Path).ExitCode);

        Assert.Equal(0, PaperRun.Of("report", "--out", folder.Path).ExitCode);
        string page = File.ReadAllText(Path.Combine(folder.Path, "report.html"));
        Assert.Contains("<section id=\"fig7\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<section id=\"fig2\"", page, StringComparison.Ordinal);

        PaperRun nothing = PaperRun.Of("report", "--out", Path.Combine(folder.Path, "fig7"));
        Assert.Equal(1, nothing.ExitCode);
        Assert.StartsWith("No experiment is finished in ", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void StoppedInTheMiddleWhatIsFinishedStaysAndNoPageIsWritten()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        StringWriter error = new();
        StopIn second = new(new Fig7Experiment(), stop);

        int code = Run([new Fig2Experiment(), second], error, stop.Token, "all", "--epochs", "3", "--seeds", "1", "--out", folder.Path);

        Assert.Equal(130, code);
        Assert.Equal("fig7 was stopped; nothing of it was written.", error.ToString().Trim());
        Assert.Contains("summary.json", folder.FilesOf("fig2"));
        Assert.DoesNotContain("summary.json", folder.FilesOf("fig7"));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static int Run(IExperiment[] experiments, TextWriter error, CancellationToken cancellationToken, params string[] args) =>
        new PaperCommand(experiments, new PlainProgress(TextWriter.Null), TextWriter.Null, error).Run(args, cancellationToken);

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    /// <summary>Presses Ctrl+C when it begins.</summary>
    private sealed class StopIn(IExperiment experiment, CancellationTokenSource stop) : IExperiment
    {
        public string Name => experiment.Name;

        public string Description => experiment.Description;

        public ExperimentDefaults Defaults => experiment.Defaults;

        public GateDsl.Samples.Writing.Findings Run(RunSettings settings, WorkRunner runner)
        {
            stop.Cancel();
            return experiment.Run(settings, runner);
        }
    }
}
