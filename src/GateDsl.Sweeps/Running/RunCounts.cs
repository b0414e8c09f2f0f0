namespace GateDsl.Sweeps;

/// <summary>What a runner has done so far.</summary>
internal sealed class RunCounts
{
    private int _done;
    private int _failed;
    private int _elsewhere;

    /// <summary>Runs done here.</summary>
    public int Done => _done;

    /// <summary>Runs that failed here.</summary>
    public int Failed => _failed;

    /// <summary>Runs that others did meanwhile.</summary>
    public int Elsewhere => _elsewhere;

    /// <summary>All that are settled.</summary>
    public int Settled => _done + _failed + _elsewhere;

    public void AddDone() => Interlocked.Increment(ref _done);

    public void AddFailed() => Interlocked.Increment(ref _failed);

    public void AddElsewhere() => Interlocked.Increment(ref _elsewhere);
}
