using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>status</c>: how far a sweep is.</summary>
internal sealed class StatusCommand : Command
{
    private readonly Option<string> _plan = CommonOptions.Plan();
    private readonly Option<string> _results = CommonOptions.Results();

    private readonly Option<bool> _watch = new("--watch") { Description = "Keeps showing it on a terminal until all is done." };

    private readonly Option<bool> _list = new("--list") { Description = "Names every run that failed or is missing." };

    public StatusCommand(SweepProgram program, TextWriter output)
        : base("status", "Says how many runs are done, running, failed and missing, what the queue says, and how long it will take.")
    {
        foreach (Option option in (Option[])[_plan, _results, _watch, _list])
        {
            Add(option);
        }

        SetAction(parsed =>
        {
            (Plan plan, _) = PlanFile.Read(program, parsed.GetValue(_plan)!);
            ResultsFolder? folder = ResultsFolder.Find(parsed.GetValue(_results)!, plan);
            SweepStatus Read() => SweepStatus.Read(plan, folder ?? ResultsFolder.Find(parsed.GetValue(_results)!, plan));
            if (parsed.GetValue(_watch) && !Console.IsOutputRedirected)
            {
                StatusView.Watch(Read);
                return ExitCode.Done;
            }

            SweepStatus status = Read();
            if (parsed.GetValue(_list))
            {
                StatusView.WriteList(status, plan, folder, output);
            }
            else
            {
                StatusView.WriteLines(status, plan, folder, output);
            }

            return ExitCode.Done;
        });
    }
}
