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

    private readonly Option<string> _out = CommonOptions.Place("--out", "Where the plan is written to.", "FILE", "plan.json");

    private readonly Option<string> _results =
        CommonOptions.Place("--results", "The folder of results in which the plan that is replaced may have some.", "DIR", "results");

    private readonly Option<bool> _force = new("--force") { Description = "Replaces a plan that has results; they stay, with a copy of their plan." };

    private readonly Option<bool> _skipImpossible = new("--skip-impossible") { Description = "Leaves out points at which the experiment has no answer." };

    public PlanCommand(SweepProgram program, TextWriter output)
        : base("plan", "Writes a plan: every run of a sweep, checked before anything runs.")
    {
        foreach (Experiment experiment in program)
        {
            Command command = new(experiment.Name, Describe(experiment)) { _settings, _seeds, _out, _results, _force, _skipImpossible };
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
        (Plan plan, string text) = PlanFile.Create(program, experiment, values, seeds, points: null);
        int points = plan.Count / seeds.Count;
        if (Planner.CheckPoints(plan, parsed.GetValue(_skipImpossible)) is { } possible)
        {
            (plan, text) = PlanFile.Create(program, experiment, values, seeds, possible);
        }

        string path = parsed.GetValue(_out)!;
        CheckReplaced(path, parsed.GetValue(_results)!, plan, parsed.GetValue(_force));
        NamedFile.Write("The plan", path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

        IEnumerable<string> factors = experiment.Parameters
            .Select((parameter, i) => (parameter.Name, values[i].Length))
            .Where(factor => factor.Length > 1)
            .Select(factor => $"{factor.Length} of {factor.Name}")
            .Append($"{seeds.Count} {(seeds.Count == 1 ? "seed" : "seeds")}");
        string leftOut = plan.Points is null ? "" : $", without {points - plan.Points.Count} of {points} points, which have no answer";
        output.WriteLine($"{path}: {plan.Count} {(plan.Count == 1 ? "run" : "runs")} ({string.Join(" x ", factors)}{leftOut}), fingerprint {plan.Fingerprint[..8]}");
        return ExitCode.Done;
    }

    /// <summary>Holds a plan to replacing no other that has results: jobs may be at work on it, and by the new one nobody finds them.</summary>
    private static void CheckReplaced(string path, string results, Plan plan, bool isForced)
    {
        ResultsFolder folder = new(Path.GetFullPath(results));
        bool isTheirs = Path.GetFileName(path) == Path.GetFileName(folder.Plan)
            && Directory.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(folder.Runs)));
        if (isTheirs || NamedFile.IsWithin(path, results))
        {
            throw new WrongUseException($"{path} lies in a folder of results, whose plan must stay as it is; write this one elsewhere by --out.");
        }

        string? old = File.Exists(path) ? PlanFile.FingerprintOf(File.ReadAllText(path)) : null;
        if (isForced || old is null || old == plan.Fingerprint || ResultsFolder.FindFingerprint(results) != old)
        {
            return;
        }

        (int runs, int runners) = folder.CountUse();
        if (runs > 0 || runners > 0)
        {
            throw new WrongUseException(
                $"{path} is the plan of {runs} {(runs == 1 ? "result" : "results")} in {results}, and jobs may be at work on it. Write this plan elsewhere by --out; or replace that one by --force, and find its results with --plan {Path.Combine(results, Path.GetFileName(folder.Plan))}.");
        }
    }
}
