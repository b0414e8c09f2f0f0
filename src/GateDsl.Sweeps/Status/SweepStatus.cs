namespace GateDsl.Sweeps;

/// <summary>How far a sweep is. Every run is exactly one of done, running, failed and missing.</summary>
/// <param name="Count">Runs in all.</param>
/// <param name="Done">Runs with results.</param>
/// <param name="Running">Runs that a runner has in hand.</param>
/// <param name="Failed">Runs that failed and are not tried again just now.</param>
/// <param name="Missing">The others.</param>
/// <param name="BrokenOff">How often those of the missing were begun that never ended, as their process died.</param>
/// <param name="Runners">Processes at work.</param>
/// <param name="Spent">What the finished runs took.</param>
/// <param name="Queue">The scheduler's words on the sweep's jobs; null: there is no scheduler, or no job.</param>
internal sealed record SweepStatus(
    int Count, int Done, int Running, int[] Failed, int[] Missing, IReadOnlyDictionary<int, int> BrokenOff, int Runners,
        IReadOnlyCollection<Spent> Spent, string? Queue)
{
    /// <summary>Looks at the results, and asks the queue.</summary>
    public static SweepStatus Read(Plan plan, ResultsFolder? folder)
    {
        // Logs before results: a run that ends in between counts as running, and never as two things.
        RunnerHistory history = RunnerHistory.Read(folder);
        Inventory inventory = Inventory.Read(folder, plan.Count);
        int running = history.InHand.Count(run => run < plan.Count && !inventory.IsDone(run));
        int[] missing = [.. inventory.Missing().Where(run => !history.InHand.Contains(run))];
        return new SweepStatus(
            plan.Count,
            inventory.DoneCount,
            running,
            [.. inventory.Failed().Where(run => !history.InHand.Contains(run))],
            missing,
            missing.Where(run => history.LostCount(run) > 0).ToDictionary(run => run, history.LostCount),
            history.LivingCount,
            history.Spent.Values,
            SlurmQueue.Describe(JobName.Of(plan)));
    }

    /// <summary>Name and value of each thing there is to say.</summary>
    public IEnumerable<(string Name, string Value)> Describe()
    {
        yield return ("done", $"{Done} of {Count}");
        yield return ("running", Running == 0 ? "0" : $"{Running} in {Runners} {(Runners == 1 ? "process" : "processes")}");
        yield return ("failed", $"{Failed.Length}");
        yield return ("missing", $"{Missing.Length}");
        if (BrokenOff.Count > 0)
        {
            int most = BrokenOff.Values.Max();
            yield return ("broke off",
                $"{BrokenOff.Count} of the missing, begun {(most == 1 ? "once" : $"up to {most} times")} and never ended; --list names them");
        }

        if (Queue is not null)
        {
            yield return ("queue", Queue);
        }

        if (Spent.Count == 0)
        {
            yield break;
        }

        double[] seconds = [.. Spent.Select(spent => spent.Seconds).Order()];
        yield return ("a run",
            $"{Durations.Print(TimeSpan.FromSeconds(seconds[seconds.Length / 2]))} in the median, {Durations.Print(TimeSpan.FromSeconds(seconds[^1]))} at most"
            + (Spent.Max(spent => spent.PeakBytes) is var peak and > 0 ? $", {peak >> 20} MB of memory at most" : ""));
        if (Done < Count)
        {
            // The mean, not the median: slow runs are part of what is left.
            double left = seconds.Average() * (Count - Done);
            yield return ("estimate", Running > 1
                ? $"{Durations.Print(TimeSpan.FromSeconds(left / Running))} with {Running} at once"
                : $"{Durations.Print(TimeSpan.FromSeconds(left))} one after the other");
        }
    }
}
