using Spectre.Console;
using Spectre.Console.Rendering;

namespace GateDsl.Sweeps;

/// <summary>Shows how far a sweep is: lines, or a table that keeps up.</summary>
internal static class StatusView
{
    private const int MostErrors = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>A line for each thing there is to say, then the first errors.</summary>
    public static void WriteLines(SweepStatus status, Plan plan, ResultsFolder? folder, TextWriter output)
    {
        foreach ((string name, string value) in status.Describe())
        {
            output.WriteLine($"{name}: {value}");
        }

        WriteErrors(status.Failed.Take(MostErrors), plan, folder, output);
        if (status.Failed.Length > MostErrors)
        {
            output.WriteLine($"and {status.Failed.Length - MostErrors} more that failed; --list shows all");
        }
    }

    /// <summary>A line for every run that is neither done nor in hand.</summary>
    public static void WriteList(SweepStatus status, Plan plan, ResultsFolder? folder, TextWriter output)
    {
        WriteErrors(status.Failed, plan, folder, output);
        foreach (int run in status.Missing)
        {
            output.WriteLine(status.BrokenOff.TryGetValue(run, out int times)
                ? $"{plan.Describe(run)} broke off: begun {(times == 1 ? "once" : $"{times} times")}, and the process ended with it"
                : $"{plan.Describe(run)} is missing");
        }
    }

    /// <summary>A table on the terminal until nothing is left to do.</summary>
    public static void Watch(Func<SweepStatus> read)
    {
        SweepStatus status = read();
        AnsiConsole.Live(ToTable(status)).Start(context =>
        {
            while (status.Done < status.Count)
            {
                Thread.Sleep(Interval);
                status = read();
                context.UpdateTarget(ToTable(status));
            }
        });
    }

    private static void WriteErrors(IEnumerable<int> runs, Plan plan, ResultsFolder? folder, TextWriter output)
    {
        foreach (int run in runs)
        {
            RunFailure? failure = folder is null ? null : RunFailure.Read(folder.Failed(run));
            string attempts = failure is { Attempts: > 1 } ? $" after {failure.Attempts} attempts" : "";
            output.WriteLine($"{plan.Describe(run)} failed{attempts}: {failure?.Error ?? "its record cannot be read"}");
        }
    }

    private static IRenderable ToTable(SweepStatus status)
    {
        Table table = new Table { Border = TableBorder.Rounded, ShowHeaders = false }.AddColumns("", "");
        foreach ((string name, string value) in status.Describe())
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        }

        BreakdownChart chart = new BreakdownChart { Width = 60, ShowTags = false }
            .AddItem("done", status.Done, Color.Green)
            .AddItem("running", status.Running, Color.Yellow)
            .AddItem("failed", status.Failed.Length, Color.Red)
            .AddItem("missing", status.Missing.Length, Color.Grey);
        return new Rows(chart, table);
    }
}
