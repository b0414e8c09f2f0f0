using Digits.FrozenGates;
using GateDsl.Samples.Tests.Papers;

namespace GateDsl.Samples.Tests.Digits;

/// <summary>frozen-gates, cut short.</summary>
public sealed class FrozenGatesTests
{
    [Fact]
    public void TheGatedNetworkIsTheReluNetworkUntilTheFirstFlip()
    {
        using TemporaryFolder folder = new();
        DigitsRunner.Run(folder, "frozen-gates", "--epochs", "400", "--images", "30", "--seeds", "2");
        Dictionary<string, double> summary = folder.Summary("frozen-gates");

        Assert.Equal(
            ["caption.txt", "frozen.png", "frozen.svg", "frozen_at0.csv", "frozen_at10.csv", "frozen_at50.csv", "summary.json"],
            folder.FilesOf("frozen-gates"));
        Assert.Equal(400, folder.Column("frozen-gates", "frozen_at0.csv", "update").Length);
        Assert.Equal(360, folder.Column("frozen-gates", "frozen_at10.csv", "update").Length);
        Assert.Equal(folder.Column("frozen-gates", "frozen_at0.csv", "relu_1")[200..], folder.Column("frozen-gates", "frozen_at50.csv", "relu_1"));

        foreach (string seed in new[] { "1", "2" })
        {
            double[] relu = folder.Column("frozen-gates", "frozen_at0.csv", $"relu_{seed}");
            double[] gated = folder.Column("frozen-gates", "frozen_at0.csv", $"gdln_{seed}");
            double[] flipped = folder.Column("frozen-gates", "frozen_at0.csv", $"flipped_{seed}");
            int first = Array.FindIndex(flipped, share => share > 0);

            Assert.InRange(first, 2, 399);
            Assert.All(Enumerable.Range(0, first), update => Assert.Equal(relu[update], gated[update], 1e-13));
            Assert.True(Math.Abs(relu[^1] - gated[^1]) > 1e-9);
        }

        Assert.InRange(summary["at0_apart_before_flip"], 0, 1e-13);
        Assert.InRange(summary["at0_gdln_vs_relu_rms"], 1e-9, 0.02);
    }

    [Fact]
    public void TheFirstFlipIsTheFirstGateThatIsNotWhatItWas()
    {
        FrozenRun flips = new([2, 1, 1], [2, 1, 0.5], [0, 0, 0.25]);
        FrozenRun none = new([2, 1], [2, 1], [0, 0]);

        Assert.Equal(2, flips.FirstFlip);
        Assert.True(flips.HasFlip);
        Assert.Equal([0, 0, 0.25], flips.Apart);
        Assert.Equal(2, none.FirstFlip);
        Assert.False(none.HasFlip);
    }
}
