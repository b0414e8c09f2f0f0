using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>script slurm</c>: a job script, printed or submitted.</summary>
internal sealed class SlurmCommand : SchedulerCommand
{
    private readonly Option<string[]> _modules =
        new("--module") { Description = "A module to load first; may be given several times.", HelpName = "NAME", DefaultValueFactory = _ => [] };

    private readonly Option<string?> _mail = new("--mail") { Description = "Who is told when the array ends or fails.", HelpName = "ADDRESS" };

    private readonly Option<string[]> _directives = new("--sbatch")
    {
        Description = "A further option of sbatch, as in --sbatch=--partition=long; may be given several times.",
        HelpName = "OPTION",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _submit = new("--submit") { Description = "Hands the script to sbatch and prints the job's id." };

    public SlurmCommand(SweepProgram program, TextWriter output)
        : base("slurm", "A job script for a Slurm array.", program, hasLimits: true)
    {
        foreach (Option option in (Option[])[_modules, _mail, _directives, _submit])
        {
            Add(option);
        }

        SetAction(parsed =>
        {
            string script = new SlurmScript(Read(parsed), parsed.GetValue(_modules)!, parsed.GetValue(_mail), parsed.GetValue(_directives)!).Print();
            output.Write(parsed.GetValue(_submit) ? SlurmSubmission.Submit(script) + "\n" : script);
            return ExitCode.Done;
        });
    }
}
