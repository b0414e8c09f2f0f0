using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Documentation;

/// <summary>Links between our own pages lead somewhere: to a file, and to a heading in it.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsToAFileAndAHeading(string page)
    {
        string file = Path.Combine(Repository.Root, page);
        string text = Fence().Replace(File.ReadAllText(file), "");

        Assert.DoesNotContain(
            Link().Matches(text).Select(link => link.Groups["target"].Value),
            target => !target.StartsWith("http", StringComparison.Ordinal) && !Exists(file, target));
    }

    private static bool Exists(string page, string target)
    {
        string[] parts = target.Split('#');
        string file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
        return parts.Length == 1
            ? File.Exists(file) || Directory.Exists(file)
            : File.Exists(file) && File.ReadLines(file).Where(line => line.StartsWith('#')).Select(Anchor).Contains(parts[1], StringComparer.Ordinal);
    }

    /// <summary>As web pages of repositories make it from a heading.</summary>
    private static string Anchor(string heading) =>
        NoAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
