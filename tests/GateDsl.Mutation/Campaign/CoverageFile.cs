using System.Globalization;

namespace GateDsl.Mutation.Campaign;

/// <summary>What a test reaches.</summary>
/// <param name="Number">Never given again, also where the test is forgotten.</param>
/// <param name="Id">Unique in its assembly.</param>
/// <param name="Name">For people.</param>
/// <param name="IsPassing">Without a mutant.</param>
/// <param name="Milliseconds">It takes.</param>
/// <param name="Reached">A bit for every mutant that it asks for whenever it runs.</param>
/// <param name="Once">A bit for every mutant that only its first run in a process asks for.</param>
internal sealed record Covered(int Number, string Id, string Name, bool IsPassing, int Milliseconds, byte[] Reached, byte[] Once)
{
    public bool Reaches(int mutant) => (Reached[mutant / 8] & (1 << (mutant % 8))) != 0;

    public bool ReachesOnce(int mutant) => (Once[mutant / 8] & (1 << (mutant % 8))) != 0;
}

/// <summary>One line a test, added to as tests are run, so that a run can go on where another has stopped.</summary>
internal sealed class CoverageFile
{
    private const string Forgotten = "forgotten";

    private readonly string _path;
    private readonly Dictionary<string, Covered> _tests = [];
    private int _lines;

    public CoverageFile(string folder, string assembly)
    {
        Assembly = assembly;
        string path = Path.Combine(folder, $"coverage.{assembly}.tsv");
        _path = path;
        foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split('\t') is [{ } id, { } name, { } state, { } time, { } reached, { } once])
            {
                _tests[id] = new Covered(
                    _lines, id, name, state == "passed", int.Parse(time, CultureInfo.InvariantCulture), Convert.FromBase64String(reached),
                        Convert.FromBase64String(once));
            }
            else if (line.Split('\t') is [Forgotten, { } forgotten])
            {
                _tests.Remove(forgotten);
            }

            _lines++;
        }
    }

    /// <summary>Of tests.</summary>
    public string Assembly { get; }

    public IReadOnlyCollection<Covered> All => _tests.Values;

    public Covered? this[string id] => _tests.GetValueOrDefault(id);

    /// <summary>Tests that have changed are run again, also against mutants that survived them.</summary>
    public void Forget(string partOfName)
    {
        foreach (Covered test in _tests.Values.Where(test => test.Name.Contains(partOfName, StringComparison.Ordinal)).ToArray())
        {
            _tests.Remove(test.Id);
            File.AppendAllText(_path, $"{Forgotten}\t{test.Id}\n");
            _lines++;
        }
    }

    public void Add(string id, string name, bool isPassing, int milliseconds, byte[] reached, byte[] once)
    {
        Covered test = new(_lines++, id, name, isPassing, milliseconds, reached, once);
        _tests[id] = test;
        File.AppendAllText(_path, string.Create(CultureInfo.InvariantCulture,
            $"{id}\t{name}\t{(isPassing ? "passed" : "failed")}\t{milliseconds}\t{Convert.ToBase64String(reached)}\t{Convert.ToBase64String(once)}\n"));
    }
}
