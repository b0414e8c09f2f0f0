using System.Text;

namespace GateDsl.Sweeps;

/// <summary>A job script for a Slurm array: one task per share.</summary>
/// <param name="Options">What every scheduler needs to know.</param>
/// <param name="Modules">To load before the program starts.</param>
/// <param name="Mail">Who is told when the array ends or fails; null: nobody.</param>
/// <param name="Directives">Further options of sbatch, as they stand after #SBATCH.</param>
internal sealed record SlurmScript(JobOptions Options, IReadOnlyList<string> Modules, string? Mail, IReadOnlyList<string> Directives)
{
    /// <summary>The script.</summary>
    public string Print()
    {
        Plan plan = Options.Plan;
        StringBuilder script = new();
        void Line(string text) => script.Append(text).Append('\n');
        void Directive(string text) => Line($"#SBATCH {text}");

        Line("#!/bin/bash");
        Line($"# {plan.Count} runs of '{plan.Experiment.Name}' in {Options.Shares} shares. Submitting it again does what is still missing.");
        Directive($"--job-name={JobName.Of(plan)}");
        Directive($"--array=0-{Options.Shares - 1}{(Options.Parallel is { } most ? $"%{most}" : "")}");
        Directive("--ntasks=1");
        Directive($"--cpus-per-task={Options.Cores}");
        if (Options.Time is { } time)
        {
            Directive($"--time={time.Text}");
        }

        if (Options.Memory is { } memory)
        {
            Directive($"--mem={memory}");
        }

        Directive($"--output={QuoteOption(Options.Folder.Logs.Replace("%", "%%", StringComparison.Ordinal) + "/%A_%a.log")}");
        Directive("--open-mode=append");
        Directive("--requeue");
        if (Mail is not null)
        {
            Directive($"--mail-user={QuoteOption(Mail)}");
            Directive("--mail-type=END,FAIL");
        }

        Line("# So many seconds before the time is up, and up to a minute more, so that runs can put themselves in order.");
        Directive($"--signal=B:TERM@{Options.Time?.Notice ?? TimeLimit.LongestNotice}");

        // Last, so that what is said by hand holds.
        foreach (string directive in Directives)
        {
            Directive(Bash.OneLine(directive));
        }

        Line("");
        Line("set -eu");
        foreach (string module in Modules)
        {
            Line($"module load {Bash.Quote(module)}");
        }

        if (ProgramCommand.FindRuntime() is { } runtime)
        {
            Line($"export DOTNET_ROOT=\"${{DOTNET_ROOT:-{EscapeInQuotes(runtime)}}}\"");
        }

        Line("# In place of the shell, so that signals reach the program and its exit code is the task's.");
        Line($"exec {Bash.Quote(ProgramCommand.Find())} {Bash.Quote(Options.Arguments(Options.Folder.Root))} --index \"$SLURM_ARRAY_TASK_ID\"");
        return script.ToString();
    }

    /// <summary>sbatch splits options at spaces unless they are quoted.</summary>
    private static string QuoteOption(string value) => Bash.Quote(value) == value ? value : $"\"{EscapeInQuotes(value)}\"";

    private static string EscapeInQuotes(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("$", "\\$").Replace("`", "\\`");
}
