using System.Globalization;
using System.Security.Cryptography;
using GateDsl.Mutation.Campaign;
using GateDsl.Mutation.Mutating;
using GateDsl.Mutation.Testing;

// dotnet build GateDsl.sln -c Release
// dotnet run -c Release --project tests/GateDsl.Mutation -- [--minutes N] [--sample N] [--seed N] [--budget SECONDS] [--room NAME] [--forget TEXT] [--fresh]
//
// Compiles every mutant of the rooms (Mutating/Room.cs: Theory, Gating, Planning, Kernels, Identification and Emission) into the assemblies that hold
// them, each behind a switch, and puts these beside the tests (bin/Mutated). One run without a mutant finds out which test reaches which mutant;
// then, for each mutant, those tests run in a process that is kept, until one fails. What is known stands in tests/GateDsl.Mutation/bin/Campaign:
// the next call goes on, as long as the rooms are the same.
//
// --minutes  stops after about so long (all of it, where not said)
// --sample   so many mutants of each room, drawn evenly (all); the score is of these alone
// --seed     another draw, so that tests written for the survivors of one are measured on mutants that nobody has read (0)
// --budget   seconds of tests that a mutant may take in one test project, more than one test (4)
// --room     only this one
// --tests    only this project; two calls with different ones may run at a time
// --skip     tests whose names contain one of these, split by commas, are not run
// --against  only tests whose names contain one of these: whether new ones kill what lives
// --forget   tests whose names contain TEXT have changed: survivors meet them again
// --fresh    forgets everything
if (args is ["host", { } assembly, { } count])
{
    TestHost.Run(assembly, int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : null;
int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

string root = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(root, "GateDsl.sln")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("No folder above this one has GateDsl.sln.");
}

DateTime end = DateTime.UtcNow + TimeSpan.FromMinutes(Number("--minutes", 100_000));
string state = Path.Combine(root, "tests/GateDsl.Mutation/bin/Campaign");
Project[] projects = [Project.Read(root, "src/GateDsl"), Project.Read(root, "src/GateDsl.Identification"), Project.Read(root, "generators/GateDsl.Generators")];
string key = Convert.ToHexString(SHA256.HashData([.. projects.SelectMany(project => project.Files).Order(StringComparer.Ordinal)
    .Where(file => Room.Of(Path.GetRelativePath(root, file)) is not null).SelectMany(File.ReadAllBytes)]));
string keyFile = Path.Combine(state, "key");
if (args.Contains("--fresh") || !File.Exists(keyFile) || File.ReadAllText(keyFile) != key)
{
    if (Directory.Exists(state))
    {
        Directory.Delete(state, recursive: true);
    }

    Directory.CreateDirectory(state);
    File.WriteAllText(keyFile, key);
}

MutantNumbers numbers = new();
Dictionary<string, byte[]> images = projects.ToDictionary(project => project.Assembly, project => MutatedAssembly.Make(project, numbers));
Mutant[] mutants = [.. numbers.All.Where(mutant => projects.Any(project =>
    project.Files.Contains(Path.Combine(root, mutant.File)) && !numbers.IsRefused(mutant.Id, project.Assembly)))];
Console.WriteLine($"{mutants.Length} mutants, beside {numbers.All.Count - mutants.Length} that do not compile");

File.WriteAllLines(Path.Combine(state, "mutants.tsv"), mutants.Select(mutant => $"{mutant.Id}\t{mutant.Line}\t{mutant.Name}"));
Results results = new(Path.Combine(state, "results.tsv"));
EquivalentMutants equivalent = new(Path.Combine(root, "tests/GateDsl.Mutation/Equivalent.txt"));
string[] names = ["GateDsl.Tests", "GateDsl.Generators.Tests", "GateDsl.Numerics.Tests"];
CoverageFile[] coverage = [.. names.Select(name => new CoverageFile(state, name))];
if (Option("--forget") is { } changed)
{
    Array.ForEach(coverage, file => file.Forget(changed));
}

Mutant[] drawn = [.. mutants.Where(mutant => Option("--room") is not { } only || Room.Of(mutant.File)!.Name == only)
    .OrderBy(mutant => BitConverter.ToUInt64(SHA256.HashData([.. BitConverter.GetBytes(mutant.Id), .. BitConverter.GetBytes(Number("--seed", 0))])))
    .GroupBy(mutant => Room.Of(mutant.File)).SelectMany(room => room.Take(Number("--sample", int.MaxValue)).Index())
    .OrderBy(pair => pair.Index).Select(pair => pair.Item)];
CoverageFile[] asked = [.. coverage.Where(file => Option("--tests") is not { } only || file.Assembly == only)];
bool isDone = asked.All(file =>
{
    using TestAssembly tests = TestAssembly.Prepare(root, file, images, numbers.All.Count, Option("--skip")?.Split(',') ?? []);
    bool isCovered = tests.Cover(end);
    foreach (Covered failed in file.All.Where(test => !test.IsPassing))
    {
        Console.WriteLine($"fails without a mutant, and kills none: {failed.Name}");
    }

    return isCovered && new MutationRun(tests, mutants, results, Option("--against")?.Split(',') ?? [], 1000 * Number("--budget", 4)).Try(drawn, end);
});
Score.Write(Console.Out, mutants, drawn, results, asked, equivalent);
File.WriteAllLines(Path.Combine(state, "survivors.txt"), Score.Survivors(drawn, results, coverage, equivalent));
foreach (string unknown in equivalent.Names.Except(mutants.Select(mutant => mutant.Name)))
{
    Console.WriteLine($"no such mutant: {unknown}");
}

Console.WriteLine(isDone ? "All have been tried." : "Call again to go on.");
return 0;
