using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.House;

/// <summary>What comments cite stands in docs/: the page, and the part of it that they name.</summary>
public sealed partial class CitationTests
{
    [Fact]
    public void CitedPagesAndPartsExist() => Assert.Empty(
        new[] { "src", "generators", "samples" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => Citation().Matches(File.ReadAllText(file)).Select(citation => (file, citation)))
            .Where(found => !Exists(found.citation.Groups["page"].Value, found.citation.Groups["part"].Value))
            .Select(found => $"{Path.GetRelativePath(Repository.Root, found.file)}: {found.citation.Value}"));

    private static bool Exists(string page, string part)
    {
        string path = Path.Combine(Repository.Root, "docs", page);
        return File.Exists(path) && (part.Length == 0 || File.ReadAllLines(path)
            .Any(line => line.StartsWith("## " + part, StringComparison.Ordinal) || line.StartsWith("**" + part, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"///.*?\b(?<page>[a-z-]+\.md)(, (?<part>[A-Z][A-Za-z ]*[a-z]))?")]
    private static partial Regex Citation();
}
