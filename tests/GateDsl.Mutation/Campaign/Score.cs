using System.Globalization;
using GateDsl.Mutation.Mutating;

namespace GateDsl.Mutation.Campaign;

/// <summary>What a run says at its end.</summary>
internal static class Score
{
    /// <param name="output">Where the table goes.</param>
    /// <param name="mutants">All.</param>
    /// <param name="drawn">Those that are scored.</param>
    /// <param name="results">Known so far.</param>
    /// <param name="coverage">The test projects that were asked: what lives through all of them survived, whatever others would do.</param>
    /// <param name="equivalent">Those that change nothing.</param>
    public static void Write(
        TextWriter output, IReadOnlyList<Mutant> mutants, IReadOnlyList<Mutant> drawn, Results results, IReadOnlyList<CoverageFile> coverage,
            EquivalentMutants equivalent)
    {
        output.WriteLine("| room | mutants | tried | killed | survived | equivalent | score | 95% of samples |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (Room room in Room.All)
        {
            Mutant[] all = [.. mutants.Where(mutant => Room.Of(mutant.File) == room)],
                tried = [.. drawn.Where(mutant => Room.Of(mutant.File) == room && IsKnown(mutant))];
            int killed = tried.Count(mutant => results.Killed(mutant.Id) is not null);
            int same = tried.Count(mutant => results.Killed(mutant.Id) is null && equivalent.Contains(mutant.Name));
            int counted = tried.Length - same;
            (double low, double high) = Wilson(killed, counted);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {room.Name} | {all.Length} | {tried.Length} | {killed} | {counted - killed} | {same} | "
                + $"{(counted == 0 ? 0 : 100.0 * killed / counted):0.0}% | {(tried.Length == all.Length ? "all" : $"{100 * low:0.0} to {100 * high:0.0}%")} |"));
        }

        bool IsKnown(Mutant mutant) => results.Killed(mutant.Id) is not null || coverage.All(assembly => results.IsTried(mutant.Id, assembly.Assembly));
    }

    /// <summary>One line a mutant that lives, with how many tests reach it.</summary>
    public static IEnumerable<string> Survivors(
        IReadOnlyList<Mutant> mutants, Results results, IReadOnlyList<CoverageFile> coverage, EquivalentMutants equivalent) => mutants
        .Where(mutant => results.Killed(mutant.Id) is null && !equivalent.Contains(mutant.Name)
            && coverage.Any(assembly => results.IsTried(mutant.Id, assembly.Assembly)))
        .OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Line)
        .Select(mutant => $"{mutant.Line}\t{coverage.Sum(assembly => assembly.All.Count(test => Reaches(test, mutant)))} reach, "
            + $"{coverage.Sum(assembly => results.Survived(mutant.Id, assembly.Assembly).Count)} tried\t{mutant.Name}");

    private static bool Reaches(Covered test, Mutant mutant) => test.IsPassing && (test.Reaches(mutant.Id) || test.ReachesOnce(mutant.Id));

    private static (double Low, double High) Wilson(int hits, int trials)
    {
        const double Z = 1.96;
        if (trials == 0)
        {
            return (0, 1);
        }

        double share = (double)hits / trials, spread = Z * Z / trials;
        double middle = (share + (spread / 2)) / (1 + spread), half = Z * Math.Sqrt(((share * (1 - share)) + (spread / 4)) / trials) / (1 + spread);
        return (middle - half, middle + half);
    }
}
