using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>fig6, cut short; and at full length what P1 §6 says of it, where slow tests are asked for.</summary>
public sealed class Fig6Tests
{
    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();

        PaperRun run = PaperRun.Of("fig6", "--epochs", "20", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "census.png", "census.svg", "census_layer1.csv", "census_layer1_forecast.csv", "census_layer2.csv", "census_layer2_forecast.csv",
                "losses.csv", "losses.png", "losses.svg", "summary.json",
            ],
            folder.FilesOf("fig6"));
        Assert.Equal(
            [
                "twin_vs_relu_rms", "twin_vs_relu_max", "twin_vs_relu_aligned_rms",
                "selfgated_vs_relu_rms", "selfgated_vs_relu_max", "selfgated_vs_relu_aligned_rms",
                "schedule_vs_relu_rms", "schedule_vs_relu_max", "schedule_vs_relu_aligned_rms",
                "joint_vs_relu_rms", "joint_vs_relu_max", "joint_vs_relu_aligned_rms",
                "relu_vs_relu_rms", "relu_vs_relu_aligned_rms", "relu_first_layer_on",
                "predicted_level_1", "predicted_level_2", "predicted_level_3", "predicted_level_4",
                "census_layer1_apart", "census_layer2_apart",
            ],
            folder.Summary("fig6").Keys);
        string[] losses = folder.Text("fig6", "losses.csv").TrimEnd('\n').Split('\n');
        Assert.Equal(
            "epoch,relu_1,relu_2,selfgated_1,selfgated_2,schedule_1,schedule_2,joint_1,joint_2,"
            + "twin_1,twin_2,twin_3,twin_4,twin_5,twin_6,twin_7,twin_8,twin_low,twin_high",
            losses[0]);
        Assert.Equal(20, losses.Length - 1);
    }

    [Theory]
    [InlineData("same", 96, 4)]
    [InlineData("different", 105.6, 3)]
    public void TheStructureDecidesTheLevels(string structure, double initialLoss, int levels)
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1", "--seeds", "1", "--structure", structure);

        Assert.Equal(initialLoss, folder.Column("fig6", "losses.csv", "relu_1")[0], 0.05);
        Assert.Equal(levels, folder.Summary("fig6").Keys.Count(name => name.StartsWith("predicted_level", StringComparison.Ordinal)));
        Assert.DoesNotContain("relu_vs_relu_rms", folder.Summary("fig6").Keys);
    }

    /// <summary>The prediction is the mean of its draws and lies in their band; before anything is learned it is what the networks have.</summary>
    [Fact]
    public void ThePredictionStartsWhereTheNetworksDo()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "2", "--seeds", "2");

        double[] draws = [.. Enumerable.Range(1, 8).Select(draw => folder.Column("fig6", "losses.csv", $"twin_{draw}")[1])];
        Assert.Equal(8, draws.Distinct().Count());
        Assert.InRange(folder.Column("fig6", "losses.csv", "twin_low")[1], draws.Min(), draws.Average());
        Assert.InRange(folder.Column("fig6", "losses.csv", "twin_high")[1], draws.Average(), draws.Max());
        Assert.InRange(folder.Summary("fig6")["twin_vs_relu_max"], 0, 1e-6);
    }

    /// <summary>Nothing trains before epoch 500; the other networks start at once.</summary>
    [Fact]
    public void TheScheduleStartsWhenTheAuthorsStart()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "530", "--seeds", "1");

        double[] schedule = folder.Column("fig6", "losses.csv", "schedule_1");
        Assert.Equal(530, schedule.Length);
        Assert.All(schedule[..501], loss => Assert.Equal(schedule[0], loss));
        Assert.NotEqual(schedule[500], schedule[529]);
        double[] joint = folder.Column("fig6", "losses.csv", "joint_1");
        Assert.NotEqual(joint[0], joint[499]);
    }

    [Fact]
    public void TheCensusesAccountForAllUnits()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "3", "--seeds", "1");

        foreach (string file in new[] { "census_layer1.csv", "census_layer2.csv" })
        {
            string[] columns = folder.Text("fig6", file).Split('\n')[0].Split(',');
            double[][] units = [.. columns.Where(name => name.EndsWith("_units", StringComparison.Ordinal)).Select(name => folder.Column("fig6", file, name))];
            Assert.All(Enumerable.Range(0, 4), row => Assert.Equal(420, units.Sum(column => column[row])));
        }

        // What is forecast has shares, which sum to 1, and at the start as many dead units as the network.
        foreach (int layer in new[] { 1, 2 })
        {
            string forecast = $"census_layer{layer}_forecast.csv";
            Assert.Equal("epoch,context_only,nested_mixed,single_datapoint,always_on,item_only,not_implementable,dead",
                folder.Text("fig6", forecast).Split('\n')[0]);
            string[] classes = folder.Text("fig6", forecast).Split('\n')[0].Split(',')[1..];
            Assert.Equal(1, classes.Sum(name => folder.Column("fig6", forecast, name)[0]), 1e-9);
            Assert.InRange(folder.Summary("fig6")[$"census_layer{layer}_apart"], 0, 0.2);
        }

        // What lies beyond a first layer is not in a first layer.
        Assert.All(folder.Column("fig6", "census_layer1.csv", "not_implementable_units"), units => Assert.Equal(0, units));
        Assert.Contains(folder.Column("fig6", "census_layer2.csv", "not_implementable_units"), units => units > 0);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndAnotherSeedOthers()
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();
        Run(first, "--epochs", "4", "--seeds", "1", "--seed", "7");
        Run(second, "--epochs", "4", "--seeds", "1", "--seed", "7");
        Run(other, "--epochs", "4", "--seeds", "1", "--seed", "8");

        Assert.Equal(first.Bytes("fig6", "losses.csv"), second.Bytes("fig6", "losses.csv"));
        Assert.Equal(first.Bytes("fig6", "summary.json"), second.Bytes("fig6", "summary.json"));
        Assert.NotEqual(first.Bytes("fig6", "losses.csv"), other.Bytes("fig6", "losses.csv"));
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void WholeTrainingsRestWhereTheDataSayAndAreFollowedByTheSelfGatedNetwork()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--seeds", "2");
        Dictionary<string, double> summary = folder.Summary("fig6");

        Assert.Equal(66, summary["relu_plateau_1"], 0.5);
        Assert.Equal(66, summary["selfgated_plateau_1"], 0.5);
        Assert.InRange(summary["relu_first_layer_on"], 0.6, 0.9);
        Assert.InRange(summary["selfgated_vs_relu_rms"], 0, 0.08);
        Assert.InRange(summary["selfgated_vs_relu_aligned_rms"], 0, 0.02);
        Assert.InRange(summary["joint_vs_relu_rms"], 0.08, 0.2);
        Assert.InRange(summary["twin_vs_relu_rms"], 0, 0.04);
        Assert.InRange(summary["twin_vs_relu_aligned_rms"], 0, 0.02);
        for (int stage = 1; stage <= 4; stage++)
        {
            Assert.InRange(summary[$"predicted_drop_{stage}"] / summary[$"relu_drop_{stage}"], 0.92, 1.08);
            Assert.InRange(summary[$"rdm_layer1_plateau_{stage}_relabelled"], 0.95, 1);
            Assert.InRange(summary[$"rdm_layer2_plateau_{stage}_relabelled"], 0.95, 1);
        }
    }

    private static void Run(TemporaryFolder folder, params string[] options) =>
        Assert.Equal(0, PaperRun.Of(["fig6", .. options, "--out", folder.Path]).ExitCode);
}
