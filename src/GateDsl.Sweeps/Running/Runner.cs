namespace GateDsl.Sweeps;

/// <summary>Does the runs of a share that are not done, on one core or several.</summary>
/// <param name="plan">What there is to run.</param>
/// <param name="folder">Where results go.</param>
/// <param name="options">How.</param>
/// <param name="output">For how it goes.</param>
/// <param name="error">For runs that fail.</param>
internal sealed class Runner(Plan plan, ResultsFolder folder, RunOptions options, TextWriter output, TextWriter error)
{
    // Together well below the five seconds that a run in hand is given.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    /// <summary>As often a run may break off before <c>--skip-failed</c> leaves it alone: once is a node that died.</summary>
    private const int MostBreaks = 3;

    private int _skippedFailed;
    private int _skippedBroken;

    /// <summary>What was left alone, in words; empty: nothing.</summary>
    private string Skipped => string.Concat(
        _skippedFailed > 0 ? $", {_skippedFailed} failed and skipped" : "",
            _skippedBroken > 0 ? $", {_skippedBroken} broke off {MostBreaks} times or more and skipped" : "");

    /// <summary>Runs until the share is done, the disk is full or a signal comes; an <see cref="ExitCode"/>.</summary>
    public int Run()
    {
        RunnerHistory history = RunnerHistory.Read(folder);
        Inventory inventory = Inventory.Read(folder, plan.Count);
        ForgetTheDead(history);
        RunQueue queue = new(Remaining(inventory, history), inventory, history);
        if (queue.Count == 0)
        {
            output.WriteLine(Skipped.Length == 0
                ? $"All runs of share {options.Share.Index} of {options.Share.Of} are done."
                : $"Share {options.Share.Index} of {options.Share.Of}: {options.Share.Runs(plan.Count).Count(inventory.IsDone)} done{Skipped}.");
            return ExitCode.Done;
        }

        using StopSignal signal = new();
        using RunnerLog log = RunnerLog.Create(folder);
        using Claims claims = new(folder);
        using CancellationTokenSource cancellation = new();
        using CountdownEvent working = new(options.Cores);
        using ExitGuard guard = new(plan, log, signal, error);
        RunCounts counts = new();
        Worker worker = new(plan, folder, options, queue, claims, log, counts, signal, error, cancellation.Token);
        for (int i = 0; i < options.Cores; i++)
        {
            // In the background: a run that does not listen must not keep the process alive.
            new Thread(() => Work(worker, working)) { IsBackground = true, Name = $"run {i}" }.Start();
        }

        ProgressLines progress = new(output, queue.Count, counts, options.Cores);
        while (WaitHandle.WaitAny([working.WaitHandle, signal.Arrived], ProgressLines.Interval) == WaitHandle.WaitTimeout)
        {
            progress.Write();
        }

        if (signal.HasArrived && !working.Wait(Patience))
        {
            cancellation.Cancel();
            working.Wait(LastPatience);
        }

        // What is still in hand: runs that do not listen, and those that the full disk ended.
        TryDropAll(log);
        Disk.TryDeleteFolder(Path.Combine(folder.Unfinished, log.Name));
        return Conclude(worker, queue, counts, signal);
    }

    private static void Work(Worker worker, CountdownEvent working)
    {
        worker.Work();
        try
        {
            working.Signal();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    private static void TryDropAll(RunnerLog log)
    {
        try
        {
            log.DropAll();
        }
        catch (IOException)
        {
            // There is no room for a line: the runs count as broken off.
        }
    }

    private int Conclude(Worker worker, RunQueue queue, RunCounts counts, StopSignal signal)
    {
        string tally = $"{counts.Done} done, {counts.Failed} failed, {counts.Elsewhere} done by others, of {queue.Count}{Skipped}";
        if (worker.DiskError is { } diskError)
        {
            error.WriteLine($"Stopped: {diskError.Message.ReplaceLineEndings(" ")} What is done is kept ({tally}); run again {(Disk.IsFull(diskError) ? "when there is room" : "to do the rest")}.");
            return ExitCode.Failed;
        }

        if (signal.HasArrived && counts.Settled < queue.Count)
        {
            error.WriteLine($"Stopped by a signal: {tally}. Run again to do the rest.");
            return ExitCode.Signal + signal.Number;
        }

        output.WriteLine($"Share {options.Share.Index} of {options.Share.Of}: {tally}.");
        return counts.Failed > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    /// <summary>The runs of the share without a whole result. A file that is none is set aside, not thrown away.</summary>
    private List<int> Remaining(Inventory inventory, RunnerHistory history)
    {
        List<int> remaining = [];
        foreach (int run in options.Share.Runs(plan.Count))
        {
            if (!inventory.IsDone(run))
            {
                if (options.SkipsFailed && inventory.HasFailed(run))
                {
                    _skippedFailed++;
                }
                else if (options.SkipsFailed && history.LostCount(run) >= MostBreaks)
                {
                    _skippedBroken++;
                }
                else
                {
                    remaining.Add(run);
                }
            }
            else if (RunResult.FromBytes(File.ReadAllBytes(folder.Done(run)), run, plan.Fingerprint) is null)
            {
                Directory.CreateDirectory(folder.Broken);
                string aside = Path.Combine(folder.Broken, $"{ResultsFolder.Name(run)}.{Path.GetRandomFileName()}");
                File.Move(folder.Done(run), aside);
                error.WriteLine($"The file of run {run} was not whole; it is now {aside}, and the run is done again.");
                remaining.Add(run);
            }
        }

        return remaining;
    }

    /// <summary>Removes what runners left unfinished when they died.</summary>
    private void ForgetTheDead(RunnerHistory history)
    {
        if (!Directory.Exists(folder.Unfinished))
        {
            return;
        }

        foreach (string left in Directory.EnumerateDirectories(folder.Unfinished))
        {
            string name = Path.GetFileName(left);

            // A runner has a log before it has anything unfinished; one without a log in the history began after it was read.
            if (history.Knows(name) && !history.IsLiving(name) && !RunnerLog.MayLive(name))
            {
                Disk.TryDeleteFolder(left);
            }
        }
    }
}
