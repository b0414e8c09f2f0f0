using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>A page of docs/diagnostics: its wrong and right code are the test cases, so that what the pages show is true.</summary>
/// <param name="Id">"GDSL001".</param>
/// <param name="Title">Title after the id.</param>
/// <param name="Wrong">Code with the diagnostic on the line that ends in a comment with the id.</param>
/// <param name="Right">Code without a diagnostic.</param>
internal sealed partial record DiagnosticPage(string Id, string Title, string Wrong, string Right)
{
    /// <summary>Line of the wrong code, counted from 0, that the diagnostic is on.</summary>
    public int MarkedLine => Array.FindIndex(Wrong.Split('\n'), line => line.EndsWith("// " + Id, StringComparison.Ordinal));

    public static DiagnosticPage Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Diagnostics, id + ".md"));
        Match match = Layout().Match(text);
        Assert.True(match.Success, $"{id}.md is not laid out as title, what is wrong, Wrong, Right, Why.");
        Assert.Equal(id, match.Groups["id"].Value);
        return new DiagnosticPage(
            id, match.Groups["title"].Value, WrittenOut(match.Groups["wrong"].Value), match.Groups["right"].Value);
    }

    /// <summary>Layers left out by "... and so on up to" are written out.</summary>
    private static string WrittenOut(string code) => Ellipsis().Replace(code, match =>
    {
        int first = int.Parse(match.Groups["first"].Value, System.Globalization.CultureInfo.InvariantCulture);
        int last = int.Parse(match.Groups["last"].Value, System.Globalization.CultureInfo.InvariantCulture);
        string line = match.Groups["line"].Value;
        return string.Concat(Enumerable.Range(first, last - first + 1).Select(number => line + number.ToString("000") + " { get; }\n"));
    });

    [GeneratedRegex(
        """\A# (?<id>GDSL\d{3}): (?<title>[^\n]+)\n\n.+?\n## Wrong\n\n```csharp\n(?<wrong>.+?)```\n\n## Right\n\n```csharp\n(?<right>.+?)```\n\n## Why\n\n.+\n\z""",
        RegexOptions.Singleline)]
    private static partial Regex Layout();

    [GeneratedRegex("""(?<line>[^\n]+ Hidden)(?<first>\d{3}) \{ get; \}\n    // \.\.\. and so on up to\n[^\n]+ Hidden(?<last>\d{3}) \{ get; \}\n""")]
    private static partial Regex Ellipsis();
}
