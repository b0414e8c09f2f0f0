using GateDsl.Mutation.Mutating;
using GateDsl.Mutation.Testing;

namespace GateDsl.Mutation.Campaign;

/// <summary>A test project whose output stands a second time beside the first, with mutated assemblies in it.</summary>
internal sealed class TestAssembly : IDisposable
{
    private readonly string _folder, _name;
    private readonly int _mutants;
    private readonly CoverageFile _coverage;
    private readonly string[] _skipped;
    private TestProcess? _process;

    private TestAssembly(string folder, string name, int mutants, CoverageFile coverage, string[] skipped)
    {
        _folder = folder;
        _name = name;
        _mutants = mutants;
        _coverage = coverage;
        _skipped = skipped;
    }

    public string Name => _name;

    /// <summary>In the order of their numbers; null where nothing is known yet.</summary>
    public IReadOnlyList<Covered?> Tests { get; private set; } = [];

    /// <summary>Copies the output of the build, which the repository's root is above, as tests look for it.</summary>
    public static TestAssembly Prepare(string root, CoverageFile coverage, IReadOnlyDictionary<string, byte[]> mutated, int mutants, string[] skipped)
    {
        string project = coverage.Assembly;
        string built = Path.Combine(root, "tests", project, "bin/Release/net10.0"), folder = Path.Combine(root, "tests", project, "bin/Mutated/net10.0");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (string file in Directory.GetFiles(built, "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "GateDsl.Mutation.*")))
        {
            bool isOwn = !file.StartsWith(built, StringComparison.Ordinal);
            string target = Path.Combine(folder, isOwn ? Path.GetFileName(file) : Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        foreach ((string assembly, byte[] image) in mutated)
        {
            string target = Path.Combine(folder, assembly + ".dll");
            if (File.Exists(target))
            {
                File.WriteAllBytes(target, image);
            }
        }

        return new TestAssembly(folder, project, mutants, coverage, skipped);
    }

    /// <summary>Runs every test that nothing is known of, without a mutant.</summary>
    /// <returns>Whether all are known now.</returns>
    public bool Cover(DateTime end)
    {
        _process ??= Start();
        List<(string Id, string Name)> tests = _process.Tests;
        for (int test = 0; test < tests.Count; test++)
        {
            if (_coverage[tests[test].Id] is not null || _skipped.Any(part => tests[test].Name.Contains(part, StringComparison.Ordinal)))
            {
                continue;
            }

            if (DateTime.UtcNow > end)
            {
                return false;
            }

            _process ??= Start();
            if (_process.Cover(test) is [_, { } state, { } time, { } reached, { } once])
            {
                _coverage.Add(tests[test].Id, tests[test].Name, state == "passed", int.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
                    Convert.FromBase64String(reached), Convert.FromBase64String(once));
            }
            else
            {
                _coverage.Add(tests[test].Id, tests[test].Name, false, 0, new byte[(_mutants + 7) / 8], new byte[(_mutants + 7) / 8]);
                Restart();
            }
        }

        Tests = [.. tests.Select(test => _coverage[test.Id])];
        return true;
    }

    /// <summary>Runs tests until one kills, and trusts it; <see cref="IsSound"/> tells later whether that was right.</summary>
    public (Verdict Verdict, int Test) TryQuickly(int mutant, IEnumerable<int> tests) => Ask(isChecked: false, mutant, tests);

    /// <summary>The same in a process that starts with the mutant, and ends with it.</summary>
    public (Verdict Verdict, int Test) TryAfresh(int mutant, IEnumerable<int> tests)
    {
        Restart();
        (Verdict, int) answer = Ask(isChecked: false, mutant, tests);
        Restart();
        return answer;
    }

    /// <summary>Whether these tests pass in this process without a mutant, as they did before; if not, a mutant has left something behind.</summary>
    public bool IsSound(IEnumerable<int> tests)
    {
        bool isSound = Ask(isChecked: false, SwitchSource.Off, tests).Verdict == Verdict.Survived;
        if (!isSound)
        {
            Restart();
        }

        return isSound;
    }

    /// <summary>
    /// Runs tests until one kills and passes after it without the mutant. A process that a mutant has left something behind in is started again; a
    /// test that then still fails without the mutant says nothing.
    /// </summary>
    public (Verdict Verdict, int Test) TryChecked(int mutant, IEnumerable<int> tests)
    {
        List<int> left = [.. tests];
        int unsound = -1;
        while (left.Count > 0)
        {
            (Verdict verdict, int test) = Ask(isChecked: true, mutant, left);
            if (verdict != Verdict.Unsound)
            {
                return (verdict, test);
            }

            Restart();
            left.RemoveRange(0, left.IndexOf(test) + (test == unsound ? 1 : 0));
            unsound = test;
        }

        return (Verdict.Survived, -1);
    }

    public void Dispose() => Restart();

    private (Verdict Verdict, int Test) Ask(bool isChecked, int mutant, IEnumerable<int> tests)
    {
        (int Test, int Milliseconds)[] timed = [.. tests.Select(test => (test, Tests[test]!.Milliseconds))];
        if (timed.Length == 0)
        {
            return (Verdict.Survived, -1);
        }

        _process ??= Start();
        (Verdict verdict, int test) = _process.Try(isChecked, mutant, timed);
        if (verdict == Verdict.Crashed)
        {
            Restart();
        }

        return (verdict, test);
    }

    private TestProcess Start() => TestProcess.Start(_folder, _name, _mutants);

    private void Restart()
    {
        _process?.Dispose();
        _process = null;
    }
}
