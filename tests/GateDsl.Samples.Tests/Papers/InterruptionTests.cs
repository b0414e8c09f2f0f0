using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>What stops a run: Ctrl+C, and folders that cannot be written. A clear line, another exit code, nothing half written.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public void StoppedInTheMiddleAnEarlierRunStaysAsItWas()
    {
        using TemporaryFolder folder = new();
        string[] args = ["fig4", "--epochs", "5", "--seeds", "1", "--out", folder.Path];
        Assert.Equal(0, PaperRun.Of(args).ExitCode);
        string[] names = folder.FilesOf("fig4");
        byte[] losses = folder.Bytes("fig4", "losses.csv");

        using CancellationTokenSource stop = new();
        PaperRun stopped = PaperRun.Of([.. args, "--seed", "9"], new StopAfterFirst(stop), stop.Token);

        Assert.Equal(130, stopped.ExitCode);
        Assert.Equal("fig4 was stopped; nothing of it was written.", stopped.Error.Trim());
        Assert.Equal(names, folder.FilesOf("fig4"));
        Assert.Equal(losses, folder.Bytes("fig4", "losses.csv"));
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsSaidBeforeAnythingIsTrained()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "taken");
        File.WriteAllText(file, "no folder");

        PaperRun run = PaperRun.Of("fig4", "--out", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"fig4 cannot be written to {file}: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void FilesThatCannotBeReplacedLeaveTheEarlierRun()
    {
        using TemporaryFolder folder = new();
        string[] args = ["fig4", "--epochs", "2", "--seeds", "1", "--out", folder.Path];
        Assert.Equal(0, PaperRun.Of(args).ExitCode);
        string blocked = Path.Combine(folder.Path, "fig4", "losses.csv");
        File.Delete(blocked);
        Directory.CreateDirectory(blocked);

        string[] names = folder.FilesOf("fig4");
        byte[] summary = folder.Bytes("fig4", "summary.json");
        PaperRun run = PaperRun.Of([.. args, "--seed", "9"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("fig4 cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Contains("losses.csv is a folder", run.Error, StringComparison.Ordinal);
        Assert.Equal(names, folder.FilesOf("fig4"));
        Assert.Equal(summary, folder.Bytes("fig4", "summary.json"));
        Assert.Equal([Path.Combine(folder.Path, "fig4")], Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>What lies beside the files of a run is nobody's to delete.</summary>
    [Fact]
    public void OtherFilesStayWhereTheyAre()
    {
        using TemporaryFolder folder = new();
        string[] args = ["fig4", "--epochs", "2", "--seeds", "1", "--out", folder.Path];
        Assert.Equal(0, PaperRun.Of(args).ExitCode);
        File.WriteAllText(Path.Combine(folder.Path, "fig4", "notes.txt"), "mine");
        byte[] before = folder.Bytes("fig4", "losses.csv");

        Assert.Equal(0, PaperRun.Of([.. args, "--seed", "9"]).ExitCode);

        Assert.Equal("mine", folder.Text("fig4", "notes.txt"));
        Assert.NotEqual(before, folder.Bytes("fig4", "losses.csv"));
        Assert.Equal([Path.Combine(folder.Path, "fig4")], Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>Killed between the two steps of a system that cannot do it in one, or before it had cleared up.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatAKilledRunLeftIsPutInOrder(bool hasBoth)
    {
        using TemporaryFolder folder = new();
        string place = Path.Combine(folder.Path, "fig4");
        string previous = Path.Combine(folder.Path, ".fig4.previous");
        Directory.CreateDirectory(previous);
        File.WriteAllText(Path.Combine(previous, "summary.json"), "earlier");
        File.WriteAllText(Path.Combine(previous, "notes.txt"), "mine");
        Directory.CreateDirectory(Path.Combine(folder.Path, ".fig4.unfinished"));
        if (hasBoth)
        {
            Directory.CreateDirectory(place);
            File.WriteAllText(Path.Combine(place, "summary.json"), "later");
        }

        OutputFolder.Prepare(folder.Path, "fig4");

        Assert.Equal(hasBoth ? "later" : "earlier", folder.Text("fig4", "summary.json"));
        Assert.Equal("mine", folder.Text("fig4", "notes.txt"));
        Assert.Equal([place], Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>The second waits until the first is done.</summary>
    [Fact]
    public void OfManyWritersAtOnceOnesFilesAreThere()
    {
        using TemporaryFolder folder = new();
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, writer =>
        {
            for (int round = 0; round < 20; round++)
            {
                Findings findings = new();
                findings.AddText("one.txt", $"{writer}");
                findings.AddText("two.txt", $"{writer}");
                OutputFolder.Prepare(folder.Path, "fig4").Write(findings);
            }
        });

        Assert.Equal(["one.txt", "summary.json", "two.txt"], folder.FilesOf("fig4"));
        Assert.Equal(folder.Text("fig4", "one.txt"), folder.Text("fig4", "two.txt"));
        Assert.Equal([Path.Combine(folder.Path, "fig4")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void ASystemWithoutFontsIsToldOf()
    {
        Assert.Null(FigureFonts.Warning(hasLetters: true));
        Assert.StartsWith("This system has no font", FigureFonts.Warning(hasLetters: false), StringComparison.Ordinal);
    }

    /// <summary>Presses Ctrl+C when the first training is done.</summary>
    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgressDisplay, IProgressBoard
    {
        public void Follow(IReadOnlyList<WorkLabel> work, Action<IProgressBoard> run) => run(this);

        public void Advance(int index, double share)
        {
        }

        public void Done(int index, TimeSpan elapsed) => stop.Cancel();
    }
}
