using System.Diagnostics;

namespace GateDsl.Sweeps;

/// <summary>A line now and then on how many runs are done; a scheduler's log is no terminal.</summary>
internal sealed class ProgressLines(TextWriter output, int count, RunCounts counts, int cores)
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly long _start = Stopwatch.GetTimestamp();
    private int _settled = -1;

    /// <summary>Writes a line if anything has happened since the last.</summary>
    public void Write()
    {
        int settled = counts.Settled;
        if (settled == _settled)
        {
            return;
        }

        _settled = settled;
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        string left = settled == 0 ? "" : $", about {Durations.Print(elapsed * (count - settled) / settled)} left on {cores} {(cores == 1 ? "core" : "cores")}";
        output.WriteLine($"{settled} of {count} runs{(counts.Failed > 0 ? $", {counts.Failed} of them failed" : "")}{left}");
        output.Flush();
    }
}
