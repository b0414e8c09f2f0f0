using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>run</c>: does what is not done of a share.</summary>
internal sealed class RunCommand : Command
{
    private readonly Option<string> _plan = CommonOptions.Plan();
    private readonly Option<string> _results = CommonOptions.Results();
    private readonly Option<int> _cores = CommonOptions.Cores();
    private readonly Option<int> _retries = CommonOptions.Retries();
    private readonly Option<string?> _checkpoints = CommonOptions.Checkpoints();

    private readonly Option<int> _index = new("--index") { Description = "Which share, from 0.", HelpName = "I", DefaultValueFactory = _ => 0 };

    private readonly Option<int> _of = new("--of") { Description = "Number of shares.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private readonly Option<bool> _skipFailed =
        new("--skip-failed") { Description = "Leaves runs alone that failed before, and those with which the process ended three times." };

    public RunCommand(SweepProgram program, TextWriter output, TextWriter error)
        : base("run", "Does the runs of a share that are not done. It can be stopped, killed and started again anywhere, also several times at once.")
    {
        foreach (Option option in (Option[])[_plan, _results, _index, _of, _cores, _retries, _skipFailed, _checkpoints])
        {
            Add(option);
        }

        SetAction(parsed =>
        {
            RunOptions options = new(
                Share.Create(parsed.GetValue(_index), parsed.GetValue(_of)),
                CommonOptions.AtLeast(parsed.GetValue(_cores), 1, "--cores"),
                CommonOptions.AtLeast(parsed.GetValue(_retries), 0, "--retries"),
                parsed.GetValue(_skipFailed),
                parsed.GetValue(_checkpoints));
            (Plan plan, string text) = PlanFile.Read(program, parsed.GetValue(_plan)!);
            ResultsFolder folder = ResultsFolder.Create(parsed.GetValue(_results)!, plan, text);
            return new Runner(plan, folder, options, output, error).Run();
        });
    }
}
