namespace GateDsl.Samples.Tests.Papers;

/// <summary>leaky, cut short: what it writes, and that every slope has its own network and its own prediction.</summary>
public sealed class LeakyTests
{
    private static readonly string[] Slopes = ["a0_", "a0.1_", "a0.5_", "a1_"];

    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("leaky", "--epochs", "2", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["caption.txt", "losses.csv", "losses.png", "losses.svg", "summary.json"], folder.FilesOf("leaky"));
        Assert.Equal(
            [.. Slopes.SelectMany(slope => new[] { $"{slope}twin_vs_relu_rms", $"{slope}twin_vs_relu_max" }),
                .. Slopes.Select(slope => $"{slope}final_loss_relu")],
            folder.Summary("leaky").Keys);
        Assert.StartsWith("epoch,a0_relu_1,a0_relu_2,a0_twin_1,a0_twin_2,a0.1_relu_1,", folder.Text("leaky", "losses.csv"), StringComparison.Ordinal);
    }

    /// <summary>By then the common part is learned and the slopes have parted.</summary>
    [Fact]
    public void TheLessUnitsCloseTheLaterItIsLearnedAndPredictionsSaySo()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("leaky", "--epochs", "3001", "--seeds", "1", "--out", folder.Path).ExitCode);

        double[] trained = [.. Slopes.Select(slope => folder.Column("leaky", "losses.csv", $"{slope}relu_1")[^1])];
        double[] predicted = [.. Slopes.Select(slope => folder.Column("leaky", "losses.csv", $"{slope}twin_1")[^1])];
        Assert.Equal(trained.Order(), trained);
        Assert.Equal(predicted.Order(), predicted);
        Assert.All(Slopes, slope => Assert.InRange(folder.Summary("leaky")[$"{slope}twin_vs_relu_rms"], 0, 0.006));
    }
}
