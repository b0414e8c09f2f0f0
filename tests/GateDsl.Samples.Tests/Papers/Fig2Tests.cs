namespace GateDsl.Samples.Tests.Papers;

/// <summary>fig2 in a short run: what it writes, and who wins the race on exclusive-or.</summary>
public sealed class Fig2Tests
{
    private static readonly double[] Margins = [0.2, 0.4, 0.6, 0.8165, 1, 1.2, 1.5, 2];

    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("fig2", "--epochs", "3", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "learning_times.csv", "learning_times.png", "learning_times.svg", "losses.csv", "losses.png", "losses.svg",
                "summary.json", "surfaces.csv", "surfaces.png", "surfaces.svg",
            ],
            folder.FilesOf("fig2"));
        string[] losses = folder.Text("fig2", "losses.csv").TrimEnd('\n').Split('\n');
        Assert.Equal(3, losses.Length - 1);
        Assert.StartsWith(
            "epoch,m0.2_relu_1,m0.2_relu_2,m0.2_linear_1,m0.2_linear_2,m0.2_xor_1,m0.2_xor_2,m0.2_relu_predicted_1,", losses[0], StringComparison.Ordinal);

        // In three epochs nothing is learned: what has no number has no metric.
        Assert.Equal(["crossover"], folder.Summary("fig2").Keys);
    }

    /// <summary>An independent implementation's half-loss epochs, one seed; seeds differ by a few percent.</summary>
    [Fact]
    public void LearningTimesAreThoseOfTheReferenceAndTheFasterGatingWins()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1500");
        Dictionary<string, double> summary = folder.Summary("fig2");

        Assert.Equal(Math.Sqrt(2.0 / 3), summary["crossover"], 1e-6);
        Assert.InRange(summary["crossover_trained"], 0.8, 0.86);
        AssertNear(summary, "m0.4", relu: 650, linear: 1299, xor: 666);
        AssertNear(summary, "m0.8165", relu: 562, linear: 593, xor: 593);
        AssertNear(summary, "m1.5", relu: 315, linear: 303, xor: 458);
        Assert.DoesNotContain("half_epoch_linear_m0.2", summary.Keys);
        Assert.All(Margins, margin =>
        {
            string name = FormattableString.Invariant($"m{margin}");
            double faster = Math.Min(summary.GetValueOrDefault($"half_epoch_linear_{name}", double.PositiveInfinity), summary[$"half_epoch_xor_{name}"]);
            Assert.InRange(summary[$"half_epoch_relu_{name}"] / faster, 0.88, 1.12);
            Assert.InRange(summary[$"half_epoch_relu_{name}_predicted"] / faster, 0.88, 1.12);
        });

        // Where the XoR gating has won, each corner has its side; where the linear one has, the surface is flat.
        double[] x1 = folder.Column("fig2", "surfaces.csv", "x1");
        double[] x2 = folder.Column("fig2", "surfaces.csv", "x2");
        double Height(string margin, double a, double b) =>
            folder.Column("fig2", "surfaces.csv", margin)[Enumerable.Range(0, x1.Length).MinBy(i => Math.Abs(x1[i] - a) + Math.Abs(x2[i] - b))];
        Assert.All([(1.0, -1.0), (-1.0, 1.0)], corner => Assert.InRange(Height("m0.4", corner.Item1, corner.Item2), -2, -0.8));
        Assert.All([(1.0, 1.0), (-1.0, -1.0)], corner => Assert.InRange(Height("m0.4", corner.Item1, corner.Item2), 0.8, 2));
        Assert.All([(1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (-1.0, -1.0)], corner => Assert.InRange(Height("m1.5", corner.Item1, corner.Item2), -0.2, 0.2));
    }

    /// <summary>tau/(2s) ln[a (s - d a0)/(a0 (s - d a))] at half the loss, written out from the formulas of P1 App. C.</summary>
    [Fact]
    public void ClosedLearningTimesAreThoseOfTheFormula()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "700");
        Dictionary<string, double> summary = folder.Summary("fig2");

        Assert.Equal(HalfEpoch(s: 1.5 / 2, d: 1.5 * 1.5 / 2, end: 1.5, start: 64 * 1e-6 / 2), summary["half_epoch_linear_m1.5_predicted"], 0.05);
        double length = Math.Sqrt(2 + (0.6 * 0.6));
        Assert.Equal(HalfEpoch(s: length / 4, d: length * length / 4, end: length, start: 32 * 1e-6 / 2), summary["half_epoch_xor_m0.6_predicted"], 0.05);
    }

    /// <param name="end">Of the loss 1/2 (1 - end a)^2.</param>
    private static double HalfEpoch(double s, double d, double end, double start)
    {
        double strength = (1 - (Math.Sqrt(0.5) * (1 - (end * start)))) / end;
        return 50 / (2 * s) * Math.Log(strength * (s - (d * start)) / (start * (s - (d * strength))));
    }

    private static void AssertNear(Dictionary<string, double> summary, string margin, double relu, double linear, double xor)
    {
        const double FewPercent = 0.03;
        Assert.InRange(summary[$"half_epoch_relu_{margin}"], relu * (1 - FewPercent), relu * (1 + FewPercent));
        Assert.InRange(summary[$"half_epoch_linear_{margin}"], linear * (1 - FewPercent), linear * (1 + FewPercent));
        Assert.InRange(summary[$"half_epoch_xor_{margin}"], xor * (1 - FewPercent), xor * (1 + FewPercent));
    }

    private static void Run(TemporaryFolder folder, params string[] options) =>
        Assert.Equal(0, PaperRun.Of(["fig2", "--seeds", "1", .. options, "--out", folder.Path]).ExitCode);
}
