using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>script</c>: the plan as a job of an existing scheduler.</summary>
internal sealed class ScriptCommand : Command
{
    public ScriptCommand(SweepProgram program, TextWriter output)
        : base("script", "Prints the plan as a job for a scheduler, one task per share.")
    {
        Add(new SlurmCommand(program, output));
        Add(new KubernetesCommand(program, output));
        Add(new ParallelCommand(program, output));
    }
}
