using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.House;

/// <summary>Formulas and code of generated files are in single letters; the table at the head of the first file names every one of them.</summary>
public sealed partial class LetterTests
{
    public static TheoryData<string> Networks => new(
        Generation.Declarations.ThreeContexts, Generation.Declarations.Routes,
        "[GatedNetwork] public partial class Dense { [Input(3)] public partial Layer X { get; } [OneHotInput(2)] public partial Layer C { get; } "
        + "[Hidden(9), From(nameof(X)), ActiveIn(nameof(C), 1)] public partial Layer Low { get; } [Output(2), From(nameof(Low))] public partial Layer Out { get; } }");

    [Theory]
    [MemberData(nameof(Networks))]
    public void TheTableNamesEveryLetter(string declaration)
    {
        string[] files = [.. InMemory.Generate(declaration).Result.Results.SelectMany(generator => generator.GeneratedSources)
            .Select(source => source.SourceText.ToString())];
        HashSet<string> named =
            [.. files.SelectMany(file => file.Split('\n')).Select(line => Row().Match(line)).SelectMany(row => row.Groups["letter"].Captures)
                .Select(letter => letter.Value.ToUpperInvariant())];

        Assert.Contains("W", named);
        Assert.Empty(files.SelectMany(file => file.Split('\n')).SelectMany(Letters).Select(letter => letter.ToUpperInvariant()).Distinct().Except(named));
    }

    /// <summary>Of code all letters, also behind a dot; of comments those that can be no word.</summary>
    private static IEnumerable<string> Letters(string line)
    {
        string text = line.Trim();
        bool isComment = text.StartsWith("//", StringComparison.Ordinal);
        string bare = isComment ? Tag().Replace(text, "") : Comment().Replace(Literal().Replace(text, ""), "");
        return Letter().Matches(bare).Select(match => match.Value).Where(letter => !isComment || letter is not ("a" or "A" or "I"));
    }

    [GeneratedRegex("^//   (?:(?<letter>[A-Za-z])(?:\\*|\\(\\w(?:, \\w)*\\))?|on|eta|tau)(?:, (?:(?<letter>[A-Za-z])(?:\\*|\\(\\w(?:, \\w)*\\))?|on|eta|tau))*  ")]
    private static partial Regex Row();

    [GeneratedRegex("(?<![\\w'])[A-Za-z](?![\\w'])")]
    private static partial Regex Letter();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
