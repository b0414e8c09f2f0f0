using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>fig5, cut short: what it writes, and for which numbers of contexts.</summary>
public sealed class Fig5Tests
{
    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("fig5", "--epochs", "5", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "losses.csv", "losses.png", "losses.svg", "singular_values.csv", "singular_values.png", "singular_values.svg",
                "summary.json",
            ],
            folder.FilesOf("fig5"));
        string[] pairs = ["gdln_vs_relu", "closed_vs_gdln", "closed_vs_relu", "twin_vs_relu", "widths_vs_relu"];
        Assert.Equal(
            new[] { "c3_", "c4_", "c5_" }.SelectMany(prefix => pairs.SelectMany(pair => new[] { $"{prefix}{pair}_rms", $"{prefix}{pair}_max" })),
            folder.Summary("fig5").Keys);
        string[] losses = folder.Text("fig5", "losses.csv").TrimEnd('\n').Split('\n');
        Assert.StartsWith("epoch,c3_relu_1,c3_relu_2,c3_gdln_1,c3_gdln_2,c3_closed_1,", losses[0], StringComparison.Ordinal);
        Assert.Equal(5, losses.Length - 1);
    }

    /// <summary>Six contexts are declared nowhere: their network is compiled when it is asked for.</summary>
    [Theory]
    [InlineData(3, 96)]
    [InlineData(4, 128)]
    [InlineData(5, 160)]
    [InlineData(6, 192)]
    public void EveryCurveStartsFromTheLossOfTheTask(int contexts, double expected)
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1", "--contexts", $"{contexts}");

        Assert.All(["relu", "gdln", "closed", "twin", "widths"], curve =>
            Assert.Equal(expected, folder.Column("fig5", "losses.csv", $"c{contexts}_{curve}_1")[0], 0.05));
        Assert.All(folder.Summary("fig5").Keys, metric => Assert.StartsWith($"c{contexts}_", metric, StringComparison.Ordinal));
    }

    /// <summary>
    /// The first mode is the mean one. By hand: the mean input, 1/n at each object and 1/C at each context, is as long as sqrt(1/n + 1/C); its
    /// target is H 1/n in the common block and H 1/(n C) in each context's, as long as sqrt(1 + 1/C) |H 1|/n; |H 1|^2 = 64 + 2*16 + 4*4 + 8.
    /// </summary>
    [Fact]
    public void TheCommonPathwayLearnsTheMeanFirstAndAsTheClosedFormSays()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "600", "--contexts", "3");
        double end = Math.Sqrt(1 + (1 / 3.0)) * Math.Sqrt(64 + (2 * 16) + (4 * 4) + 8) / 8 / Math.Sqrt((1 / 8.0) + (1 / 3.0));

        double trained = folder.Column("fig5", "singular_values.csv", "c3_common_0_trained")[^1];
        double closed = folder.Column("fig5", "singular_values.csv", "c3_common_0_closed")[^1];

        Assert.Equal(end, trained, 0.01);
        Assert.Equal(end, closed, 0.01);
        Assert.InRange(folder.Column("fig5", "singular_values.csv", "c3_all_but_one_0_trained")[^1], 0, 0.01);
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheWholeTrainingKeepsTheDistancesOfThePaper()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("fig5", "--out", folder.Path).ExitCode);
        Dictionary<string, double> summary = folder.Summary("fig5");

        Assert.All([(3, 0.021, 0.016), (4, 0.016, 0.022), (5, 0.021, 0.028)], bound =>
        {
            (int contexts, double gdln, double closed) = bound;
            Assert.InRange(summary[$"c{contexts}_gdln_vs_relu_rms"], 0, gdln);
            Assert.InRange(summary[$"c{contexts}_closed_vs_gdln_rms"], 0, closed);
            Assert.InRange(summary[$"c{contexts}_twin_vs_relu_rms"], 0, 0.006);
            Assert.InRange(summary[$"c{contexts}_widths_vs_relu_rms"], 0, 0.01);
            Assert.True(summary[$"c{contexts}_widths_vs_relu_rms"] < summary[$"c{contexts}_gdln_vs_relu_rms"]);
        });
    }

    private static void Run(TemporaryFolder folder, params string[] options) =>
        Assert.Equal(0, PaperRun.Of(["fig5", "--seeds", "1", .. options, "--out", folder.Path]).ExitCode);
}
