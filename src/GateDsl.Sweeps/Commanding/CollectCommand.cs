using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>collect</c>: one table of all results.</summary>
internal sealed class CollectCommand : Command
{
    private const int MostErrors = 10;

    private readonly Option<string> _plan = CommonOptions.Plan();
    private readonly Option<string> _results = CommonOptions.Results();

    private readonly Option<string> _out = CommonOptions.Place("--out", "The table in the plan's order, with the ending .csv or .parquet.", "FILE", "all.csv");

    private readonly Option<bool> _partial = new("--partial") { Description = "Writes the table also where runs are missing, without them." };

    private readonly Option<string?> _resources = CommonOptions.PlaceIfSaid("--resources", "A table apart of each run's time and memory, CSV.", "FILE");

    public CollectCommand(SweepProgram program, TextWriter output, TextWriter error)
        : base("collect", "Collects the results in one table, the same bytes whoever ran what, when and where.")
    {
        foreach (Option option in (Option[])[_plan, _results, _out, _partial, _resources])
        {
            Add(option);
        }

        SetAction(parsed => Collect(program, parsed, output, error));
    }

    private int Collect(SweepProgram program, ParseResult parsed, TextWriter output, TextWriter error)
    {
        CheckTargets(parsed);
        (Plan plan, _) = PlanFile.Read(program, parsed.GetValue(_plan)!);
        ResultsFolder? folder = ResultsFolder.Find(parsed.GetValue(_results)!, plan);
        Inventory inventory = Inventory.Read(folder, plan.Count);
        WriteUndone(plan, folder, inventory, error);
        bool isComplete = inventory.DoneCount == plan.Count;
        if (parsed.GetValue(_resources) is { } resources)
        {
            NamedFile.Write("The table of times", resources, stream => ResultTable.WriteResources(stream, RunnerHistory.Read(folder)));
        }

        string path = parsed.GetValue(_out)!;
        if (!isComplete && !parsed.GetValue(_partial))
        {
            error.WriteLine($"{plan.Count - inventory.DoneCount} of {plan.Count} runs have no result, so {path} is not written; --partial writes it without them.");
            return ExitCode.Incomplete;
        }

        RunResult?[] results = folder is null ? new RunResult?[plan.Count] : Collector.Read(plan, folder, inventory);
        NamedFile.Write("The table", path, IsParquet(path)
            ? stream => ParquetTable.Write(stream, plan, results)
            : stream => ResultTable.WriteCsv(stream, plan, results));
        output.WriteLine($"{path}: {inventory.DoneCount} of {plan.Count} runs");
        return ExitCode.Done;
    }

    private static void WriteUndone(Plan plan, ResultsFolder? folder, Inventory inventory, TextWriter error)
    {
        int[] missing = [.. inventory.Missing()];
        if (missing.Length > 0)
        {
            error.WriteLine($"missing: {RunList.Print(missing)}");
        }

        int[] failed = [.. inventory.Failed()];
        if (failed.Length > 0)
        {
            error.WriteLine($"failed: {RunList.Print(failed)}");
        }

        foreach (int run in failed.Take(MostErrors))
        {
            error.WriteLine($"{plan.Describe(run)} failed: {RunFailure.Read(folder!.Failed(run))?.Error ?? "its record cannot be read"}");
        }
    }

    private static bool IsParquet(string path) => Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Holds the tables to places where they replace nothing of the sweep, and to endings that say what is in them.</summary>
    private void CheckTargets(ParseResult parsed)
    {
        (string plan, string results, string path) = (parsed.GetValue(_plan)!, parsed.GetValue(_results)!, parsed.GetValue(_out)!);
        string? resources = parsed.GetValue(_resources);
        foreach ((string option, string? target) in ((string, string?)[])[("--out", path), ("--resources", resources)])
        {
            if (target is null)
            {
                continue;
            }

            if (NamedFile.Follow(target) == NamedFile.Follow(plan))
            {
                throw new WrongUseException($"{option} {target} is the plan; give the table a file of its own.");
            }

            if (NamedFile.IsWithin(target, results))
            {
                throw new WrongUseException(
                    $"{option} {target} lies in the results folder, which holds what runs leave and nothing else; write the table elsewhere.");
            }

            string ending = Path.GetExtension(target).ToLowerInvariant();
            if (ending is not ("" or ".csv") && !(target == path && IsParquet(path)))
            {
                throw new WrongUseException($"{option} {target} ends with {ending}; tables are written as .csv{(option == "--out" ? " or .parquet" : "")}.");
            }
        }

        if (resources is not null && NamedFile.Follow(resources) == NamedFile.Follow(path))
        {
            throw new WrongUseException($"--out and --resources are both {path}; they are two tables.");
        }
    }
}
