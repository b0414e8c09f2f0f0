using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>
/// The table of a sweep: a row per run that is done, in the plan's order, with the run's number, its parameters, its seed and its results. Columns of
/// results come in the order in which the runs first name them, so the table depends on nothing but plan and results.
/// </summary>
internal static class ResultTable
{
    /// <summary>
    /// Writes the table as CSV: commas, LF, numbers as they read back to the same bits; a run without a result of some name has an empty cell.
    /// </summary>
    public static void WriteCsv(Stream stream, Plan plan, RunResult?[] results)
    {
        RunResult[] rows = [.. results.OfType<RunResult>()];
        Dictionary<string, int> columns = ColumnsOf(rows);
        using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
        CsvLine line = new(writer);
        line.Add("run");
        foreach (Parameter parameter in plan.Experiment.Parameters)
        {
            line.Add(parameter.Name);
        }

        line.Add("seed");
        foreach (string name in columns.Keys)
        {
            line.Add(name);
        }

        line.End();
        string?[] cells = new string?[columns.Count];
        foreach (RunResult result in rows)
        {
            line.Add(result.Run.ToString(CultureInfo.InvariantCulture));
            Point point = plan.PointOf(result.Run);
            for (int i = 0; i < plan.Values.Count; i++)
            {
                line.Add(point.Print(i));
            }

            line.Add(plan.SeedOf(result.Run).ToString(CultureInfo.InvariantCulture));
            Array.Clear(cells);
            for (int i = 0; i < result.Names.Length; i++)
            {
                cells[columns[result.Names[i]]] = result.Values[i].ToString("R", CultureInfo.InvariantCulture);
            }

            foreach (string? cell in cells)
            {
                line.Add(cell ?? "");
            }

            line.End();
        }
    }

    /// <summary>Writes what each run took, which no two machines agree on and so is no part of the table.</summary>
    public static void WriteResources(Stream stream, RunnerHistory history)
    {
        using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("run,seconds,cpu_seconds,peak_bytes");
        foreach ((int run, Spent spent) in history.Spent.OrderBy(pair => pair.Key))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run},{spent.Seconds},{spent.CpuSeconds},{spent.PeakBytes}"));
        }
    }

    /// <summary>The columns of results with their places.</summary>
    public static Dictionary<string, int> ColumnsOf(RunResult[] rows)
    {
        Dictionary<string, int> columns = [];
        foreach (RunResult result in rows)
        {
            foreach (string name in result.Names)
            {
                columns.TryAdd(name, columns.Count);
            }
        }

        return columns;
    }
}
