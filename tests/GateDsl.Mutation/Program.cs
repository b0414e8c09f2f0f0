using System.Diagnostics;
using GateDsl.Mutation;

// dotnet run -c Release --project tests/GateDsl.Mutation -- REPOSITORY FOLDER SAMPLE PROJECT FILTERS ROOM...
//
// Copies the repository to FOLDER, writes every mutant of the ROOMs into it behind a switch, builds the test project PROJECT once, and runs SAMPLE mutants, drawn
// evenly. FILTERS are test filters, separated by '+': a mutant that survives the first meets the next. A room is a folder of sources. For example:
//
// ... -- . mutants 200 tests/GateDsl.Tests "FullyQualifiedName~.Kernels.KernelTests+FullyQualifiedName~GateDsl" src/GateDsl/Kernels
if (args.Length < 6)
{
    Console.Error.WriteLine("REPOSITORY FOLDER SAMPLE PROJECT FILTERS ROOM...");
    return 2;
}

string[] filters = args[4].Split('+');
int sample = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
MutatedCopy copy = MutatedCopy.Make(Path.GetFullPath(args[0]), Path.GetFullPath(args[1]), args[5..], args[3]);
Console.WriteLine($"{copy.Mutants.Count} mutants");
string tests = Path.Combine(copy.Root, args[3], "bin/Release/net10.0", Path.GetFileName(args[3]) + ".dll");
TimeSpan[] limits = new TimeSpan[filters.Length];
for (int i = 0; i < filters.Length; i++)
{
    Stopwatch watch = Stopwatch.StartNew();
    (int code, string output) = MutatedCopy.Run(copy.Root, "dotnet", ["vstest", tests, $"--TestCaseFilter:{filters[i]}"]);
    if (code != 0 || output.Contains("No test matches", StringComparison.Ordinal))
    {
        Console.Error.WriteLine($"Without a mutant the tests of {filters[i]} fail:\n{output}");
        return 1;
    }

    // A loop that does not end any more is found like a failure.
    limits[i] = (4 * watch.Elapsed) + TimeSpan.FromSeconds(20);
}

Mutant[] drawn = [.. copy.Mutants.OrderBy(mutant => new Random(mutant.Id).Next()).Take(sample)];
int killed = 0, done = 0;
foreach (Mutant mutant in drawn)
{
    bool isKilled = false;
    for (int i = 0; i < filters.Length && !isKilled; i++)
    {
        isKilled = MutatedCopy.Run(copy.Root, "dotnet", ["vstest", tests, $"--TestCaseFilter:{filters[i]}"], mutant.Id, limits[i]).Code != 0;
    }

    killed += isKilled ? 1 : 0;
    done++;
    if (!isKilled)
    {
        Console.WriteLine($"survived ({killed}/{done} killed): {mutant}");
    }
}

Console.WriteLine($"killed {killed} of {done}, {(done == 0 ? 0 : 100.0 * killed / done):0.0}%");
return 0;
