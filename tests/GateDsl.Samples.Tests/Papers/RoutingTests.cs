namespace GateDsl.Samples.Tests.Papers;

/// <summary>routing: what it writes, and P2's finding at the default settings, which run in seconds.</summary>
public sealed class RoutingTests
{
    private static readonly double[] Gains = [0.2, 0.66, 1.12, 1.58, 2.04, 2.5];

    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();

        PaperRun run = PaperRun.Of("routing", "--epochs", "10", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "caption.txt", "gains.csv", "gains.png", "gains.svg", "losses.csv", "losses.png", "losses.svg", "pairs.csv", "pairs.png",
                "pairs.svg", "similarity.csv", "similarity.png", "similarity.svg", "strengths.csv", "strengths.png", "strengths.svg",
                "summary.json",
            ],
            folder.FilesOf("routing"));
        Assert.Equal(
            [
                .. Gains.SelectMany(gain => new[]
                {
                    FormattableString.Invariant($"trained_error_g{gain}"), FormattableString.Invariant($"untrained_error_g{gain}"),
                    FormattableString.Invariant($"encoder_similarity_g{gain}"),
                }),
                "steps_vs_routing_rms", "steps_vs_routing_max", "flow_vs_routing_rms", "flow_vs_routing_max",
            ],
            folder.Summary("routing").Keys);
        string[] losses = folder.Text("routing", "losses.csv").TrimEnd('\n').Split('\n');
        Assert.Equal("epoch,routing_1,routing_2,steps_1,steps_2,flow_1,flow_2", losses[0]);
        Assert.Equal(10, losses.Length - 1);
        Assert.Equal(49 * 28, folder.Column("routing", "pairs.csv", "target").Length);
        Assert.Equal(28 * 28, folder.Column("routing", "pairs.csv", "is_trained").Sum());
    }

    /// <summary>An output of zeros has half the squared norm of the targets: 122 a pair, and 28 pairs of them.</summary>
    [Fact]
    public void ItStartsFromTheErrorOfANetworkThatAnswersNothing()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "1", "--seeds", "1");

        Assert.Equal(28 * 122, folder.Column("routing", "losses.csv", "routing_1")[0], 10.0);
        Assert.Equal(122, folder.Summary("routing")["untrained_error_g0.2"], 0.5);
    }

    [Fact]
    public void PairsThatWereNeverTrainedAreRightFromSmallWeightsAndWrongFromLargeOnes()
    {
        using TemporaryFolder folder = new();
        Run(folder);
        Dictionary<string, double> summary = folder.Summary("routing");

        Assert.All(Gains.Where(gain => gain > 0.2), gain =>
            Assert.InRange(summary[FormattableString.Invariant($"trained_error_g{gain}")], 0, 0.1));
        Assert.True(summary["untrained_error_g2.5"] > 10 * summary["untrained_error_g0.66"]);
        Assert.InRange(summary["encoder_similarity_g0.2"], 0.9, 1);
        Assert.InRange(summary["encoder_similarity_g2.5"], -0.2, 0.3);
    }

    /// <summary>Written out from the section on routing: b1 += Eta K b2 b3 e and so on, all starting at 0.2/2.5.</summary>
    [Fact]
    public void TheRaceIsTheOneThatTheTheoryWritesOut()
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "120", "--seeds", "1", "--domains", "5", "--trained", "2");
        double[] singularValues = [Math.Sqrt(185), Math.Sqrt(41), 3, 3];
        double[] expected = [.. Enumerable.Range(0, 120).Select(epoch => singularValues.Sum(s =>
        {
            (double b1, double b2, double b3) = (0.08, 0.08, 0.08);
            for (int step = 0; step < epoch; step++)
            {
                double e = s - (b1 * b2 * b3);
                const double Eta = 0.02 * 2 / 28;
                (b1, b2, b3) = (b1 + (Eta * 2 * b2 * b3 * e), b2 + (Eta * 10 * b1 * b3 * e), b3 + (Eta * 2 * b1 * b2 * e));
            }

            return 0.5 * 10 * Math.Pow(s - (b1 * b2 * b3), 2);
        }))];

        Assert.Equal(expected, folder.Column("routing", "losses.csv", "steps_1"), (a, b) => Math.Abs(a - b) <= 1e-9 * expected[0]);
        double[] conserved = folder.Column("routing", "strengths.csv", "mode0_conserved_flow");
        Assert.All(conserved, value => Assert.Equal(4 * 0.08 * 0.08, value, 1e-9));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("1")]
    public void WithAllPairsTrainedThereIsNoErrorOfOthers(string domains)
    {
        using TemporaryFolder folder = new();
        Run(folder, "--epochs", "5", "--seeds", "1", "--domains", domains, "--trained", domains);

        Assert.DoesNotContain(folder.Summary("routing").Keys, name => name.StartsWith("untrained", StringComparison.Ordinal));
        Assert.All(folder.Column("routing", "pairs.csv", "is_trained"), trained => Assert.Equal(1, trained));
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndAnotherSeedOthers()
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();
        Run(first, "--epochs", "5", "--seeds", "1", "--seed", "7");
        Run(second, "--epochs", "5", "--seeds", "1", "--seed", "7");
        Run(other, "--epochs", "5", "--seeds", "1", "--seed", "8");

        Assert.All(first.FilesOf("routing").Where(name => name.EndsWith(".csv", StringComparison.Ordinal)), name =>
        {
            Assert.Equal(first.Bytes("routing", name), second.Bytes("routing", name));
            Assert.NotEqual(first.Bytes("routing", name), other.Bytes("routing", name));
        });
    }

    [Theory]
    [InlineData("--domains 3 --trained 5", "--trained 5 is more than the 3 decoders that --domains gives.")]
    [InlineData("--domains 17", "--domains must be a whole number from 1 to 16, not '17'.")]
    [InlineData("--trained 0", "--trained must be a whole number from 1 to 16, not '0'.")]
    public void DomainsAndTrainedPairsMustFit(string line, string reason)
    {
        using TemporaryFolder folder = new();

        PaperRun run = PaperRun.Of(["routing", .. line.Split(' '), "--out", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static void Run(TemporaryFolder folder, params string[] options) =>
        Assert.Equal(0, PaperRun.Of(["routing", .. options, "--out", folder.Path]).ExitCode);
}
