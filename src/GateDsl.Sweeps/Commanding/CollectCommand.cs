using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>collect</c>: one table of all results.</summary>
internal sealed class CollectCommand : Command
{
    private const int MostErrors = 10;

    private readonly Option<string> _plan = CommonOptions.Plan();
    private readonly Option<string> _results = CommonOptions.Results();

    private readonly Option<string> _out = new("--out") { Description = "The table in the plan's order: Parquet where it ends with .parquet, else CSV.", HelpName = "FILE", DefaultValueFactory = _ => "all.csv" };

    private readonly Option<bool> _partial = new("--partial") { Description = "Writes the table also where runs are missing, without them." };

    private readonly Option<string?> _resources = new("--resources") { Description = "A table apart of each run's time and memory.", HelpName = "FILE" };

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
        (Plan plan, _) = PlanFile.Read(program, parsed.GetValue(_plan)!);
        ResultsFolder? folder = ResultsFolder.Find(parsed.GetValue(_results)!, plan);
        Inventory inventory = Inventory.Read(folder, plan.Count);
        WriteUndone(plan, folder, inventory, error);
        bool isComplete = inventory.DoneCount == plan.Count;
        if (parsed.GetValue(_resources) is { } resources)
        {
            Write(resources, stream => ResultTable.WriteResources(stream, RunnerHistory.Read(folder)));
        }

        string path = parsed.GetValue(_out)!;
        if (!isComplete && !parsed.GetValue(_partial))
        {
            error.WriteLine($"{plan.Count - inventory.DoneCount} of {plan.Count} runs have no result, so {path} is not written; --partial writes it without them.");
            return ExitCode.Incomplete;
        }

        RunResult?[] results = folder is null ? new RunResult?[plan.Count] : Collector.Read(plan, folder, inventory);
        Write(path, path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
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

    private static void Write(string path, Action<Stream> write)
    {
        try
        {
            WholeFile.Write(path, write);
        }
        catch (Exception exception) when (Disk.IsError(exception) && !Disk.IsFull(exception))
        {
            throw new WrongUseException($"The table cannot be written to {path}: {exception.Message}");
        }
    }
}
