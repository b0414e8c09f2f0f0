using System.Text.Json;
using System.Text.RegularExpressions;

namespace GateDsl.Site.Tests;

/// <summary>A reader finds every page from the menu.</summary>
public sealed partial class NavigationTests
{
    [Fact]
    public void EveryPageIsInTheMenuOnce()
    {
        string[] named = Named();
        string[] pages = [.. Repository.Pages().Where(page => !Diagnostic().IsMatch(page))];

        Assert.Equal(named.Length, named.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(pages.Except(named, StringComparer.Ordinal).Select(page => $"{page} wants a line in docs/site/navigation.json"));
        Assert.Equal(["api/index.md"], named.Except(pages, StringComparer.Ordinal));
    }

    [Fact]
    public void EveryPageHasOneTitle() => Assert.All(
        Repository.Pages(),
        page => Assert.Single(Fence().Replace(Repository.Read(page), "").Split('\n'), line => line.StartsWith("# ", StringComparison.Ordinal)));

    private static string[] Named()
    {
        using JsonDocument menu = JsonDocument.Parse(Repository.Read("docs/site/navigation.json"));
        return [.. menu.RootElement.EnumerateArray().SelectMany(section => section.GetProperty("pages").EnumerateArray()).Select(page => page.GetString()!)];
    }

    [GeneratedRegex(@"^docs/diagnostics/GDSL\d+\.md$")]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
