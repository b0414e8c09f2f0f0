using GateDsl.Mutation.Mutating;
using GateDsl.Mutation.Testing;

namespace GateDsl.Mutation.Campaign;

/// <summary>
/// Tries mutants in the order that they are given in. Of a mutant's tests those come first that are likeliest to kill it in the time they take, by what
/// they did to others in its file and room. After some kills the tests that made them run without a mutant: if one fails, the process was spoilt by
/// a mutant, and all of these are tried again, one by one.
/// </summary>
/// <param name="assembly">Of tests, covered.</param>
/// <param name="all">All mutants, also those that are not tried.</param>
/// <param name="results">Known so far; added to.</param>
/// <param name="against">Parts of names: only tests that have one are run. None: all are.</param>
/// <param name="budget">Milliseconds of tests a mutant may take; later runs with a larger budget go on.</param>
internal sealed class MutationRun(TestAssembly assembly, IReadOnlyList<Mutant> all, Results results, string[] against, int budget)
{
    private const int KillsBetweenChecks = 40, MostFresh = 100, Overhead = 20;

    private readonly Dictionary<(string Place, int Test), (int Kills, int Tries)> _record = [];
    private readonly List<(Mutant Mutant, Verdict Verdict, int Test)> _unchecked = [];

    /// <returns>Whether all have been tried.</returns>
    public bool Try(IReadOnlyList<Mutant> mutants, DateTime end)
    {
        // What earlier calls have learnt.
        ILookup<string, int> tests = Enumerable.Range(0, assembly.Tests.Count).Where(test => assembly.Tests[test] is not null)
            .ToLookup(test => assembly.Tests[test]!.Name);
        foreach (Mutant mutant in mutants)
        {
            if (results.Killed(mutant.Id) is { } known && known.Assembly == assembly.Name && tests[known.Test].ToArray() is [{ } killer])
            {
                Record(mutant, [killer], killer);
            }
        }

        // Those first that nothing is known of.
        foreach (Mutant mutant in mutants.Where(mutant => results.Killed(mutant.Id) is null)
            .OrderBy(mutant => results.IsTried(mutant.Id, assembly.Name)).ToArray())
        {
            if (DateTime.UtcNow > end)
            {
                Check();
                return false;
            }

            Try(mutant);
            if (_unchecked.Count == KillsBetweenChecks)
            {
                Check();
            }
        }

        Check();
        return true;
    }

    private void Try(Mutant mutant)
    {
        int[] chosen = Choose(mutant);
        if (chosen.Length == 0)
        {
            Keep(mutant, Verdict.Survived, -1, chosen);
            return;
        }

        (Verdict verdict, int killer) = assembly.TryQuickly(mutant.Id, chosen.Where(test => assembly.Tests[test]!.Reaches(mutant.Id)));
        Record(mutant, chosen, killer);
        if (verdict == Verdict.Crashed)
        {
            // What the process was spoilt by, if it was, cannot be found out any more.
            Check(isKnownSpoilt: true);
        }

        if (verdict == Verdict.Survived)
        {
            if (chosen.All(test => assembly.Tests[test]!.ReachesOnce(mutant.Id)))
            {
                // Computed once in a process, and that is done: a new one, and tests of the folder, which may use what is computed.
                Check();
                (verdict, killer) = assembly.TryAfresh(mutant.Id, chosen.Concat(OfFolder(mutant)).Distinct().Take(MostFresh));
            }

            Keep(mutant, verdict, killer, chosen);
            return;
        }

        if (verdict == Verdict.Crashed)
        {
            Keep(mutant, verdict, killer, chosen);
        }
        else
        {
            _unchecked.Add((mutant, verdict, killer));
        }
    }

    private int[] Choose(Mutant mutant)
    {
        IReadOnlySet<int> survived = results.Survived(mutant.Id, assembly.Name);
        long spent = 0;
        return
        [
            .. Enumerable.Range(0, assembly.Tests.Count).Where(test => assembly.Tests[test] is { IsPassing: true } covered
                && (covered.Reaches(mutant.Id) || covered.ReachesOnce(mutant.Id)) && !survived.Contains(covered.Number)
                && (against.Length == 0 || against.Any(part => covered.Name.Contains(part, StringComparison.Ordinal))))
                .OrderByDescending(test => Likelihood(mutant, test) / (Overhead + assembly.Tests[test]!.Milliseconds))
                .TakeWhile((test, i) => (spent += assembly.Tests[test]!.Milliseconds) <= budget || i == 0),
        ];
    }

    // Those in the folder of the same name first: many others use what is computed there and would not see that it is wrong.
    private IEnumerable<int> OfFolder(Mutant mutant)
    {
        string folder = Path.GetDirectoryName(mutant.File)!;
        string name = $".{Path.GetFileName(folder)}.";
        int[] others = [.. all.Where(other => Path.GetDirectoryName(other.File) == folder).Select(other => other.Id)];
        return Enumerable.Range(0, assembly.Tests.Count)
            .Where(test => assembly.Tests[test] is { IsPassing: true, Milliseconds: < 200 } covered && others.Any(covered.Reaches))
            .OrderByDescending(test => assembly.Tests[test]!.Name.Contains(name, StringComparison.Ordinal)).ThenBy(test => assembly.Tests[test]!.Milliseconds);
    }

    private void Check(bool isKnownSpoilt = false)
    {
        if (_unchecked.Count > 0 && (isKnownSpoilt || !assembly.IsSound(_unchecked.Select(kill => kill.Test).Distinct())))
        {
            foreach ((Mutant mutant, _, _) in _unchecked)
            {
                int[] chosen = Choose(mutant);
                (Verdict verdict, int test) = assembly.TryChecked(mutant.Id, chosen);
                Keep(mutant, verdict, test, chosen);
            }
        }
        else
        {
            _unchecked.ForEach(kill => Keep(kill.Mutant, kill.Verdict, kill.Test, []));
        }

        _unchecked.Clear();
    }

    private void Keep(Mutant mutant, Verdict verdict, int test, int[] chosen) => results.Add(new Result(mutant.Id, verdict, assembly.Name,
        verdict == Verdict.Survived ? string.Join(' ', chosen.Select(test => assembly.Tests[test]!.Number)) : test < 0 ? "?" : assembly.Tests[test]!.Name));

    private void Record(Mutant mutant, int[] chosen, int killer)
    {
        foreach (int test in chosen)
        {
            foreach (string place in (string[])[mutant.File, Room.Of(mutant.File)!.Name])
            {
                (int kills, int tries) = _record.GetValueOrDefault((place, test));
                _record[(place, test)] = (kills + (test == killer ? 1 : 0), tries + 1);
            }

            if (test == killer)
            {
                break;
            }
        }
    }

    /// <summary>The share of mutants of the file that the test killed, where little is known that of the room.</summary>
    private double Likelihood(Mutant mutant, int test)
    {
        (int kills, int tries) = _record.GetValueOrDefault((Room.Of(mutant.File)!.Name, test));
        double room = (kills + 0.1) / (tries + 1);
        (kills, tries) = _record.GetValueOrDefault((mutant.File, test));
        return (kills + (2 * room)) / (tries + 2);
    }
}
