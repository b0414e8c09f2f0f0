using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Running;

/// <summary>Folders where files are expected, and files where folders are: the same words in every command, before any work.</summary>
public sealed class PlaceTests
{
    private const string NoFile = "must be the path of a file";

    [Theory]
    [InlineData("check --inputs {0} --gates {0}/X.npy", "an array in a .npy or .csv file")]
    [InlineData("check --inputs {0}/X.npy --gates {0}", "an array in a .npy or .csv file")]
    [InlineData("check --inputs {0}/named.csv --gates {0}/X.npy", "an array in a .npy or .csv file")]
    [InlineData("identify --activations {0} --inputs {0}/X.npy --k 2 --out {0}/Reln.cs", "an array in a .npy or .csv file")]
    [InlineData("identify --activations {0}/X.npy --inputs {0} --k 2 --out {0}/Reln.cs", "an array in a .npy or .csv file")]
    [InlineData("identify --activations {0}/X.npy --inputs {0}/X.npy --targets {0} --out {0}/Reln.cs", "an array in a .npy or .csv file")]
    [InlineData("identify --activations {0}/X.npy --inputs {0}/X.npy --targets {0}/X.npy --losses {0} --sigma 1 --step-size 1 --out {0}/Reln.cs",
        "an array in a .npy or .csv file")]
    [InlineData("forecast --inputs {0} --targets {0}/X.npy --units 9 --sigma 1 --step-size 1 --steps 1 --out {0}/Reln.cs", "an array in a .npy or .csv file")]
    [InlineData("forecast --inputs {0}/X.npy --targets {0} --units 9 --sigma 1 --step-size 1 --steps 1 --out {0}/Reln.cs", "an array in a .npy or .csv file")]
    [InlineData("describe {0}", "a built assembly, as bin/Release/net10.0/Name.dll")]
    [InlineData("python {0} --out {0}/built", "a C# file")]
    public void AFolderIsNoFileToRead(string line, string expected)
    {
        using TestFolder folder = Files();

        ToolRun run = Run(folder, line);

        Assert.Equal(2, run.ExitCode);
        string named = line.Contains("named.csv", StringComparison.Ordinal) ? Path.Combine(folder.Path, "named.csv") : folder.Path;
        Assert.Equal($"{named}: is a folder; expected {expected}.\n", run.Error);
        AssertUntouched(folder);
    }

    [Theory]
    [InlineData("check --inputs {0}/none.npy --gates {0}/none.npy --out {0}", "{0} cannot be written: it is a folder; expected a file.")]
    [InlineData("check --inputs {0}/none.npy --gates {0}/none.npy --out {0}/new/", "{0}/new/ cannot be written: it is a folder; expected a file.")]
    [InlineData("check --inputs {0}/none.npy --gates {0}/none.npy --out {0}/X.npy/r.csv",
        "{0}/X.npy/r.csv cannot be written: {0}/X.npy is a file; expected a folder.")]
    [InlineData("identify --activations {0}/none.npy --inputs {0}/X.npy --k 2 --out {0}", "{0} cannot be written: it is a folder; expected a file.")]
    [InlineData("identify --activations {0}/none.npy --inputs {0}/X.npy --k 2 --out {0}/X.npy/a/b.cs",
        "{0}/X.npy/a/b.cs cannot be written: {0}/X.npy is a file; expected a folder.")]
    [InlineData("forecast --inputs {0}/none.npy --targets {0}/X.npy --units 9 --sigma 1 --step-size 1 --steps 1 --out {0}",
        "{0} cannot be written: it is a folder; expected a file.")]
    [InlineData("python {0}/A.cs --out {0}/X.npy", "{0}/X.npy cannot be written: it is a file; expected a folder.")]
    [InlineData("python {0}/A.cs --out {0}/X.npy/", "{0}/X.npy/ cannot be written: it is a file; expected a folder.")]
    [InlineData("python {0}/A.cs --out {0}/X.npy/built", "{0}/X.npy/built cannot be written: {0}/X.npy is a file; expected a folder.")]
    public void WhatCannotBeWrittenIsSaidBeforeTheWork(string line, string expected)
    {
        using TestFolder folder = Files();

        ToolRun run = Run(folder, line);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(expected.Replace("{0}", folder.Path, StringComparison.Ordinal) + "\n", run.Error);
        AssertUntouched(folder);
    }

    /// <summary>In such a folder nobody can make a file, not even root.</summary>
    [Theory]
    [InlineData("check --inputs {0}/none.npy --gates {0}/none.npy --out /proc/x.csv", "/proc/x.csv")]
    [InlineData("identify --activations {0}/none.npy --inputs {0}/X.npy --k 2 --out /proc/a/x.cs", "/proc/a/x.cs")]
    [InlineData("python {0}/A.cs --out /proc/built", "/proc/built")]
    public void NoNameIsSaidButTheOneThatWasGiven(string line, string place)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using TestFolder folder = Files();

        ToolRun run = Run(folder, line);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{place} cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("/proc", run.Error[place.Length..], StringComparison.Ordinal);
        Assert.DoesNotContain("unfinished", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python A.cs --out", "--out must be the path of a folder")]
    [InlineData("python --out built", "DECLARATION " + NoFile)]
    [InlineData("describe", "ASSEMBLY " + NoFile)]
    [InlineData("check --inputs X.npy --gates", "--gates " + NoFile)]
    [InlineData("check --inputs X.npy --gates G.npy --out", "--out " + NoFile)]
    public void AnEmptyNameIsNone(string line, string reason)
    {
        ToolRun run = ToolRun.Of([.. line.Split(' '), ""]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(reason + ". Call: gatedsl ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private static TestFolder Files()
    {
        TestFolder folder = new();
        NpyBytes.Write(folder.Path, "X.npy", [1, 0, 1, 0, 1, 1], [2, 3], "<f8");
        File.WriteAllText(Path.Combine(folder.Path, "A.cs"), "no C# at all");
        Directory.CreateDirectory(Path.Combine(folder.Path, "named.csv"));
        return folder;
    }

    private static ToolRun Run(TestFolder folder, string line) =>
        ToolRun.Of([.. line.Split(' ').Select(word => word.Replace("{0}", folder.Path, StringComparison.Ordinal))]);

    private static void AssertUntouched(TestFolder folder) =>
        Assert.Equal(["A.cs", "X.npy", "named.csv"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
