using Digits;
using GateDsl.Samples.Running;
using GateDsl.Samples.Tests.Papers;
using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Digits;

/// <summary>samples/Digits, cut short: files, names, bytes; and at full length what was measured, where slow tests are asked for.</summary>
public sealed class DigitsTests
{
    private static readonly string[] Settings = ["k1_g0.01", "k1_g1", "k2_g0.01", "k2_g1", "k4_g0.01", "k4_g0.1", "k4_g1", "k4_g3", "k7_g0.01", "k7_g1"];

    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummaryAndTheSameSeedTheSameBytes()
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();
        DigitsRunner.Run(first, "--epochs", "1", "--images", "14", "--copies", "2");
        DigitsRunner.Run(second, "--epochs", "1", "--images", "14", "--copies", "2");
        DigitsRunner.Run(other, "--epochs", "1", "--images", "14", "--copies", "2", "--seed", "2");

        Assert.Equal(
            ["accuracy.csv", "accuracy.png", "accuracy.svg", "caption.txt", "losses.csv", "losses.png", "losses.svg", "summary.json"],
            first.FilesOf("digits"));
        Assert.Equal(
            [.. Settings.SelectMany(name => new[] { $"trained_accuracy_{name}", $"untrained_accuracy_{name}" }), "epoch_cost_ratio_x2"],
            first.Summary("digits").Keys);
        Assert.Equal(first.Text("digits", "summary.json"), first.Text("", "summary.json"));
        Assert.Equal(first.Bytes("digits", "accuracy.csv"), second.Bytes("digits", "accuracy.csv"));
        Assert.Equal(first.Bytes("digits", "losses.csv"), second.Bytes("digits", "losses.csv"));
        Assert.NotEqual(first.Bytes("digits", "losses.csv"), other.Bytes("digits", "losses.csv"));
    }

    [Theory]
    [InlineData("--epochs 0", "--epochs must be a whole number of at least 1, not '0'.")]
    [InlineData("--images 13", "--images must be a whole number from 14 to 1437, not '13'.")]
    [InlineData("--copies 0", "--copies must be a whole number from 1 to 1000, not '0'.")]
    [InlineData("--structure same", "There is no experiment and no option '--structure'.")]
    [InlineData("pictures", "There is no experiment and no option 'pictures'.")]
    [InlineData("mnist-like --copies 2", "There is no experiment and no option '--copies'.")]
    [InlineData("mnist-like --images 0", "--images must be a whole number from 1 to 1437, not '0'.")]
    [InlineData("frozen-gates --seeds 0", "--seeds must be a whole number of at least 1, not '0'")]
    public void AWrongArgumentIsNamedAndNothingIsRun(string line, string reason)
    {
        using TemporaryFolder folder = new();
        StringWriter output = new();
        StringWriter error = new();

        int code = new DigitsCommand(new PlainProgress(output), output, error)
            .Run([.. line.Split(' '), "--out", folder.Path], CancellationToken.None);

        Assert.Equal(2, code);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Call: dotnet run -c Release --project samples/Digits", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void SmallWeightsShareWhatTheyLearnAndLargeOnesDoNot()
    {
        using TemporaryFolder folder = new();
        DigitsRunner.Run(folder);
        Dictionary<string, double> summary = folder.Summary("digits");

        Assert.InRange(summary["trained_accuracy_k4_g0.01"], 0.9, 1);
        Assert.InRange(summary["untrained_accuracy_k4_g0.01"] / summary["trained_accuracy_k4_g0.01"], 0.97, 1.03);
        Assert.InRange(summary["trained_accuracy_k4_g1"], 0.88, 1);
        Assert.InRange(summary["trained_accuracy_k4_g1"] - summary["untrained_accuracy_k4_g1"], 0.15, 1);
        Assert.InRange(summary["untrained_accuracy_k4_g3"], 0, 0.35);
        Assert.InRange(summary["epoch_cost_ratio_x100"], 0.5, 1.6);
    }
}
