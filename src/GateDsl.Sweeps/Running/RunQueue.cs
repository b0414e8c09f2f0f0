namespace GateDsl.Sweeps;

/// <summary>
/// The runs that a runner has yet to do. First those that nobody began, then those that failed, last those with which a runner died: a run that
/// kills its process must not keep the others from being done. Runs that another process has in hand come back when all else is done.
/// </summary>
internal sealed class RunQueue
{
    private readonly Lock _lock = new();
    private readonly Queue<int> _waiting;
    private readonly Queue<int> _elsewhere = [];

    public RunQueue(IEnumerable<int> runs, Inventory inventory, RunnerHistory history)
    {
        _waiting = new Queue<int>(runs.OrderBy(history.LostCount).ThenBy(run => inventory.HasFailed(run) ? 1 : 0).ThenBy(run => run));
        Count = _waiting.Count;
    }

    /// <summary>Number of runs at the beginning.</summary>
    public int Count { get; }

    /// <summary>The next run, and whether another process was seen with it before.</summary>
    public bool TryTake(out int run, out bool wasElsewhere)
    {
        lock (_lock)
        {
            wasElsewhere = _waiting.Count == 0;
            return wasElsewhere ? _elsewhere.TryDequeue(out run) : _waiting.TryDequeue(out run);
        }
    }

    /// <summary>Puts back a run that another process has in hand.</summary>
    public void PutBack(int run)
    {
        lock (_lock)
        {
            _elsewhere.Enqueue(run);
        }
    }
}
