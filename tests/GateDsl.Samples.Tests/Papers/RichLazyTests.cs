namespace GateDsl.Samples.Tests.Papers;

/// <summary>richlazy, with fewer seeds: what it writes, the plane it predicts, and how near trained networks come.</summary>
public sealed class RichLazyTests
{
    [Fact]
    public void ItWritesThePlaneAndTheTrainedPoints()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("richlazy", "--epochs", "2", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["caption.txt", "plane.csv", "plane.png", "plane.svg", "points.csv", "summary.json"], folder.FilesOf("richlazy"));
        Assert.Equal(900, folder.Column("richlazy", "plane.csv", "tangent_predicted").Length);
        Assert.Equal(40, folder.Summary("richlazy")["trained_points"]);
        Assert.All(folder.Column("richlazy", "plane.csv", "epochs"), epochs => Assert.InRange(epochs, 1, 2));
    }

    [Fact]
    public void TrainedKernelsMoveAsFarAsPredicted()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("richlazy", "--seeds", "4", "--out", folder.Path).ExitCode);

        Dictionary<string, double> summary = folder.Summary("richlazy");
        Assert.InRange(summary["tangent_distance_error_max"], 0, 0.02);
        Assert.InRange(summary["hidden_distance_error_max"], 0, 0.02);
    }

    /// <summary>
    /// The index by hand: H (s1^2 + s2^2)/2 over s, which is 4 and 2 for the teacher's modes. Rich starts move the tangent kernel, lazy ones do not: where
    /// c is small it ends as X^T (6 + 12 V S V^T) X, and started as a multiple of X^T X.
    /// </summary>
    [Fact]
    public void TheLazinessIndexIsOfTheStartAndTellsWhatMoves()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("richlazy", "--seeds", "1", "--out", folder.Path).ExitCode);
        double[] Column(string name) => folder.Column("richlazy", "plane.csv", name);

        (double[] sigma, double[] ratio) = (Column("sigma"), Column("ratio"));
        (double[] weakest, double[] strongest, double[] tangent) = (Column("laziness_weakest"), Column("laziness_strongest"), Column("tangent_predicted"));
        for (int i = 0; i < sigma.Length; i++)
        {
            double c = 500 * sigma[i] * sigma[i] * (ratio[i] + (1 / ratio[i])) / 2;
            Assert.Equal(c / 2, weakest[i], 1e-9 * c);
            Assert.Equal(c / 4, strongest[i], 1e-9 * c);
        }

        // Eight input directions, two of them with (6 + 12 * 4) and (6 + 12 * 2), the others with 6.
        double end = 1 - ((54 + 30 + (6 * 6)) / Math.Sqrt(8 * ((54 * 54) + (30 * 30) + (6 * 36))));
        Assert.All(Enumerable.Range(0, sigma.Length).Where(i => weakest[i] < 1e-3), i => Assert.Equal(end, tangent[i], 0.01));
        Assert.All(Enumerable.Range(0, sigma.Length).Where(i => strongest[i] > 10), i => Assert.InRange(tangent[i], 0, 0.02));
    }
}
