using System.Text.RegularExpressions;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Running;

/// <summary>Help: for whoever asks, but a word that nobody knows is a wrong call beside it, too.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("chek --help", "'chek'")]
    [InlineData("--help chek", "'chek'")]
    [InlineData("chek -h", "'chek'")]
    [InlineData("identify --nonsense --help", "'--nonsense'")]
    [InlineData("identify --help --nonsense", "'--nonsense'")]
    [InlineData("check report.csv -?", "'report.csv'")]
    [InlineData("--version x", "'x'")]
    public void AWordThatNobodyKnowsIsSaid(string line, string word)
    {
        ToolRun run = ToolRun.Of(line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith($"There is no command and no option {word}. Call: gatedsl ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    /// <summary>Who asks for help need not have said all that a call needs.</summary>
    [Theory]
    [InlineData("--help")]
    [InlineData("identify --k none --help")]
    [InlineData("identify --activations A.npy --help")]
    [InlineData("describe --help")]
    [InlineData("python A.cs -h")]
    [InlineData("--version")]
    public void WhatIsKnownMayStandBesideIt(string line)
    {
        ToolRun run = ToolRun.Of(line.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.NotEqual("", run.Output);
    }

    /// <summary>Of every array it says what kinds of files will do, and of what depends on another option that it does.</summary>
    [Theory]
    [InlineData("check", 2)]
    [InlineData("identify", 4)]
    [InlineData("forecast", 2)]
    public void ArraysMayBeOfEitherKind(string command, int arrays)
    {
        string help = Regex.Replace(ToolRun.Of(command, "--help").Output, @"\s+", " ");

        Assert.Equal(arrays, Regex.Count(help, Regex.Escape(", .npy or .csv: ")));
    }

    [Fact]
    public void IdentifySaysWhatLossesAre()
    {
        string help = Regex.Replace(ToolRun.Of("identify", "--help").Output, @"\s+", " ");

        Assert.Contains("without them --k must be given", help, StringComparison.Ordinal);
        Assert.Contains("one before every update from the first on, each half the squared error summed over outputs and datapoints", help,
            StringComparison.Ordinal);
        Assert.Contains("however many updates lie between them", help, StringComparison.Ordinal);
    }
}
