using GateDsl.Benchmarks.Checks;
using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Peers;
using GateDsl.Benchmarks.Report;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks;

/// <summary>All parts, one after the other.</summary>
internal static class BenchmarkRun
{
    private static readonly (string Name, Func<BenchmarkOptions, IEnumerable<Check>> Measure, bool IsPinned)[] s_checks =
    [
        ("flat-datapoints", Flatness.Datapoints, true),
        ("flat-width", Flatness.Width, true),
        ("edits", EditTimes.Measure, false),
        ("allocations", _ => Allocations.Measure(), true),
        ("narrow-vectors", NarrowVectors.Kept, false),
        ("many", ManySeeds.TwoCores, false),
    ];

    /// <summary>What --only takes.</summary>
    public static IEnumerable<string> Parts =>
        [.. Comparisons.All.Select(comparison => comparison.Name), .. s_checks.Select(check => check.Name), "scaling"];

    /// <summary>Returns 0, or 1 where the losses of two sides differ or a result is wrong; a bound of speed that is missed is only said.</summary>
    public static int Run(BenchmarkOptions options)
    {
        string machine = Machine.Describe();
        Console.WriteLine(machine);
        (List<ComparisonRow> rows, List<Check> checks) = ([], []);
        using (Cores.First(1))
        {
            Comparer comparer = new(options.Pairs, options.Shortest);
            foreach ((string name, Func<bool, Comparison> make) in Comparisons.All.Where(comparison => options.Wants(comparison.Name)))
            {
                if (rows.Count == 0)
                {
                    TorchLibrary.Load();
                }

                Console.WriteLine($"  {name} ...");
                rows.AddRange(comparer.Run(make(options.IsQuick)));
                Save();
                GC.Collect();
            }
        }

        foreach ((string name, Func<BenchmarkOptions, IEnumerable<Check>> measure, bool isPinned) in s_checks)
        {
            if (!options.Wants(name))
            {
                continue;
            }

            Console.WriteLine($"  {name} ...");
            using Cores? core = isPinned ? Cores.First(1) : null;
            checks.AddRange(measure(options));
            Save();
        }

        if (options.Wants("scaling"))
        {
            Scaling.Draw(options);
        }

        Console.WriteLine();
        Console.WriteLine(Save());
        return rows.TrueForAll(row => row.HasEqualLosses) && checks.TrueForAll(check => !check.IsOfResults || check.IsMet == true) ? 0 : 1;

        // After every part: a run takes many minutes, and what is measured is kept whatever happens to the rest.
        string Save()
        {
            string tables = $"{machine}\n\n{(rows.Count > 0 ? MarkdownTable.Of(rows) + '\n' : "")}"
                + (checks.Count > 0 ? MarkdownTable.Of(checks) : "");
            Directory.CreateDirectory(options.Folder);
            File.WriteAllText(Path.Combine(options.Folder, "benchmarks.md"), tables);
            return tables;
        }
    }
}
