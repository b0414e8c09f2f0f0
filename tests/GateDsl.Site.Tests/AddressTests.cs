using System.Text.RegularExpressions;

namespace GateDsl.Site.Tests;

/// <summary>Addresses of our own pages, in messages, packages and sources, lead to files that are there.</summary>
public sealed partial class AddressTests
{
    [Fact]
    public void EveryAddressOfTheRepositoryIsAFile()
    {
        string[] kinds = [".cs", ".md", ".csproj", ".props", ".yml", ".json", ".js"];
        (string File, string Target)[] found =
        [
            .. new[] { "README.md" }.Select(file => Path.Combine(Repository.Root, file))
                .Concat(new[] { "docs", "src", "generators", "samples", "tests", ".github" }
                    .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*", SearchOption.AllDirectories)))
                .Where(file => kinds.Contains(Path.GetExtension(file), StringComparer.Ordinal)
                    && !Skipped().IsMatch(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
                .SelectMany(file => Address().Matches(File.ReadAllText(file)).Select(address => (file, address.Groups["target"].Value))),
        ];

        Assert.NotEmpty(found);
        Assert.Empty(found
            .Where(address => !Exists(address.Target))
            .Select(address => $"{Path.GetRelativePath(Repository.Root, address.File)}: {address.Target}"));
    }

    /// <summary>There is such a file or folder, or one that begins so, where code adds the rest.</summary>
    private static bool Exists(string target)
    {
        string path = Path.Combine(Repository.Root, target.TrimEnd('.', '/'));
        return Path.Exists(path)
            || (Directory.Exists(Path.GetDirectoryName(path)) && Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*").Any());
    }

    [GeneratedRegex(@"github\.com/gatedsl/gatedsl/(blob|tree)/main/(?<target>[\w./-]*)")]
    private static partial Regex Address();

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/")]
    private static partial Regex Skipped();
}
