using System.Runtime.InteropServices;

namespace GateDsl.Commanding;

/// <summary>
/// Ctrl+C, or a request to end the process, ends it: what asks <see cref="Token"/> has a moment to end in good order, then the process ends
/// whatever it is at. Files are written whole (<see cref="WholeFile"/>), so nothing is left half done.
/// </summary>
public sealed class StopSignal : IDisposable
{
    private const int Moment = 400;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _code;

    /// <summary>From now on.</summary>
    public StopSignal() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Cancelled)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated)),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of a run, by the signal that stopped it.</summary>
    /// <param name="code">What the run says.</param>
    public int CodeOf(int code) => code == ExitCode.Cancelled && _code != 0 ? _code : code;

    /// <summary>Leaves signals to the system again.</summary>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = true;
        if (Interlocked.CompareExchange(ref _code, code, 0) != 0)
        {
            Environment.Exit(code);
        }

        // A thread of its own: all of the pool may be at work.
        new Thread(() =>
        {
            Thread.Sleep(Moment);
            Console.Error.WriteLine("Stopped.");
            Environment.Exit(code);
        })
        { IsBackground = true }.Start();
        _source.Cancel();
    }
}
