using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Generation.Listed;

/// <summary>
/// All that is generated for declarations that between them use every part of the language stands behind them in the files of this folder: comments,
/// symbols and documentation too, which no compiler checks. A person read it; a review sees what changes.
/// <c>GATEDSL_UPDATE_GOLDEN=1 dotnet test tests/GateDsl.Generators.Tests --filter Golden</c> writes it anew.
/// </summary>
public class GoldenTextTests
{
    private const string Update = "GATEDSL_UPDATE_GOLDEN";

    /// <summary>
    /// A file that begins so lists what there is with a property of the build and not without it; only members of these names; or all but those.
    /// </summary>
    private const string With = "// With ", Only = "// Only ", Without = "// Without ";

    private const string Generated = "\n// ==== ";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests/GateDsl.Generators.Tests/Generation/Listed");

    public static TheoryData<string> Listings =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Listings))]
    public void WhatIsGeneratedIsWhatIsListed(string name)
    {
        string file = Path.Combine(Folder, name + ".txt");
        string listed = File.ReadAllText(file).ReplaceLineEndings("\n");
        string declaration = listed.Split(Generated, 2)[0].TrimEnd() + "\n";
        string text = declaration + string.Concat(Files(declaration).Select(one => $"{Generated}{one.Name}\n{LineRuns.Shorten(one.Text)}"));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, text);
            return;
        }

        string[] expected = listed.Split('\n'), found = text.Split('\n');
        int first = Enumerable.Range(0, Math.Min(expected.Length, found.Length)).Where(line => expected[line] != found[line]).Append(-1).First();
        Assert.True(first < 0 && expected.Length == found.Length, first < 0
            ? $"{name}.txt has {expected.Length} lines, and there are {found.Length}."
            : $"Line {first + 1} of {name}.txt is\n{expected[first]}\nand what is generated\n{found[first]}\nIf that is meant, run this test with {Update}=1.");
    }

    private static IEnumerable<(string Name, string Text)> Files(string declaration)
    {
        string line = declaration[..declaration.IndexOf('\n', StringComparison.Ordinal)];
        if (line.StartsWith(With, StringComparison.Ordinal))
        {
            return Generate(declaration, line[With.Length..].Split(" = ")).Except(Generate(declaration, []));
        }

        IEnumerable<(string Name, string Text)> files = Generate(declaration, []);
        return line.StartsWith(Only, StringComparison.Ordinal)
            ? files.Select(file => file with { Text = OnlyOf(file.Text, line[Only.Length..].Split(", ")) }).Where(file => file.Text.Length > 0)
            : line.StartsWith(Without, StringComparison.Ordinal)
                ? files.Select(file => file with { Text = WithoutOf(file.Text, line[Without.Length..].Split(", ")) })
            : files;
    }

    private static string OnlyOf(string text, string[] names) => string.Join("\n\n", Named(text, names).Select(member => member.ToFullString().Trim('\n')));

    private static string WithoutOf(string text, string[] names) =>
        Named(text, names).Reverse().Aggregate(text, (rest, member) => rest.Remove(member.FullSpan.Start, member.FullSpan.Length));

    private static IEnumerable<SyntaxNode> Named(string text, string[] names) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .Where(node => names.Contains(NameOf(node)) && !node.Ancestors().Any(outer => names.Contains(NameOf(outer))));

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => null,
    };

    private static (string Name, string Text)[] Generate(string declaration, string[] property)
    {
        GeneratorDriver driver = InMemory.NewDriver();
        if (property is [{ } name, { } value])
        {
            driver = driver.WithUpdatedAnalyzerConfigOptions(new BuildProperty(name, value));
        }

        return [.. driver.RunGenerators(InMemory.Compile(declaration)).GetRunResult().Results.SelectMany(generator => generator.GeneratedSources)
            .Select(source => (source.HintName, source.SourceText.ToString()))];
    }
}
