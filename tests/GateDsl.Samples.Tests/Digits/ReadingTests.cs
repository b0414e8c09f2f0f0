using Digits.Reading;
using GateDsl.Samples.Tests.Papers;

namespace GateDsl.Samples.Tests.Digits;

/// <summary>mnist-like and globally-gated, cut short: files, names, bytes, and what must hold at any length.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Files = ["caption.txt", "reading.csv", "reading.png", "reading.svg", "summary.json"];

    [Fact]
    public void PredictionsFollowReluAndLinearNetworkFromAnySeed()
    {
        using TemporaryFolder folder = new();
        DigitsRunner.Run(folder, "mnist-like", "--epochs", "20", "--images", "200", "--seeds", "2");
        Dictionary<string, double> summary = folder.Summary("mnist-like");

        Assert.Equal(Files, folder.FilesOf("mnist-like"));
        Assert.Equal(
            [
                "twin_vs_relu_rms", "twin_vs_relu_max", "expected_vs_linear_rms", "expected_vs_linear_max", "test_twin_vs_relu_rms", "test_twin_vs_relu_max",
                .. Of("relu"), .. Of("linear"),
            ],
            summary.Keys);

        // All logits are near 0 at the start: the loss is log 10, whatever the seed.
        Assert.All(
            ["relu_1", "relu_2", "twin_1", "linear_2", "expected_1", "test_relu_1", "test_twin_2", "test_linear_1"],
            column => Assert.Equal(Math.Log(10), folder.Column("mnist-like", "reading.csv", column)[0], 0.01));
        Assert.Equal(20, folder.Column("mnist-like", "reading.csv", "relu_1").Length);
        Assert.InRange(folder.Column("mnist-like", "reading.csv", "relu_1")[^1], 0, 0.6);
        Assert.InRange(summary["twin_vs_relu_rms"], 0, 0.02);
        Assert.InRange(summary["test_twin_vs_relu_rms"], 0, 0.02);
        Assert.InRange(summary["expected_vs_linear_rms"], 0, 0.02);
        Assert.InRange(summary["test_accuracy_relu"], 0.7, 1);
    }

    [Fact]
    public void HalfSpacesOfASeedGateTheNetworkOfThatSeed()
    {
        using TemporaryFolder folder = new();
        DigitsRunner.Run(folder, "globally-gated", "--epochs", "5", "--images", "200", "--seeds", "2");
        Dictionary<string, double> summary = folder.Summary("globally-gated");

        Assert.Equal(Files, folder.FilesOf("globally-gated"));
        Assert.Equal([.. Of("relu"), .. Of("gdln"), "open_share"], summary.Keys);
        Assert.InRange(summary["open_share"], 0.45, 0.55);
        Assert.InRange(summary["test_accuracy_gdln"], 0.7, 1);
        Assert.NotEqual(folder.Column("globally-gated", "reading.csv", "gdln_1"), folder.Column("globally-gated", "reading.csv", "gdln_2"));
    }

    [Theory]
    [InlineData("mnist-like", "reading.csv")]
    [InlineData("globally-gated", "reading.csv")]
    [InlineData("frozen-gates", "frozen_at10.csv")]
    public void TheSameSeedWritesTheSameNumbersAndOnePassIsEnough(string name, string table)
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();
        foreach ((TemporaryFolder folder, string seed) in new[] { (first, "1"), (second, "1"), (other, "2") })
        {
            DigitsRunner.Run(folder, name, "--epochs", "1", "--images", "20", "--seeds", "1", "--seed", seed);
        }

        Assert.Equal(first.Bytes(name, table), second.Bytes(name, table));
        Assert.Equal(first.Bytes(name, "summary.json"), second.Bytes(name, "summary.json"));
        Assert.NotEqual(first.Bytes(name, table), other.Bytes(name, table));
    }

    [Fact]
    public void AccuracyCountsTheLargestLogits() =>
        Assert.Equal(0.75, Accuracy.Of([0, 2, 1, /**/ 5, 5, 0, /**/ -3, -2, -1, /**/ 1, 0, 0], [1, 0, 2, 2]));

    private static string[] Of(string key) =>
        [$"accuracy_{key}", $"test_accuracy_{key}", $"loss_{key}", $"test_loss_{key}", $"least_test_loss_{key}"];
}
