using Paper.Routing;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>generalisation, cut short: what it writes, what losses on held-out data start from, and that predictions follow them.</summary>
public sealed class GeneralisationTests
{
    private static readonly string[] Gains = ["g0.2", "g0.66", "g1.12", "g1.58", "g2.04", "g2.5"];

    [Fact]
    public void ItWritesATableForEveryTask()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("generalisation", "--epochs", "2", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["caption.txt", "contexts.csv", "digits.csv", "direct.csv", "held_out.png", "held_out.svg", "routing.csv", "summary.json"],
            folder.FilesOf("generalisation"));
        Assert.StartsWith(
            "epoch,relu_1,relu_2,twin_1,twin_2,gdln_1,gdln_2,expected_1,expected_2,test_relu_1,", folder.Text("generalisation", "contexts.csv"),
                StringComparison.Ordinal);
    }

    /// <summary>
    /// A network that answers nothing has half the squared targets of a pair: an object has 4 properties in common and 4 in its context; a routed item
    /// 122/4.
    /// </summary>
    [Fact]
    public void SmallWeightsStartFromTheLossOfNoAnswer()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("generalisation", "--epochs", "1", "--seeds", "1", "--out", folder.Path).ExitCode);
        Dictionary<string, double> summary = folder.Summary("generalisation");

        Assert.Equal(4, summary["contexts_test_loss_start_relu"], 1e-3);
        Assert.Equal(4, summary["contexts_test_loss_start_gdln"], 1e-3);
        Assert.Equal(122.0 / 4, summary["routing_test_loss_start_g0.2"], 0.2);
        Assert.Equal(0.45, summary["digits_test_loss_start_small"], 1e-2);
    }

    [Fact]
    public void PredictionsFollowWhatIsHeldOut()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("generalisation", "--epochs", "1500", "--seeds", "3", "--out", folder.Path).ExitCode);
        Dictionary<string, double> summary = folder.Summary("generalisation");

        Assert.InRange(summary["contexts_test_twin_vs_relu_rms"], 0, 0.02);
        Assert.InRange(summary["contexts_test_expected_vs_gdln_rms"], 0, 0.02);
        Assert.InRange(summary["digits_test_small_expected_vs_small_rms"], 0, 0.02);
        Assert.InRange(summary["digits_test_twin_vs_relu_rms"], 0, 0.02);
        Assert.InRange(summary["digits_test_loss_end_large_expected"] / summary["digits_test_loss_end_large"], 0.9, 1.1);
        // Three networks of 64 units are that far from their own mean.
        Assert.All(Gains, gain => Assert.InRange(summary[$"direct_test_{gain}_expected_vs_{gain}_rms"], 0, 0.1));
        Assert.All(Gains, gain => Assert.InRange(summary[$"routing_test_{gain}_expected_vs_{gain}_rms"], 0, 0.1));
        Assert.True(summary["direct_test_loss_end_g2.5"] > 10 * summary["direct_test_loss_end_g0.66"]);
    }

    /// <summary>P2's network has two hidden layers on a path: its expectation is the mean over drawn starts, and it says so.</summary>
    [Fact]
    public void TheExpectationSaysWhereItHasToBeDrawn()
    {
        RoutingTask task = RoutingTask.Create(7, 4);
        RoutingNetwork.Dataset data = RoutingNetwork.Dataset.Create(task.Cues, task.Sinks, task.Targets);

        NotSupportedException refused = Assert.Throws<NotSupportedException>(
            () => RoutingNetwork.Race.Expect(data, RoutingSettings.Start(0.2)).Integrate(new TrainingOptions { Epochs = 2, StepSize = 1e-3 }, data));

        Assert.Contains("hidden layer", refused.Message, StringComparison.Ordinal);
        Assert.Contains("draws", refused.Message, StringComparison.Ordinal);
    }
}
