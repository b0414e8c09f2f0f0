using System.Diagnostics;
using GateDsl.Commanding;
using GateDsl.Tool.Tests.Identifying;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Stopping;

/// <summary>Where the declaration goes: through a link, with the permissions that were there, into a pipe; never over a file that is read.</summary>
public sealed class OutFileTests
{
    [Theory]
    [InlineData("A.npy")]
    [InlineData("X.npy")]
    public void AFileThatIsReadIsNotOverwritten(string name)
    {
        using RecordedFiles files = new();
        byte[] before = File.ReadAllBytes(files.Named(name));
        string link = Path.Combine(files.Folder, "Link.cs");
        File.CreateSymbolicLink(link, files.Named(name));

        // A link above its folder, too.
        Directory.CreateSymbolicLink(Path.Combine(files.Folder, "up"), Path.GetDirectoryName(files.Folder)!);
        string around = Path.Combine(files.Folder, "up", Path.GetFileName(files.Folder), name);

        foreach (string file in new[] { Path.Combine(files.Folder, name), link, around })
        {
            ToolRun run = files.IdentifyFour("A.npy", file);

            Assert.Equal(2, run.ExitCode);
            Assert.Equal($"{file}: --out is a file that is read; expected another one, as it would be overwritten.\n", run.Error);
        }

        Assert.Equal(before, File.ReadAllBytes(files.Named(name)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ALinkStaysALink(bool isThere)
    {
        using RecordedFiles files = new();
        string target = Path.Combine(Directory.CreateDirectory(Path.Combine(files.Folder, "elsewhere")).FullName, "Real.cs");
        if (isThere)
        {
            File.WriteAllText(target, "as before");
        }

        File.CreateSymbolicLink(files.Out, target);

        ToolRun run = files.IdentifyFour("A.npy", files.Out);

        Assert.Equal("", run.Error);
        Assert.Equal(target, new FileInfo(files.Out).LinkTarget);
        Assert.Contains("class IdentifiedNetwork", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public void PermissionsStay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using RecordedFiles files = new();
        File.WriteAllText(files.Out, "as before");
        File.SetUnixFileMode(files.Out, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(0, files.IdentifyFour("A.npy", files.Out).ExitCode);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(files.Out));
        Assert.Contains("class IdentifiedNetwork", File.ReadAllText(files.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APipeIsWrittenInto()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using RecordedFiles files = new();
        Process.Start("mkfifo", files.Out).WaitForExit();
        Task<string> read = Task.Run(() => File.ReadAllText(files.Out));

        ToolRun run = await Task.Run(() => files.IdentifyFour("A.npy", files.Out)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("", run.Error);
        Assert.Contains("class IdentifiedNetwork", await read.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }

    /// <summary>A reader that is there first, and reads to the end, has all of it: the pipe is opened once.</summary>
    [Fact]
    public async Task AReaderThatWaitsForAPipeHasAllOfIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using RecordedFiles files = new();
        Process.Start("mkfifo", files.Out).WaitForExit();
        for (int round = 0; round < 30; round++)
        {
            Task<string> read = Task.Factory.StartNew(() => File.ReadAllText(files.Out), default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            Task written = Task.Factory.StartNew(() => WholeFile.Write(files.Out, "1\n"u8), default, TaskCreationOptions.LongRunning, TaskScheduler.Default);

            Assert.Equal("1\n", await read.WaitAsync(TimeSpan.FromSeconds(30)));
            await written.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>A file has another name while it is written; nobody gave that one.</summary>
    [Theory]
    [InlineData("/proc/x.csv")]
    public void WhatCannotBeWrittenIsNamedAsItWasGiven(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Exception exception = Assert.ThrowsAny<Exception>(() => WholeFile.Write(file, "1\n"u8));

        Assert.True(exception is IOException or UnauthorizedAccessException, exception.ToString());
        Assert.Contains($"'{file}'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("unfinished", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>It names a file like any other; no further arguments are read from it.</summary>
    [Fact]
    public void ANameMayBeginWithAnAtSign()
    {
        using TestFolder folder = new();

        ToolRun run = ToolRun.Of("identify", "--activations", "A.npy", "--inputs", "@X.npy", "--k", "2", "--out", Path.Combine(folder.Path, "Reln.cs"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("A.npy: there is no such file", run.Error, StringComparison.Ordinal);
    }
}
