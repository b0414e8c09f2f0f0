namespace GateDsl.Sweeps;

/// <summary><c>script parallel</c>: a line for GNU parallel.</summary>
internal sealed class ParallelCommand : SchedulerCommand
{
    public ParallelCommand(SweepProgram program, TextWriter output)
        : base("parallel", "A line for GNU parallel.", program, hasLimits: false) =>
        SetAction(parsed =>
        {
            output.Write(new ParallelLine(Read(parsed)).Print());
            return ExitCode.Done;
        });
}
