using GateDsl.Mutation.Mutating;
using GateDsl.Mutation.Testing;

namespace GateDsl.Mutation.Campaign;

/// <summary>
/// Tries mutants in the order that they are given in. Of a mutant's tests those come first that killed others in its file, then the short ones. After
/// some kills the tests that made them run without a mutant: if one fails, the process was spoilt by a mutant, and all of these are tried
/// again, one by one.
/// </summary>
/// <param name="assembly">Of tests, covered.</param>
/// <param name="results">Known so far; added to.</param>
/// <param name="budget">Milliseconds of tests a mutant may take; later runs with a larger budget go on.</param>
internal sealed class MutationRun(TestAssembly assembly, Results results, int budget)
{
    private const int KillsBetweenChecks = 40, MostFresh = 20;

    private readonly Dictionary<string, Dictionary<int, int>> _kills = [];
    private readonly List<(Mutant Mutant, Verdict Verdict, int Test)> _unchecked = [];

    /// <returns>Whether all have been tried.</returns>
    public bool Try(IEnumerable<Mutant> mutants, DateTime end)
    {
        foreach (Mutant mutant in mutants.Where(mutant => results.Killed(mutant.Id) is null))
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
            return;
        }

        (Verdict verdict, int killer) = assembly.TryQuickly(mutant.Id, chosen.Where(test => assembly.Tests[test]!.Reaches(mutant.Id)));
        if (verdict == Verdict.Crashed)
        {
            // What the process was spoilt by, if it was, cannot be found out any more.
            Check(isKnownSpoilt: true);
        }

        if (verdict == Verdict.Survived)
        {
            if (chosen.Where(test => assembly.Tests[test]!.ReachesOnce(mutant.Id)).Take(MostFresh).ToArray() is { Length: > 0 } once)
            {
                Check();
                (verdict, killer) = assembly.TryAfresh(mutant.Id, once);
            }

            Keep(mutant, verdict, killer, chosen);
            return;
        }

        Dictionary<int, int> kills = Kills(mutant);
        kills[killer] = kills.GetValueOrDefault(killer) + 1;
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
        Dictionary<int, int> kills = Kills(mutant);
        long spent = 0;
        return
        [
            .. Enumerable.Range(0, assembly.Tests.Count).Where(test => assembly.Tests[test] is { IsPassing: true } covered
                && (covered.Reaches(mutant.Id) || covered.ReachesOnce(mutant.Id)) && !survived.Contains(covered.Number))
                .OrderByDescending(test => kills.GetValueOrDefault(test) / (1.0 + assembly.Tests[test]!.Milliseconds)).ThenBy(test => assembly.Tests[test]!.Milliseconds)
                .TakeWhile((test, i) => (spent += assembly.Tests[test]!.Milliseconds) <= budget || i == 0),
        ];
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

    private Dictionary<int, int> Kills(Mutant mutant) => _kills.TryGetValue(mutant.File, out Dictionary<int, int>? known) ? known : _kills[mutant.File] = [];
}
