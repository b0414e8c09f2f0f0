namespace GateDsl;

/// <summary>The two functions that a caller of the C surface may give: who is told of epochs, and who is asked whether to go on.</summary>
/// <param name="progress">int (*)(void* state, int epoch, int epochs, double loss); 0: nobody is told.</param>
/// <param name="poll">int (*)(void* state); 0: nobody is asked.</param>
/// <param name="state">Handed to both.</param>
internal sealed unsafe class Callbacks(nint progress, nint poll, nint state) : IProgress<TrainingProgress>
{
    private const int Milliseconds = 100;

    private readonly CancellationTokenSource _stop = new();

    /// <summary>The options with these callbacks.</summary>
    public TrainingOptions Join(TrainingOptions options) =>
        options with { Progress = progress == 0 ? null : this, CancellationToken = _stop.Token };

    /// <summary>Computes on this thread, which asks between epochs.</summary>
    public T Run<T>(Func<T> compute) => poll == 0 ? compute() : new Interruption(Poll, _stop).During(compute);

    /// <summary>Computes on other threads, while this one asks.</summary>
    public T RunApart<T>(Func<CancellationToken, T> compute)
    {
        if (poll == 0)
        {
            return compute(_stop.Token);
        }

        Task<T> computation = Task.Run(() => compute(_stop.Token));
        while (!computation.IsCompleted)
        {
            // What it ends with, also an exception, is for the last line.
            Task.WaitAny([computation], Milliseconds);
            if (!computation.IsCompleted && !_stop.IsCancellationRequested && Poll())
            {
                _stop.Cancel();
            }
        }

        return computation.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (((delegate* unmanaged[Cdecl]<nint, int, int, double, int>)progress)(state, value.Epoch, value.Epochs, value.Loss) != 0)
        {
            _stop.Cancel();
        }
    }

    private bool Poll() => ((delegate* unmanaged[Cdecl]<nint, int>)poll)(state) != 0;
}
