using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile.Checking;

/// <summary>
/// What holds for any source: nothing throws or takes long, what is generated compiles or somebody says why not, the neighbour keeps its code, and
/// the text depends on nothing but the declaration.
/// </summary>
internal static class HostileCheck
{
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <summary>For all analyzers on all of the project, in a process that has just begun, beyond what the compiler itself takes to check it.</summary>
    private static readonly TimeSpan MostTimeOfAnalyzers = TimeSpan.FromSeconds(10);

    /// <summary>What the generator may allocate: more than it ever holds at once.</summary>
    private const long MostBytes = 400_000_000;

    private const int LongestFileName = 120;

    /// <summary>Where the body of a partial property is missing.</summary>
    public const string NoBody = "CS9248";

    /// <summary>What does not hold, a line each; with all variants of files, culture and line ends if wanted.</summary>
    public static IReadOnlyList<string> Find(HostileCase hostile, bool withVariants = true)
    {
        List<string> faults = [];
        CSharpCompilation compilation = HostileProject.Compile(hostile.Files);
        (CSharpCompilation generated, ImmutableSortedDictionary<string, string> files, Exception? thrown) = Timed(compilation, faults);
        if (thrown is not null)
        {
            return [.. faults, "the generator throws " + thrown.Message];
        }

        Diagnostic[] before = Errors(compilation);
        FindInNames(files, faults);
        if (!HostileProject.IsNeighbourUnharmed(files) && !before.Any(error => HostileProject.IsNeighbour(error.Location.SourceTree) && error.Id != NoBody))
        {
            faults.Add("the neighbour's code changed");
        }

        FindInCode(compilation, generated, before, faults);
        if (withVariants)
        {
            FindInVariants(hostile, files, faults);
        }

        return faults;
    }

    private static (CSharpCompilation Compilation, ImmutableSortedDictionary<string, string> Files, Exception? Thrown) Timed(
        CSharpCompilation compilation, List<string> faults)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        (CSharpCompilation, ImmutableSortedDictionary<string, string>, Exception?) result = HostileProject.Generate(HostileProject.Fresh(compilation));
        TimeSpan time = watch.Elapsed;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (allocated > MostBytes)
        {
            faults.Add($"the generator takes {allocated / 1_000_000} MB");
        }

        if (time > MostTime)
        {
            // The first run compiles the generator itself, and a busy machine is slow at everything: then what is plain takes long too.
            watch.Restart();
            HostileProject.Generate(HostileProject.Fresh(compilation));
            time = watch.Elapsed;
            watch.Restart();
            HostileProject.Generate(HostileProject.Fresh(HostileProject.Compile([])));
            if (time > MostTime && time > 50 * watch.Elapsed)
            {
                faults.Add($"the generator takes {time.TotalSeconds:0.0} s");
            }
        }

        return result;
    }

    public static void FindInNames(ImmutableSortedDictionary<string, string> files, List<string> faults)
    {
        faults.AddRange(files.Keys.Where(name => Encoding.UTF8.GetByteCount(name) > LongestFileName).Select(name => $"the name of file {name} is too long"));
        faults.AddRange(files.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"two files are called {group.Key}"));
        faults.AddRange(files.Where(file => file.Value.Contains('\r', StringComparison.Ordinal)).Select(file => $"{file.Key} has a carriage return"));
    }

    private static void FindInCode(CSharpCompilation compilation, CSharpCompilation generated, Diagnostic[] before, List<string> faults)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Diagnostic[] after = Errors(generated);
        TimeSpan compilers = watch.Elapsed;
        bool isUsersFault = before.Any(error => error.Id != NoBody);
        bool isOurs = OurErrors(generated, compilers, faults);
        SyntaxTree[] emitted = [.. generated.SyntaxTrees.Except(compilation.SyntaxTrees)];
        foreach (SyntaxTree tree in emitted)
        {
            faults.AddRange(tree.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => $"emitted: {problem}"));
        }

        if (!isUsersFault)
        {
            faults.AddRange(after.Where(error => error.Id != NoBody).Select(error => $"compiler: {error}"));
        }

        if (!isUsersFault && !isOurs)
        {
            faults.AddRange(after.Where(error => error.Id == NoBody).Select(error => $"no body and no reason: {error}"));
            faults.AddRange(Networks(generated).Where(network => !network.GetTypeMembers("Dataset").Any())
                .Select(network => $"nothing is generated for {network}, and nobody says why"));
        }
    }

    /// <summary>
    /// Whether the analyzers say an error; the compiler's own time is a measure of what the text asks, as analyzing binds all of it once more.
    /// </summary>
    private static bool OurErrors(CSharpCompilation generated, TimeSpan compilers, List<string> faults)
    {
        try
        {
            bool isError = false;
            TimeSpan analyzers =
                Time(() => isError = InMemory.Analyze(generated)
                    .Any(finding => finding.Severity == DiagnosticSeverity.Error && finding.Id.StartsWith("GDSL", StringComparison.Ordinal)));
            if (analyzers > MostTimeOfAnalyzers + (2 * compilers))
            {
                // Once more, as for the generator: what else the machine does may have come between the two.
                CSharpCompilation again = generated.Clone();
                compilers = Time(() => Errors(again));
                analyzers = Time(() => InMemory.Analyze(again));
            }

            if (analyzers > MostTimeOfAnalyzers + (2 * compilers))
            {
                faults.Add($"the analyzers take {analyzers.TotalSeconds:0.0} s, the compiler {compilers.TotalSeconds:0.0} s");
            }

            return isError;
        }
        catch (InvalidOperationException exception)
        {
            faults.Add($"an analyzer throws {exception.InnerException?.Message}");
            return true;
        }

        static TimeSpan Time(Action run)
        {
            Stopwatch watch = Stopwatch.StartNew();
            run();
            return watch.Elapsed;
        }
    }

    private static void FindInVariants(HostileCase hostile, ImmutableSortedDictionary<string, string> files, List<string> faults)
    {
        Compare("the order of the files", HostileProject.Compile(hostile.Files, reversed: true));
        string[] windows = [.. hostile.Files.Select(text => text.Replace("\n", "\r\n", StringComparison.Ordinal))];
        Compare("line ends", HostileProject.Compile(windows));
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (CultureInfo other in Cultures.All)
            {
                CultureInfo.CurrentCulture = other;
                Compare($"the culture {other.Name}", HostileProject.Compile(hostile.Files));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        void Compare(string what, CSharpCompilation variant)
        {
            if (!HostileProject.Generate(HostileProject.Fresh(variant)).Files.SequenceEqual(files))
            {
                faults.Add($"{what} changes what is generated");
            }
        }
    }

    public static Diagnostic[] Errors(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error)];

    public static IEnumerable<INamedTypeSymbol> Networks(CSharpCompilation compilation) => compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(type => type.IsGatedNetwork());
}
