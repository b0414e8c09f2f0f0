namespace GateDsl;

/// <summary>
/// Who computes with a network: its work space is one, and while it trains its weights move, so a second thread is refused instead of being given
/// a wrong number. The thread that trains may evaluate the network where it is told of progress.
/// </summary>
internal sealed class NetworkUse
{
    private int _thread;
    private int _depth;

    /// <summary>Begins a computation, until <see cref="Leave"/>.</summary>
    /// <exception cref="InvalidOperationException">Another thread computes with the network.</exception>
    public Lease Enter()
    {
        int thread = Environment.CurrentManagedThreadId;
        int user = Interlocked.CompareExchange(ref _thread, thread, 0);
        if (user != 0 && user != thread)
        {
            throw new InvalidOperationException(
                "Another thread trains or evaluates this network: its weights move and its work space is taken. Evaluate it after the training, or "
                + "while it trains from an IProgress<TrainingProgress> that is called at once (Progress<T> calls later, from another thread), or evaluate a copy.");
        }

        _depth++;
        return new Lease(this);
    }

    /// <summary>Begins what moves the weights: not within a training, whose they are.</summary>
    /// <exception cref="InvalidOperationException">Another thread computes with the network, or this one trains it.</exception>
    public Lease EnterToMove()
    {
        Lease lease = Enter();
        if (!IsWithin)
        {
            return lease;
        }

        Leave();
        throw new InvalidOperationException(
            "This network is being trained: where it is told of progress it may be evaluated, not trained. Do that after the training, or with a copy.");
    }

    /// <summary>What has begun is within something else that this thread does with the network.</summary>
    public bool IsWithin => _depth > 1;

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Leave()
    {
        if (--_depth == 0)
        {
            Volatile.Write(ref _thread, 0);
        }
    }

    /// <summary>Ends a computation at the end of a block.</summary>
    public readonly struct Lease(NetworkUse use) : IDisposable
    {
        public void Dispose() => use.Leave();
    }
}
