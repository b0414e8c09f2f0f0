using System.Diagnostics;
using GateDsl.Tool.Tests.Identifying;

namespace GateDsl.Tool.Tests.Stopping;

/// <summary>
/// Standard output or standard error on a full disk: an exit code and, where there is a place for it, a line; what is written to files is whole.
/// </summary>
public sealed class StandardStreamTests
{
    [Theory]
    [InlineData("identify --help")]
    [InlineData("--version")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --out Reln.cs")]
    [InlineData("identify --activations A.npy --inputs X.npy --k 4 --out Reln.cs --json")]
    [InlineData("check --inputs X.npy --gates G.csv")]
    [InlineData("check --inputs X.npy --gates G.csv --json")]
    public void OutputThatCannotBeWrittenIsSaid(string arguments)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using RecordedFiles files = new();
        File.WriteAllText(Path.Combine(files.Folder, "G.csv"), string.Join(',', Enumerable.Range(0, 24).Select(n => n % 2)) + "\n");

        (int code, string said) = Run(files.Folder, arguments, "2>&1 >/dev/full");

        Assert.Equal(1, code);
        Assert.Contains("Standard output cannot be written: ", said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain(Directory.GetFiles(files.Folder), file => file.Contains("unfinished", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("identify", 2)]
    [InlineData("identify --activations nothing.npy --inputs X.npy --k 4 --out Reln.cs", 2)]
    [InlineData("check --inputs X.npy --gates X.npy --out /dev/null/x", 1)]
    public void AnErrorThatCannotBeWrittenKeepsItsCode(string arguments, int expected)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using RecordedFiles files = new();
        Assert.Equal(expected, Run(files.Folder, arguments, "2>/dev/full").Code);
    }

    private static (int Code, string Said) Run(string folder, string arguments, string streams)
    {
        using Process process =
            Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"dotnet exec '{typeof(ToolCommand).Assembly.Location}' {arguments} {streams}"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
            })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
