using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>fig8, cut short: what it writes.</summary>
public sealed class Fig8Tests
{
    [Fact]
    public void ItWritesFiguresNumbersDeclarationsCaptionAndSummary()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("fig8", "--epochs", "40", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "centroids.csv", "centroids.png", "centroids.svg", "elbow.csv", "elbow.png", "elbow.svg", "forecast.cs",
                "identified_1.cs", "identified_2.cs",
                "losses.csv", "losses.png", "losses.svg", "shares.csv", "shares.png", "shares.svg", "summary.json",
            ],
            folder.FilesOf("fig8"));
        Assert.Contains("class IdentifiedNetwork", folder.Text("fig8", "identified_2.cs"), StringComparison.Ordinal);
        Assert.Contains("class ForecastNetwork", folder.Text("fig8", "forecast.cs"), StringComparison.Ordinal);
        Dictionary<string, double> summary = folder.Summary("fig8");
        Assert.All(
            [
                "identified_vs_relu_rms", "identified_vs_relu_max", "expected_vs_relu_rms", "forecast_vs_relu_rms", "twin_vs_relu_rms",
                "expected_vs_identified_rms",
                "forecast_share_error_max", "elbow_at_4", "common_and_pairs", "elbow_k_seed1", "elbow_k_seed2", "elbow_margin_seed1",
                "stability_seed2", "error_k4_seed1",
            ],
            metric => Assert.Contains(metric, summary.Keys));

        // Whatever was identified, the curves are of the task, whose first loss is 105.6.
        Assert.All(["relu", "identified", "expected", "forecast", "twin"], curve =>
            Assert.Equal(105.6, folder.Column("fig8", "losses.csv", $"{curve}_2")[0], 0.05));
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheWholeTrainingHasItsElbowAtFour() => Assert.All(["different", "same"], structure =>
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("fig8", "--structure", structure, "--out", folder.Path).ExitCode);
        Dictionary<string, double> summary = folder.Summary("fig8");

        Assert.InRange(summary["elbow_at_4"], 0.8, 1);
        Assert.InRange(summary["common_and_pairs"], 0.8, 1);
        Assert.InRange(summary["identified_vs_relu_rms"], 0, 0.02);
        Assert.InRange(summary["forecast_share_error_max"], 0, 0.05);
    });
}
