namespace GateDsl.Sweeps;

/// <summary>
/// Sees to it that a run that ends the process, by <c>Environment.Exit(0)</c> say, does not look like a share that is done: as long as a runner is at work the
/// process ends with <see cref="ExitCode.Incomplete"/>, or the code of the signal that came before.
/// </summary>
internal sealed class ExitGuard : IDisposable
{
    private readonly Plan _plan;
    private readonly RunnerLog _log;
    private readonly StopSignal _signal;
    private readonly TextWriter _error;

    public ExitGuard(Plan plan, RunnerLog log, StopSignal signal, TextWriter error)
    {
        (_plan, _log, _signal, _error) = (plan, log, signal, error);
        AppDomain.CurrentDomain.ProcessExit += Refuse;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Refuse;

    private void Refuse(object? sender, EventArgs arguments)
    {
        if (_signal.HasArrived)
        {
            Environment.ExitCode = ExitCode.Signal + _signal.Number;
            return;
        }

        Environment.ExitCode = ExitCode.Incomplete;
        _error.WriteLine($"A run ended the process, which no run may do. In hand: {string.Join(", ", _log.InHand.Select(_plan.Describe))}. Run again to do the rest.");
    }
}
