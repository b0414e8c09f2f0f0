using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>representations, cut short: what it writes, that the film holds dissimilarities, and that the prediction is one.</summary>
public sealed class RepresentationsTests
{
    private static readonly string[] Tasks = ["different", "c3", "c4", "c5"];

    [Fact]
    public void ItWritesAFilmForEveryTask()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("representations", "--epochs", "3", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "correlation.csv", "correlation.png", "correlation.svg",
                .. Tasks.Order(StringComparer.Ordinal).SelectMany(task => new[] { "csv", "png", "svg" }.Select(ending => $"film_{task}.{ending}")),
                "summary.json",
            ],
            folder.FilesOf("representations"));
        Assert.StartsWith(
            "epoch,different_predicted_1,different_predicted_2,different_between_seeds_1,different_cosine_predicted_1,",
            folder.Text("representations", "correlation.csv"),
            StringComparison.Ordinal);
        Assert.Equal(
            [.. Tasks.SelectMany(task => new[] { $"{task}_twin_vs_relu_rms", $"{task}_twin_vs_relu_max" })], folder.Summary("representations").Keys);
    }

    /// <summary>Symmetric, 0 on the diagonal, not negative, at 0, 1, 2 and 3 updates.</summary>
    [Fact]
    public void FilmsHoldDissimilarities()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("representations", "--contexts", "2", "--epochs", "3", "--seeds", "1", "--out", folder.Path).ExitCode);

        string[] columns = folder.Text("representations", "film_c2.csv").Split('\n')[0].Split(',')[2..];
        Assert.Equal(["trained", "predicted"], columns.Select(column => column.Split('_')[2]).Distinct());
        Assert.Equal(["0", "1", "2", "3"], columns.Select(column => column.Split('_')[1]).Distinct());
        Assert.All(columns, column =>
        {
            double[] cells = folder.Column("representations", "film_c2.csv", column);
            Assert.Equal(16 * 16, cells.Length);
            for (int n = 0; n < 16; n++)
            {
                Assert.Equal(0, cells[(n * 16) + n]);
                for (int m = 0; m < n; m++)
                {
                    Assert.Equal(cells[(m * 16) + n], cells[(n * 16) + m]);
                    Assert.True(cells[(n * 16) + m] > 0);
                }
            }
        });
    }

    /// <summary>By then the loss has dropped and contexts have parted.</summary>
    [Fact]
    public void ThePredictionAgreesAfterTheFirstDrop() => AssertPredicted("3", seeds: "2", epochs: "1500");

    /// <summary>A number of contexts that no paper shows.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public void ThePredictionAgreesToTheEnd() => AssertPredicted("6", seeds: "5", epochs: "8001");

    [Fact]
    public void OneContextIsRefused()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("representations", "--contexts", "1", "--out", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--contexts 1 leaves nothing to gate", run.Error, StringComparison.Ordinal);
    }

    private static void AssertPredicted(string contexts, string seeds, string epochs)
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("representations", "--contexts", contexts, "--epochs", epochs, "--seeds", seeds, "--out", folder.Path).ExitCode);

        Dictionary<string, double> summary = folder.Summary("representations");
        Assert.InRange(summary[$"c{contexts}_first_drop_epoch"], 100, 900);
        Assert.InRange(summary[$"c{contexts}_rdm_correlation_min"], 0.98, 1);
    }
}
