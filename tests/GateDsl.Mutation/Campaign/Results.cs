using System.Globalization;
using GateDsl.Mutation.Testing;

namespace GateDsl.Mutation.Campaign;

/// <summary>What is known of a mutant: the verdict and the test that gave it, or the numbers of the tests that it survived, by assembly.</summary>
internal sealed record Result(int Mutant, Verdict Verdict, string Assembly, string Test)
{
    public bool IsKilled => Verdict != Verdict.Survived;
}

/// <summary>A line is added for every mutant that is tried, so that a run can go on where another has stopped.</summary>
internal sealed class Results
{
    private readonly string _path;
    private readonly Dictionary<int, Result> _killed = [];
    private readonly Dictionary<(int Mutant, string Assembly), HashSet<int>> _survived = [];

    public Results(string path)
    {
        _path = path;
        foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split('\t') is [{ } mutant, { } verdict, { } assembly, { } test])
            {
                Take(new Result(int.Parse(mutant, CultureInfo.InvariantCulture), Enum.Parse<Verdict>(verdict), assembly, test));
            }
        }
    }

    public Result? Killed(int mutant) => _killed.GetValueOrDefault(mutant);

    public IReadOnlySet<int> Survived(int mutant, string assembly) => _survived.GetValueOrDefault((mutant, assembly)) ?? [];

    /// <summary>Against the tests of one assembly, which may be none.</summary>
    public bool IsTried(int mutant, string assembly) => _survived.ContainsKey((mutant, assembly));

    public void Add(Result result)
    {
        Take(result);
        File.AppendAllText(_path, string.Create(CultureInfo.InvariantCulture, $"{result.Mutant}\t{result.Verdict}\t{result.Assembly}\t{result.Test}\n"));
    }

    private void Take(Result result)
    {
        if (result.IsKilled)
        {
            _killed[result.Mutant] = result;
            return;
        }

        if (!_survived.TryGetValue((result.Mutant, result.Assembly), out HashSet<int>? tests))
        {
            _survived.Add((result.Mutant, result.Assembly), tests = []);
        }

        tests.UnionWith(result.Test.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)));
    }
}
