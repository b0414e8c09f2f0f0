namespace GateDsl;

/// <summary>
/// Long computations ask between two epochs whether their caller still wants them, a few times a second: a caller behind the C surface has no
/// thread to spare that could cancel. By thread; where nobody set one, asking costs nothing.
/// </summary>
internal sealed class Interruption(Func<bool> isStopped, CancellationTokenSource stop)
{
    private const long Milliseconds = 100;

    [ThreadStatic]
    private static Interruption? _current;

    private long _next = Environment.TickCount64 + Milliseconds;

    private CancellationToken Token => stop.Token;

    /// <summary>What is asked on this thread; null: nobody.</summary>
    public static Interruption? Current => _current;

    /// <summary>Lets the caller cancel, and ends the computation if he did: for those that know no token.</summary>
    /// <exception cref="OperationCanceledException">He did.</exception>
    public static void EndIfAsked()
    {
        if (_current is { } current)
        {
            current.Ask();
            current.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Computes with this one asked on this thread.</summary>
    public T During<T>(Func<T> compute)
    {
        Interruption? outer = _current;
        _current = this;
        try
        {
            return compute();
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>Lets the caller cancel, a few times a second.</summary>
    public void Ask()
    {
        long now = Environment.TickCount64;
        if (now >= _next)
        {
            _next = now + Milliseconds;
            if (isStopped())
            {
                stop.Cancel();
            }
        }
    }
}
