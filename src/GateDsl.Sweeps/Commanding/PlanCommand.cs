using System.CommandLine;
using System.Text;

namespace GateDsl.Sweeps;

/// <summary><c>plan EXPERIMENT</c>: a command per experiment, whose help shows its parameters.</summary>
internal sealed class PlanCommand : Command
{
    private readonly Option<string[]> _settings = new("--set")
    {
        Description = "Values of a parameter: a list (0.4,1.2), integers (1..9), steps (0.2..2:0.2), points (0..1/11), logarithmic points (1e-3..10/9log).",
        HelpName = "NAME=VALUES",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _seeds = new("--seeds")
    {
        Description = "Seeds of every point, as in 0..99 or 1,2,5.",
        HelpName = "SEEDS",
        DefaultValueFactory = _ => "0",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Where the plan is written to.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "plan.json",
    };

    public PlanCommand(SweepProgram program, TextWriter output)
        : base("plan", "Writes a plan: every run of a sweep, checked before anything runs.")
    {
        foreach (Experiment experiment in program)
        {
            Command command = new(experiment.Name, Describe(experiment)) { _settings, _seeds, _out };
            command.SetAction(parsed => Write(program, experiment, parsed, output));
            Add(command);
        }
    }

    private static string Describe(Experiment experiment)
    {
        StringBuilder text = new(experiment.Help);
        foreach (Parameter parameter in experiment.Parameters)
        {
            text.Append($"\n  {parameter.Name}: {parameter.Help} It is {parameter.Bounds}; {parameter.Print(parameter.DefaultValue)} where it is not set.");
        }

        return text.ToString();
    }

    private int Write(SweepProgram program, Experiment experiment, ParseResult parsed, TextWriter output)
    {
        IReadOnlyList<object[]> values = Planner.ReadSettings(experiment, parsed.GetValue(_settings)!);
        SeedList seeds = SeedList.Parse(parsed.GetValue(_seeds)!);
        (Plan plan, string text) = PlanFile.Create(program, experiment, values, seeds);
        Planner.CheckPoints(plan);

        string path = parsed.GetValue(_out)!;
        try
        {
            WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }
        catch (Exception exception) when (Disk.IsError(exception) && !Disk.IsFull(exception))
        {
            throw new WrongUseException($"The plan cannot be written to {path}: {exception.Message}");
        }

        IEnumerable<string> factors = experiment.Parameters
            .Select((parameter, i) => (parameter.Name, values[i].Length))
            .Where(factor => factor.Length > 1)
            .Select(factor => $"{factor.Length} of {factor.Name}")
            .Append($"{seeds.Count} {(seeds.Count == 1 ? "seed" : "seeds")}");
        output.WriteLine($"{path}: {plan.Count} runs ({string.Join(" x ", factors)}), fingerprint {plan.Fingerprint[..8]}");
        return ExitCode.Done;
    }
}
