namespace GateDsl.Samples.Tests.Papers;

/// <summary>fig7, which runs in a second: what it writes, and the four stages of the hierarchy.</summary>
public sealed class Fig7Tests
{
    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("fig7", "--epochs", "2", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "losses.csv", "modes.csv", "modes.png", "modes.svg", "outputs.csv", "strengths.csv", "summary.json",
                "training.png", "training.svg",
            ],
            folder.FilesOf("fig7"));
        Assert.Equal(["closed_vs_linear_rms", "closed_vs_linear_max"], folder.Summary("fig7").Keys);
        Assert.StartsWith("epoch,linear_1,linear_2,closed_1,closed_2\n0,", folder.Text("fig7", "losses.csv"), StringComparison.Ordinal);
        Assert.StartsWith("epoch,mode1_trained_1,mode1_closed_1,mode2_trained_1,", folder.Text("fig7", "strengths.csv"), StringComparison.Ordinal);
    }

    /// <summary>By hand: Y (1, 1, 1, 1)/2 has the length sqrt(7), the split of animals and plants sqrt(3), those of each pair 1.</summary>
    [Fact]
    public void EveryModeIsLearnedToItsEndAndTheClosedFormRunsAlong()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("fig7", "--seeds", "2", "--out", folder.Path).ExitCode);
        double[] ends = [Math.Sqrt(7), Math.Sqrt(3), 1, 1];

        Assert.InRange(folder.Summary("fig7")["closed_vs_linear_rms"], 0, 0.01);
        Assert.Equal(ends.Select(end => end / 4), folder.Column("fig7", "modes.csv", "s"), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(ends, folder.Column("fig7", "modes.csv", "strength_2"), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal(folder.Column("fig7", "outputs.csv", "target"), folder.Column("fig7", "outputs.csv", "output_1"), (a, b) => Math.Abs(a - b) < 1e-2);
        Assert.Equal(6, folder.Column("fig7", "losses.csv", "linear_1")[0], 0.01);
        for (int mode = 1; mode <= 4; mode++)
        {
            double[] trained = folder.Column("fig7", "strengths.csv", $"mode{mode}_trained_1");
            double[] closed = folder.Column("fig7", "strengths.csv", $"mode{mode}_closed_1");
            Assert.InRange(trained.Zip(closed, (a, b) => Math.Abs(a - b)).Max(), 0, 0.1 * ends[mode - 1]);
        }
    }
}
