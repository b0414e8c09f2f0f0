using System.Diagnostics;
using GateDsl.Tests;
using Paper.Commanding;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>
/// An experiment, and all of them, killed at random moments: every folder is the earlier run or the new one, whole, and so is the page; what is called again
/// succeeds and leaves nothing beside them.
/// </summary>
public sealed class KillTests
{
    private static readonly string[] One = ["fig4", "--epochs", "5", "--seeds", "1"], All = ["all", "--epochs", "2", "--seeds", "1"];

    [Fact]
    public void AnExperimentKilledAFewTimes() => Run(One, kills: 6, seed: 1);

    [SlowFact]
    public void AnExperimentKilledAHundredTimes() => Run(One, kills: 100, seed: 2);

    [SlowFact]
    public void AllOfThemKilledManyTimes() => Run(All, kills: 12, seed: 3);

    private static void Run(string[] arguments, int kills, int seed)
    {
        using TemporaryFolder first = new(), second = new(), folder = new();
        Stopwatch watch = Stopwatch.StartNew();
        AssertDone(Start(arguments, first.Path, "1"));
        double whole = watch.Elapsed.TotalMilliseconds;
        AssertDone(Start(arguments, second.Path, "9"));
        Dictionary<string, SortedDictionary<string, byte[]>> earlier = Results(first.Path), later = Results(second.Path);
        AssertDone(Start(arguments, folder.Path, "1"));

        Random random = new(seed);
        for (int killed = 0; killed < kills; killed++)
        {
            // Anywhere, or about when the last folder takes its place.
            using Process process = Start(arguments, folder.Path, killed % 2 == 0 ? "9" : "1");
            if (killed % 4 < 2 || arguments == All)
            {
                process.WaitForExit((int)(random.NextDouble() * 1.1 * whole));
            }
            else
            {
                while (!process.HasExited
                    && !Directory.EnumerateFiles(folder.Path, "*", Hidden).Any(file => file.Contains(".unfinished", StringComparison.Ordinal)))
                {
                }

                Thread.SpinWait(random.Next(1, 400_000));
            }

            process.Kill();
            process.WaitForExit();
            Assert.All(Results(folder.Path),
                result => Assert.True(Same(result.Value, earlier[result.Key]) || Same(result.Value, later[result.Key]), $"{result.Key} after {killed} kills"));
            Assert.Equal(earlier.Keys.Order(), Results(folder.Path).Keys.Order());
            if (killed % 10 == 9 || killed == kills - 1)
            {
                AssertDone(Start(arguments, folder.Path, "9"));
                Dictionary<string, SortedDictionary<string, byte[]>> now = Results(folder.Path);
                Assert.All(now, result => Assert.True(Same(result.Value, later[result.Key]), result.Key));
                Assert.Equal(now.Keys.Order(), Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
            }
        }
    }

    private static EnumerationOptions Hidden => new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    // By name: the files of every folder, and every file beside them; hidden entries are nobody's result.
    private static Dictionary<string, SortedDictionary<string, byte[]>> Results(string root) => Directory.GetFileSystemEntries(root)
        .Where(entry => !Path.GetFileName(entry).StartsWith('.'))
        .ToDictionary(entry => Path.GetFileName(entry), entry => new SortedDictionary<string, byte[]>(
            (Directory.Exists(entry) ? Directory.GetFiles(entry, "*", Hidden) : [entry])
                .ToDictionary(file => Path.GetRelativePath(entry, file), File.ReadAllBytes), StringComparer.Ordinal));

    private static bool Same(SortedDictionary<string, byte[]> one, SortedDictionary<string, byte[]> other) =>
        one.Keys.SequenceEqual(other.Keys) && one.All(file => file.Value.AsSpan().SequenceEqual(other[file.Key]));

    private static void AssertDone(Process process)
    {
        using (process)
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }

    private static Process Start(string[] arguments, string folder, string seed)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(PaperCommand).Assembly.Location, .. arguments, "--seed", seed, "--out", folder]);
        start.RedirectStandardOutput = true;
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
