using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Hostile.Checking;

/// <summary>
/// Many sources in one project, each in a namespace of its own: what <see cref="HostileCheck"/> asks of one is asked of all at once, and of each alone
/// only where something is wrong. Ten times as many can be tried in the same time.
/// </summary>
internal static class HostileBatch
{
    private const string Prefix = "Case";

    /// <summary>A batch may be, on a machine that has other things to do; a source alone may not.</summary>
    private const string Slow = "the generator takes long";

    /// <summary>What does not hold, each with its source.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> sources)
    {
        string? wrong = FirstFault([.. sources.Select((source, i) => $"namespace {Prefix}{i}\n{{\n{source}\n}}\n")]);
        if (wrong is null)
        {
            return [];
        }

        string[] alone = [.. sources.SelectMany(
            source => HostileCheck.Find(new HostileCase("random", source), withVariants: false).Select(fault => $"{fault}\n{source}"))];
        return alone.Length > 0 || wrong == Slow ? alone : [$"only beside each other: {wrong}\n{string.Join("\n--- file\n", sources)}"];
    }

    private static string? FirstFault(string[] files)
    {
        CSharpCompilation compilation = HostileProject.Fresh(HostileProject.Compile(files));
        Stopwatch watch = Stopwatch.StartNew();
        (CSharpCompilation generated, ImmutableSortedDictionary<string, string> emitted, Exception? thrown) = HostileProject.Generate(compilation);
        if (thrown is not null || watch.Elapsed > HostileCheck.MostTime)
        {
            return thrown is null ? Slow : "the generator throws " + thrown.Message;
        }

        List<string> faults = [];
        HostileCheck.FindInNames(emitted, faults);
        if (!HostileProject.IsNeighbourUnharmed(emitted))
        {
            faults.Add("the neighbour's code changed");
        }

        // Without what is emitted, which takes most of the time: an error that is only seen beside it is looked for alone.
        HashSet<string> ours = [.. OurErrors(compilation, faults).Select(error => Path(error.Location.SourceTree)).OfType<string>()];
        HashSet<string> users =
            [.. HostileCheck.Errors(compilation).Where(error => error.Id != HostileCheck.NoBody).Select(error => Path(error.Location.SourceTree))
                .OfType<string>()];
        foreach (SyntaxTree tree in generated.SyntaxTrees.Except(compilation.SyntaxTrees))
        {
            faults.AddRange(tree.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => $"emitted: {problem}"));
        }

        faults.AddRange(HostileCheck.Errors(generated)
            .Where(error => Path(error.Location.SourceTree) is { } path && !users.Contains(path) && (error.Id != HostileCheck.NoBody || !ours.Contains(path)))
            .Select(error => $"compiler: {error}"));
        faults.AddRange(HostileCheck.Networks(generated)
            .Where(network => !network.GetTypeMembers("Dataset").Any()
                && network.DeclaringSyntaxReferences.All(part => Path(part.SyntaxTree) is { } path && !users.Contains(path) && !ours.Contains(path)))
            .Select(network => $"nothing is generated for {network}, and nobody says why"));
        return faults.FirstOrDefault();
    }

    private static Diagnostic[] OurErrors(CSharpCompilation compilation, List<string> faults)
    {
        try
        {
            return [.. InMemory.Analyze(compilation)
                .Where(finding => finding.Severity == DiagnosticSeverity.Error && finding.Id.StartsWith("GDSL", StringComparison.Ordinal))];
        }
        catch (InvalidOperationException exception)
        {
            faults.Add($"an analyzer throws {exception.InnerException?.Message}");
            return [];
        }
    }

    /// <summary>The source's file, also of what is emitted for it; null: neither.</summary>
    private static string? Path(SyntaxTree? tree)
    {
        if (tree?.FilePath.StartsWith("Test", StringComparison.Ordinal) == true)
        {
            return tree.FilePath;
        }

        // A name in a namespace that the source has itself comes after ours.
        string? space = tree?.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString().Replace("global::", "", StringComparison.Ordinal).Split('.')[0];
        return space?.StartsWith(Prefix, StringComparison.Ordinal) == true
            && int.TryParse(space[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int i)
            ? $"Test{i}.cs"
            : null;
    }
}
