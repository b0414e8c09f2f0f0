namespace GateDsl.Samples.Tests.Papers;

/// <summary>Wrong calls: exit code 2, what is wrong, how to call it, and nothing written.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("fig99", "There is no experiment and no option 'fig99'.")]
    [InlineData("", "No experiment is named.")]
    [InlineData("fig4 --seeds 0", "--seeds must be a whole number of at least 1, not '0'")]
    [InlineData("fig4 --seeds -3", "--seeds")]
    [InlineData("fig4 --epochs 0", "--epochs must be a whole number of at least 1, not '0'")]
    [InlineData("fig4 --epochs many", "not 'many'")]
    [InlineData("fig4 --epochs 99999999999", "not '99999999999'")]
    [InlineData("fig4 --seed -1", "--seed must be a whole number from 0")]
    [InlineData("fig4 --seed 18446744073709551615", "--seed must be a whole number from 0")]
    [InlineData("fig4 --structure odd", "--structure must be same or different, not 'odd'")]
    [InlineData("fig4 --colour red", "'--colour'")]
    [InlineData("fig4 --seeds 1 --seeds 2", "--seeds")]
    [InlineData("fig4 --seeds", "--seeds")]
    [InlineData("fig4 fig4", "'fig4'")]
    [InlineData("fig5 --contexts 1", "--contexts 1 leaves nothing to gate: it must be 2 or more")]
    [InlineData("fig5 --contexts 17", "--contexts must be a whole number from 0 to 16, not '17'")]
    [InlineData("fig7 --structure same", "'--structure'")]
    [InlineData("all --seeds 0", "--seeds must be a whole number of at least 1, not '0'")]
    [InlineData("all --epochs 0", "--epochs must be a whole number of at least 1, not '0'")]
    [InlineData("all fig4", "'fig4'")]
    public void AWrongArgumentIsNamedAndNothingIsRun(string line, string reason)
    {
        using TemporaryFolder folder = new();
        string[] args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        PaperRun run = PaperRun.Of(args.Length == 0 ? args : [.. args, "--out", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains("Call: dotnet run -c Release --project samples/Paper -- NAME", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void AnEmptyFolderNameIsAWrongArgument()
    {
        PaperRun run = PaperRun.Of("fig4", "--out", "");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--out must be the path of a folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void HelpNamesEveryExperiment()
    {
        PaperRun run = PaperRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(Paper.Experiments.All, experiment => Assert.Contains(experiment.Name, run.Output, StringComparison.Ordinal));
    }
}
