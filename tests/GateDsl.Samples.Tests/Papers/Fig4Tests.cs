using System.Xml.Linq;
using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>fig4, cut short: what it writes, under which names, and that the same seed writes the same bytes.</summary>
public sealed class Fig4Tests
{
    private static readonly string[] Names =
    [
        "caption.txt", "census.csv", "census.png", "census.svg", "hidden.png", "hidden.svg", "hidden_gdln.csv", "hidden_relu.csv",
        "losses.csv", "losses.png", "losses.svg", "outputs_gdln.csv", "outputs_gdln.png", "outputs_gdln.svg", "outputs_relu.csv",
        "outputs_relu.png", "outputs_relu.svg", "predictions.csv", "predictions.png", "predictions.svg", "strengths.csv", "strengths.png",
        "strengths.svg", "summary.json",
    ];

    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();

        PaperRun run = PaperRun.Of("fig4", "--epochs", "20", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Names, folder.FilesOf("fig4"));
        Assert.Equal(
            [
                "gdln_vs_relu_rms", "gdln_vs_relu_max", "singles_vs_relu_rms", "singles_vs_relu_max", "both_vs_relu_rms",
                "both_vs_relu_max", "exact_vs_gdln_rms", "exact_vs_gdln_max", "modes_vs_gdln_rms", "modes_vs_gdln_max",
                "expected_vs_gdln_rms", "expected_vs_gdln_max", "expected_vs_relu_rms", "expected_vs_relu_max",
                "twin_vs_relu_rms", "twin_vs_relu_max", "widths_vs_relu_rms", "widths_vs_relu_max",
            ],
            Summary(folder).Keys);

        string[] lines = folder.Text("fig4", "losses.csv").Split('\n');
        Assert.Equal("epoch,relu_1,relu_2,gdln_1,gdln_2,singles_1,singles_2,both_1,both_2", lines[0]);
        Assert.Equal(20, lines[1..^1].Length);
        Assert.Equal("", lines[^1]);
        Assert.StartsWith("19,", lines[20], StringComparison.Ordinal);
    }

    [Fact]
    public void TheFigureHasLabelledAxesAndALegend()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "3");

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], folder.Bytes("fig4", "losses.png")[..4]);
        XDocument svg = XDocument.Parse(folder.Text("fig4", "losses.svg"));
        string drawn = string.Join('\n', svg.Descendants().Where(node => !node.HasElements).Select(node => node.Value.Trim()));
        Assert.All(
            [
                "epoch", "loss L (sum over datapoints)", "loss L (logarithmic)",
                "ReLU network", "GDLN: common + pairs", "GDLN: common + singles", "GDLN: common + pairs + singles",
            ],
            words => Assert.Contains(words, drawn, StringComparison.Ordinal));
    }

    [Fact]
    public void TheCensusAccountsForAllPathStrength()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "20");

        string[] lines = folder.Text("fig4", "census.csv").Split('\n');
        string[] columns = lines[0].Split(',');
        Assert.Equal(21, lines[1..^1].Length);
        Assert.All(lines[1..^1], line =>
        {
            double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
            Assert.Equal(1, columns.Index().Where(c => c.Index > 0 && !c.Item.EndsWith("_units", StringComparison.Ordinal)).Sum(c => cells[c.Index]), 12);
            Assert.Equal(700, columns.Index().Where(c => c.Item.EndsWith("_units", StringComparison.Ordinal)).Sum(c => cells[c.Index]));
        });
    }

    [Fact]
    public void ASingleEpochIsEnoughToDraw()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1");

        Assert.Equal(Names, folder.FilesOf("fig4"));
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndAnotherSeedOthers()
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();
        Run(first, "--epochs", "10", "--seed", "7");
        Run(second, "--epochs", "10", "--seed", "7");
        Run(other, "--epochs", "10", "--seed", "8");

        Assert.Equal(first.Bytes("fig4", "losses.csv"), second.Bytes("fig4", "losses.csv"));
        Assert.Equal(first.Bytes("fig4", "summary.json"), second.Bytes("fig4", "summary.json"));
        Assert.NotEqual(first.Bytes("fig4", "losses.csv"), other.Bytes("fig4", "losses.csv"));
    }

    [Fact]
    public void SeedsAreCountedFromTheFirst()
    {
        using TemporaryFolder both = new();
        using TemporaryFolder second = new();
        Run(both, "--epochs", "5", "--seed", "7", "--seeds", "2");
        Run(second, "--epochs", "5", "--seed", "8");

        Assert.Equal(Column(both, "relu_2"), Column(second, "relu_1"));
        Assert.NotEqual(Column(both, "relu_1"), Column(both, "relu_2"));
    }

    [Theory]
    [InlineData("different", 105.6)]
    [InlineData("same", 96)]
    public void TheStructureDecidesTheInitialLoss(string structure, double expected)
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1", "--structure", structure);

        Assert.Equal(expected, Column(folder, "relu_1")[0], 0.05);
        Assert.Equal(expected, Column(folder, "both_1")[0], 0.05);
    }

    /// <summary>An independent implementation's losses at the same settings; seeds differ by a few percent.</summary>
    [Fact]
    public void TheFirstThousandEpochsAreThoseOfTheReference()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1001");

        AssertNear(folder, "relu_1", (0, 105.6), (500, 70.7), (1000, 47.1));
        AssertNear(folder, "gdln_1", (0, 105.6), (500, 70.9), (1000, 48.6));
        AssertNear(folder, "singles_1", (0, 105.6), (500, 70.9), (1000, 48.7));
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheWholeTrainingIsThatOfTheReference()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--seeds", "2");

        AssertNear(folder, "relu_1", (2000, 23.1), (4000, 4.41));
        AssertNear(folder, "gdln_1", (2000, 22.6), (4000, 4.58));
        AssertNear(folder, "singles_1", (2000, 24.9));
        Assert.InRange(Summary(folder)["gdln_vs_relu_rms"], 0, 0.014);
        Assert.InRange(Summary(folder)["singles_vs_relu_rms"], 0.03, 0.06);
        Assert.InRange(Summary(folder)["both_vs_relu_rms"], 0, 0.014);
    }

    private static void Run(TemporaryFolder folder, params string[] options)
    {
        string[] seeds = options.Contains("--seeds") ? [] : ["--seeds", "1"];
        Assert.Equal(0, PaperRun.Of(["fig4", .. seeds, .. options, "--out", folder.Path]).ExitCode);
    }

    private static void AssertNear(TemporaryFolder folder, string name, params (int Epoch, double Loss)[] reference)
    {
        const double FewPercent = 0.03;
        double[] losses = Column(folder, name);
        Assert.All(reference, point => Assert.InRange(losses[point.Epoch], point.Loss * (1 - FewPercent), point.Loss * (1 + FewPercent)));
    }

    private static double[] Column(TemporaryFolder folder, string name) => folder.Column("fig4", "losses.csv", name);

    private static Dictionary<string, double> Summary(TemporaryFolder folder) => folder.Summary("fig4");
}
