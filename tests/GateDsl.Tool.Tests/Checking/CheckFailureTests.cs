using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Checking;

/// <summary>Wrong calls of check and describe, and files that they cannot use: one line, exit code 2, nothing written.</summary>
public sealed class CheckFailureTests
{
    [Theory]
    [InlineData("check", "'--inputs' is required")]
    [InlineData("check --inputs {0}/X.npy --out {0}/report.csv", "'--gates' is required")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/none.npy --out {0}/report.csv", "none.npy: there is no such file")]
    [InlineData("check --inputs {0}/T.npy --gates {0}/G.npy --out {0}/report.csv", "T.npy transposed?)")]
    [InlineData("check --inputs {0}/T.npy --gates {0}/S.npy --out {0}/report.csv", "(is it transposed, or ")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/T.npy --out {0}/report.csv", "expected gates x 3, a column for each datapoint of")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/T.npy --out {0}/report.csv", "(is it transposed, or ")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/U.npy --out {0}/report.csv", "(is it transposed?)")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/G.npy --out {0}/X.npy", "--out is a file that is read")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/G.npy --out {0}/report.csv --color", "'--color'")]
    [InlineData("check --inputs {0}/X.npy --gates {0}/nan.npy --out {0}/report.csv", "element [0, 1] is NaN")]
    [InlineData("check --inputs {0}/huge.npy --gates {0}/G.npy --out {0}/report.csv", "beyond 2^53")]
    [InlineData("check --inputs {0}/next.npy --gates {0}/G.npy --out {0}/report.csv", "beyond 2^53")]
    [InlineData("describe", "'ASSEMBLY'")]
    [InlineData("describe {0}/none.dll", "there is no such file")]
    [InlineData("describe {0}/X.npy", "X.npy: is no .NET assembly; expected a built assembly, as bin/Release/net10.0/Name.dll.")]
    [InlineData("describe {1}", "there is no gated network in it")]
    [InlineData("describe {0}/none.dll --json --all", "'--all'")]
    [InlineData("nonsense", "'nonsense'")]
    [InlineData("", "No command is named.")]
    public void WhatIsWrongIsSaidInOneLine(string line, string reason)
    {
        using TestFolder folder = new();
        NpyBytes.Write(folder.Path, "X.npy", [1, 0, 1, 0, 1, 1], [2, 3], "<f8");
        NpyBytes.Write(folder.Path, "G.npy", [1, 0, 1], [1, 3], "|b1");
        NpyBytes.Write(folder.Path, "T.npy", [1, 0, 1, 0, 1, 1], [3, 2], "|b1");
        NpyBytes.Write(folder.Path, "U.npy", [1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0], [3, 4], "|b1");
        NpyBytes.Write(folder.Path, "S.npy", [1, 0, 1, 0, 1, 1], [2, 3], "|b1");
        NpyBytes.Write(folder.Path, "nan.npy", [1, double.NaN, 1], [1, 3], "<f8");
        NpyBytes.Write(folder.Path, "huge.npy", [1L << 60, 0, 1], [1, 3], "<i8");
        NpyBytes.Write(folder.Path, "next.npy", [1L << 53, 0, 1], [1, 3], "<i8");
        byte[] next = File.ReadAllBytes(Path.Combine(folder.Path, "next.npy"));
        next[^(3 * sizeof(long))]++;
        File.WriteAllBytes(Path.Combine(folder.Path, "next.npy"), next);
        string[] before = Directory.GetFileSystemEntries(folder.Path);
        string[] args =
        [
            .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word
                .Replace("{0}", folder.Path, StringComparison.Ordinal).Replace("{1}", typeof(CheckFailureTests).Assembly.Location, StringComparison.Ordinal)),
        ];

        ToolRun run = ToolRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("", run.Output);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("describe")]
    [InlineData("identify")]
    [InlineData("forecast")]
    public void HelpEndsWithAnExample(string command)
    {
        ToolRun run = ToolRun.Of(command, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.StartsWith($"Example:\n  gatedsl {command} ",
            run.Output[run.Output.IndexOf("Example:", StringComparison.Ordinal)..].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
    }
}
