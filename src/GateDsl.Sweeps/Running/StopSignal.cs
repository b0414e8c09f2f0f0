using System.Runtime.InteropServices;

namespace GateDsl.Sweeps;

/// <summary>Turns SIGTERM and SIGINT into a wish to stop. A second one ends the process at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private readonly ManualResetEventSlim _arrived = new();

    public StopSignal() => _registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Receive(context, 15)),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Receive(context, 2))];

    /// <summary>The signal that came; 0: none yet.</summary>
    public int Number { get; private set; }

    /// <summary>Set when it comes.</summary>
    public WaitHandle Arrived => _arrived.WaitHandle;

    /// <summary>Whether it came.</summary>
    public bool HasArrived => _arrived.IsSet;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Receive(PosixSignalContext context, int number)
    {
        if (HasArrived)
        {
            return;
        }

        context.Cancel = true;
        Number = number;
        _arrived.Set();
    }
}
