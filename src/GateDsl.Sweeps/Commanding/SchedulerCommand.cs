using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary>What the commands of all schedulers have in common.</summary>
internal abstract class SchedulerCommand : Command
{
    private const int MostShares = 1_000_000;

    private readonly Option<string> _plan = CommonOptions.Plan();
    private readonly Option<string> _results = CommonOptions.Results();
    private readonly Option<int> _cores = CommonOptions.Cores();
    private readonly Option<int> _retries = CommonOptions.Retries();
    private readonly Option<string?> _checkpoints = CommonOptions.Checkpoints();

    private readonly Option<int> _of = new("--of") { Description = "Number of tasks; each does a share of the runs.", HelpName = "N", Required = true };

    private readonly Option<string?> _time =
        new("--time") { Description = "Time limit of a task, as Slurm writes it: 30 (minutes), 2:00:00, 1-12.", HelpName = "TIME" };

    private readonly Option<string?> _memory = new("--memory") { Description = "Memory of a task, as in 4G.", HelpName = "SIZE" };

    private readonly Option<int?> _atOnce = new("--at-once") { Description = "How many tasks may run at once.", HelpName = "N" };

    private readonly SweepProgram _program;

    /// <param name="name">Of the scheduler.</param>
    /// <param name="description">A sentence.</param>
    /// <param name="program">Whose plans.</param>
    /// <param name="hasLimits">Whether it knows limits of time and memory.</param>
    protected SchedulerCommand(string name, string description, SweepProgram program, bool hasLimits)
        : base(name, description)
    {
        _program = program;
        foreach (Option option in (Option[])[_plan, _results, _of, _cores, _retries, _checkpoints, _atOnce])
        {
            Add(option);
        }

        if (hasLimits)
        {
            Add(_time);
            Add(_memory);
        }
    }

    /// <summary>Reads the common options. The results folder is made: it holds the plan that runs, and schedulers do not make folders for logs.</summary>
    protected JobOptions Read(ParseResult parsed)
    {
        int shares = CommonOptions.AtLeast(parsed.GetValue(_of), 1, "--of");
        if (shares > MostShares)
        {
            throw new WrongUseException($"--of {shares} is more than {MostShares} tasks.");
        }

        int cores = CommonOptions.AtLeast(parsed.GetValue(_cores), 1, "--cores");
        int retries = CommonOptions.AtLeast(parsed.GetValue(_retries), 0, "--retries");
        TimeLimit? time = Options.Contains(_time) && parsed.GetValue(_time) is { } limit ? TimeLimit.Parse(limit) : null;
        MemorySize? memory = Options.Contains(_memory) && parsed.GetValue(_memory) is { } size ? MemorySize.Parse(size) : null;
        int? atOnce = parsed.GetValue(_atOnce) is { } most ? CommonOptions.AtLeast(most, 1, "--at-once") : null;
        (Plan plan, string text) = PlanFile.Read(_program, parsed.GetValue(_plan)!);
        ResultsFolder folder = ResultsFolder.Create(parsed.GetValue(_results)!, plan, text);
        Directory.CreateDirectory(folder.Logs);
        return new JobOptions(plan, folder, shares, cores, retries, time, memory, parsed.GetValue(_checkpoints), atOnce);
    }
}
