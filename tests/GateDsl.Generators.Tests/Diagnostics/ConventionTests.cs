using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Declarations;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Diagnostics;

/// <summary>An id, its page, its help link, its release row and its test belong together.</summary>
public partial class ConventionTests
{
    private const string HelpLinks = "https://github.com/gatedsl/gatedsl/blob/main/docs/diagnostics/";

    /// <summary>Reported by the C# compiler itself, where a type is marked as obsolete.</summary>
    private const string OfTheCompiler = "GDSL301";

    public static TheoryData<string> Ids => [.. AllDescriptors.ById.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheHelpLinkLeadsToThePage(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);

        Assert.Equal(HelpLinks + id + ".md", descriptor.HelpLinkUri);
        string firstLine = File.ReadLines(Path.Combine(Repository.Diagnostics, id + ".md")).First();
        Assert.Equal($"# {id}: {descriptor.Title}", firstLine);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThereIsAReleaseRow(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);

        Assert.Contains(ReleaseRows(), row => row.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryReleaseRowIsOfADescriptor() =>
        Assert.Equal(AllDescriptors.ById.Select(descriptor => descriptor.Id), ReleaseRows().Select(row => row[..7]).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPageIsOfADescriptor() =>
        Assert.Equal(
            [.. AllDescriptors.ById.Select(descriptor => descriptor.Id), OfTheCompiler],
            Directory.EnumerateFiles(Repository.Diagnostics, "GDSL*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void TheTableIsThatOfTheDescriptors()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Diagnostics, "README.md"));
        string table = DiagnosticsTable.Render(AllDescriptors.ById);

        Assert.True(
            text.Contains(table, StringComparison.Ordinal),
            "The table in docs/diagnostics/README.md is out of date. It should be:\n" + table);
    }

    /// <summary>Every GDSL0xx has a wrong and a right code under test; other families name their tests here as they come.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void ThereIsATest(string id) => Assert.True(IsTested(id), $"No test covers {id}.");

    private static bool IsTested(string id) =>
        PageTests.Ids.Cast<object[]>().Any(row => (string)row[0] == id)
        || TestSources().Any(source => source.Contains('"' + id + '"', StringComparison.Ordinal));

    private static IEnumerable<string> TestSources() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static DiagnosticDescriptor Descriptor(string id) => AllDescriptors.ById.Single(descriptor => descriptor.Id == id);

    private static IEnumerable<string> ReleaseRows() =>
        from file in new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
        from line in File.ReadLines(Path.Combine(Repository.Root, "generators", "GateDsl.Generators", file))
        where Row().IsMatch(line)
        select line;

    [GeneratedRegex("^GDSL[0-9]{3} ")]
    private static partial Regex Row();
}
