using GateDsl.Samples.Running;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>What stops a run: Ctrl+C, and folders that cannot be written. A clear line, another exit code, nothing half written.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public void Stopped_in_the_middle_an_earlier_run_stays_as_it_was()
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
    public void A_folder_that_cannot_be_made_is_said_before_anything_is_trained()
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
    public void Files_that_cannot_be_replaced_leave_no_summary_and_no_rest()
    {
        using TemporaryFolder folder = new();
        string[] args = ["fig4", "--epochs", "2", "--seeds", "1", "--out", folder.Path];
        Assert.Equal(0, PaperRun.Of(args).ExitCode);
        string blocked = Path.Combine(folder.Path, "fig4", "losses.csv");
        File.Delete(blocked);
        Directory.CreateDirectory(blocked);

        PaperRun run = PaperRun.Of(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("fig4 cannot be written", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("summary.json", folder.FilesOf("fig4"));
        Assert.DoesNotContain(".unfinished", folder.FilesOf("fig4"));
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
