namespace GateDsl.Samples.Tests.Papers;

/// <summary>The same seed writes the same numbers, byte by byte, in every table; another seed others.</summary>
public sealed class SameSeedTests
{
    [Theory]
    [InlineData("fig2", "40")]
    [InlineData("fig5", "5")]
    [InlineData("fig7", "5")]
    public void EveryTableDependsOnTheSeedAndOnNothingElse(string experiment, string epochs)
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();
        Assert.Equal(0, PaperRun.Of(experiment, "--epochs", epochs, "--seeds", "2", "--seed", "7", "--out", first.Path).ExitCode);
        Assert.Equal(0, PaperRun.Of(experiment, "--epochs", epochs, "--seeds", "2", "--seed", "7", "--out", second.Path).ExitCode);
        Assert.Equal(0, PaperRun.Of(experiment, "--epochs", epochs, "--seeds", "2", "--seed", "8", "--out", other.Path).ExitCode);

        string[] tables = [.. first.FilesOf(experiment).Where(name => name.EndsWith(".csv", StringComparison.Ordinal))];
        Assert.NotEmpty(tables);
        Assert.All([.. tables, "summary.json"], name => Assert.Equal(first.Bytes(experiment, name), second.Bytes(experiment, name)));
        Assert.NotEqual(first.Bytes(experiment, "losses.csv"), other.Bytes(experiment, "losses.csv"));
    }
}
