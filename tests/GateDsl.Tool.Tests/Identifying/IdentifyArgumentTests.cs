using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>Wrong calls of identify and forecast: exit code 2, what is wrong, how to call it, nothing written.</summary>
public sealed class IdentifyArgumentTests
{
    [Theory]
    [InlineData("identify", "--activations")]
    [InlineData("identify --activations A.npy", "--inputs")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4", "--out")]
    [InlineData("identify --activations A.npy --inputs X.npy --out {0}", "--k must be given")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 0 --out {0}", "--k must be a whole number of at least 1, not '0'")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --epochs 0 --out {0}", "--epochs must be a whole number of at least 1, not '0'")]
    [InlineData("identify --activations A.npy --inputs X.npy --targets Y.npy --losses L.npy --out {0}", "--losses, --sigma and --step-size belong together")]
    [InlineData("identify --activations A.npy --inputs X.npy --targets Y.npy --sigma 1e-5 --out {0}", "--losses, --sigma and --step-size belong together")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --losses L.npy --sigma 1 --step-size 1 --out {0}", "--losses needs --targets")]
    [InlineData("identify --activations A.npy --inputs X.npy --targets Y.npy --losses L.npy --sigma -1 --step-size 1 --out {0}",
        "--sigma must be a number above 0, not '-1'")]
    [InlineData("identify --activations A.npy --inputs X.npy --targets Y.npy --losses L.npy --sigma 1 --step-size nan --out {0}",
        "--step-size must be a number above 0, not 'nan'")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --colour red --out {0}", "'--colour'")]
    [InlineData("identify --activations A.npy --activations B.npy --inputs X.npy --k 2 --out {0}", "--k is the number of modules of one hidden layer")]
    [InlineData("identify --activations A.npy --activations B.npy --inputs X.npy --targets Y.npy --at 0 --out {0}",
        "Several --activations need --targets, --losses, --sigma and --step-size")]
    [InlineData("identify --activations A.npy --activations B.npy --inputs X.npy --targets Y.npy --losses L.npy --sigma 1 --step-size 1 --out {0}",
        "Several --activations need --at")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --at 0 --out {0}", "--at is for several --activations")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --at 0,-1 --out {0}",
        "--at must be a whole number of at least 0, or several with commas between them, not '0,-1'")]
    [InlineData("forecast --inputs X.npy", "--targets")]
    [InlineData("forecast --inputs X.npy --targets Y.npy --units 0 --sigma 1 --step-size 1 --steps 1 --out {0}",
        "--units must be a whole number of at least 1, not '0'")]
    [InlineData("forecast --inputs X.npy --targets Y.npy --units 9 --sigma 1 --step-size 1 --steps 1.5 --out {0}",
        "--steps must be a whole number of at least 1, not '1.5'")]
    [InlineData("forecast --inputs X.npy --targets Y.npy --units 9 --step-size 1 --steps 1 --out {0}", "--sigma")]
    [InlineData("forecast --inputs X.npy --targets Y.npy --units 9 --sigma 1e999 --step-size 1 --steps 1 --out {0}",
        "--sigma must be a number above 0, not '1e999'")]
    public void AWrongArgumentIsNamed(string line, string reason)
    {
        using TestFolder folder = new();
        string[] args = [.. line.Split(' ').Select(word => word.Replace("{0}", Path.Combine(folder.Path, "Reln.cs"), StringComparison.Ordinal))];

        ToolRun run = ToolRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains($" Call: gatedsl {args[0]} --", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void HelpNamesEveryCommand()
    {
        ToolRun run = ToolRun.Of("--help");

        Assert.Contains("check", run.Output, StringComparison.Ordinal);
        Assert.Contains("describe", run.Output, StringComparison.Ordinal);
        Assert.Contains("identify", run.Output, StringComparison.Ordinal);
        Assert.Contains("forecast", run.Output, StringComparison.Ordinal);
    }
}
