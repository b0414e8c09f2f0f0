using GateDsl.Generators.Emission;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Where generated lines are broken: the code stays the same code, whatever the width.</summary>
public class LineFittingTests
{
    private static readonly string[] Files = [.. InMemory.Generate(Declarations.ThreeContexts, Declarations.Routes).Result.Results
        .SelectMany(generator => generator.GeneratedSources).Select(source => source.SourceText.ToString())];

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(100)]
    public void TokensStayTheSame(int width) => Assert.All(Files, file => Assert.Equal(Tokens(file), Tokens(Fitted(file, width))));

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public void WordsOfDocumentationStayTheSame(int width) => Assert.All(Files, file => Assert.Equal(Words(file), Words(Fitted(file, width))));

    [Fact]
    public void TheOutermostCommasBreakFirst() => Assert.Equal(
        ["    Call(", "        (\"a, b\", 1),", "        Other(c, d), e);"], LineFitting.Fit("    Call((\"a, b\", 1), Other(c, d), e);", 24));

    /// <summary>An escaped quote ends no literal, an escaped backslash before a quote does.</summary>
    [Fact]
    public void CommasInLiteralsWithEscapesAreNoPlaceToBreak()
    {
        Assert.Equal(["Say(", "    \"a \\\", b, c\",", "    d);"], LineFitting.Fit("Say(\"a \\\", b, c\", d);", 20));
        Assert.Equal(["Say(", "    \"a \\\\\",", "    b, c);"], LineFitting.Fit("Say(\"a \\\\\", b, c);", 14));
    }

    [Fact]
    public void AnArgumentThatIsTooLongIsBrokenDeeper() => Assert.Equal(
        ["Call(", "    first,", "    Other(", "        second, third));"], LineFitting.Fit("Call(first, Other(second, third));", 24));

    [Fact]
    public void ACommentBehindAStatementIsNotBroken() => Assert.EndsWith(
        "// from A[0, 1] to B[2, 3], which is far", LineFitting.Fit("Add(a, b);    // from A[0, 1] to B[2, 3], which is far", 12).Last());

    [Fact]
    public void CommasBetweenTypeArgumentsAreNoPlaceToBreak() => Assert.Equal(
        ["Take(", "    IReadOnlyDictionary<string, double> a,", "    int b)"], LineFitting.Fit("Take(IReadOnlyDictionary<string, double> a, int b)", 43));

    [Fact]
    public void CommasBetweenArgumentsOfATypeWhoseNameEndsInAnUnderscoreAreNone() => Assert.Equal(
        ["Take(", "    Map_<string,", "        double> a,", "    int b)"], LineFitting.Fit("Take(Map_<string, double> a, int b)", 22));

    /// <summary>The comma of an array of two dimensions stays with its type.</summary>
    [Fact]
    public void TheRankOfAnArrayIsNoPlaceToBreak() => Assert.Equal(
        ["double[,] Find(", "    first, second);"], LineFitting.Fit("double[,] Find(first, second);", 20));

    /// <summary>
    /// Behind an arrow, an equals sign, a bracket, a space or a comma, as far as the first line has room for them; behind the sign rather than the
    /// bracket where what follows then fits on a line. Counted by hand: first where it just fits, then with a character less.
    /// </summary>
    [Theory]
    [InlineData("abc => def", 7, "abc =>", "    def")]
    [InlineData("abc => def", 6, "abc", "    => def")]
    [InlineData("a(b) => cccc;", 8, "a(b) =>", "    cccc;")]
    [InlineData("> a, b", 5, "> a,", "b")]
    [InlineData("<a, b", 4, "<a,", "b")]
    [InlineData("=> de fg", 7, "=>", "    de", "        fg")]
    [InlineData("abc = defg;", 6, "abc =", "    defg;")]
    [InlineData("abc = defg;", 5, "abc", "    = defg;")]
    [InlineData("abcdef = C(bbbbbbbbbbbb);", 20, "abcdef =", "    C(bbbbbbbbbbbb);")]
    [InlineData("abcdef = C(bbbbbbbbbbbb);", 19, "abcdef = C(", "    bbbbbbbbbbbb);")]
    [InlineData("abcdef = C(bbbbbbbbbbbb);", 11, "abcdef = C(", "    bbbbbbbbbbbb);")]
    [InlineData("abcdef = C(bbbbbbbbbbbb);", 10, "abcdef =", "    C(", "        bbbbbbbbbbbb);")]
    [InlineData("ab = cccc dddd;", 13, "ab =", "    cccc", "        dddd;")]
    [InlineData("aaaa bbbb", 5, "aaaa", "    bbbb")]
    [InlineData("aaaa bbbb", 4, "aaaa bbbb")]
    [InlineData("aaaaaaa (b", 9, "aaaaaaa (", "    b")]
    [InlineData("aaaaaaa (", 5, "aaaaaaa (")]
    [InlineData("aa, bb, cc", 8, "aa, bb,", "cc")]
    [InlineData("aa, bb, cc", 7, "aa,", "bb, cc")]
    [InlineData("T<string, double> a, int bbbbb", 21, "T<string, double> a,", "int bbbbb")]
    [InlineData("T> aa, bb", 8, "T> aa,", "    bb")]
    [InlineData("Say(',', (a), b);", 16, "Say(", "    ',', (a),", "    b);")]
    [InlineData("// aa bb cc", 8, "// aa bb", "//     cc")]
    [InlineData("// aa bb cc", 7, "// aa", "//     bb", "//     cc")]
    [InlineData("/// <a b=\"c\"/> dd", 10, "/// <a b=\"c\"/>", "/// dd")]
    [InlineData("/// <summary>aa</summary>", 25, "/// <summary>aa</summary>")]
    [InlineData("/// <summary>aa</summary>", 24, "/// <summary>", "/// aa", "/// </summary>")]
    [InlineData("/// <summary>aa", 10, "/// <summary>aa")]
    [InlineData("#pragma warning disable A, B", 10, "#pragma warning disable A, B")]
    public void ALineIsBrokenWhereThereIsRoom(string line, int width, params string[] expected) => Assert.Equal(expected, LineFitting.Fit(line, width));

    /// <summary>An equals sign in brackets belongs to an argument; of several outside them the first is the outermost.</summary>
    [Fact]
    public void BehindTheOutermostEqualsSignALineIsBroken()
    {
        Assert.Equal(["Call(", "    first = Other(", "        second));"], LineFitting.Fit("Call(first = Other(second));", 20));
        Assert.Equal(["first =", "    second = third;"], LineFitting.Fit("first = second = third;", 20));
    }

    /// <summary>A line is broken where it is wider than the page together with its indentation, whatever that is, and no sooner.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void ALineAsWideAsThePageIsNotBroken(int depth)
    {
        const int Page = 140;
        foreach (int more in new[] { 0, 1 })
        {
            string statement = $"Call({new string('a', 40)}, {new string('b', Page - (4 * depth) - 49 + more)});";
            CodeWriter code = new();
            Write(code, depth, () => code.Write(statement));

            Assert.Equal(Page - (4 * depth) + more, statement.Length);
            Assert.Equal(more == 0, code.ToString().Split('\n').Any(line => line.Trim() == statement));
        }
    }

    private static void Write(CodeWriter code, int depth, Action body)
    {
        if (depth == 0)
        {
            body();
            return;
        }

        code.Block("block", () => Write(code, depth - 1, body));
    }

    [Fact]
    public void ASummaryGetsItsTagsOnLinesOfTheirOwn() => Assert.Equal(
        ["/// <summary>", "/// Of <see cref=\"A B\"/>", "/// and C.", "/// </summary>"],
            LineFitting.Fit("/// <summary>Of <see cref=\"A B\"/> and C.</summary>", 25));

    private static string Fitted(string file, int width) => string.Join('\n', file.Split('\n').SelectMany(line => LineFitting.Fit(line, width)));

    private static string[] Tokens(string file) => [.. SyntaxFactory.ParseTokens(file).Select(token => token.Text)];

    private static string[] Words(string file) =>
    [
        .. file.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.TrimStart('/').Replace("<", " <", StringComparison.Ordinal).Replace(">", "> ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
