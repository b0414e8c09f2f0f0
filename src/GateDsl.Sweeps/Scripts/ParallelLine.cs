using System.Text;

namespace GateDsl.Sweeps;

/// <summary>A line for GNU parallel: one job per share.</summary>
/// <param name="Options">What every scheduler needs to know.</param>
internal sealed record ParallelLine(JobOptions Options)
{
    public string Print()
    {
        string jobs = Options.Parallel is { } most ? $"{most}" : Options.Cores == 1 ? "100%" : $"$((($(nproc) + {Options.Cores - 1}) / {Options.Cores}))";

        // parallel hands the words to a shell once more; the stopping of jobs is given the five seconds that runs may take.
        string task = $"{Bash.Quote(ProgramCommand.Find())} {Bash.Quote(Options.Arguments(Options.Folder.Root))} --index {{}}";
        StringBuilder line = new();
        line.Append($"seq 0 {Options.Shares - 1} | parallel --jobs {jobs} --line-buffer --termseq TERM,6000,KILL,100 {Bash.Quote(task)}\n");
        return line.ToString();
    }
}
