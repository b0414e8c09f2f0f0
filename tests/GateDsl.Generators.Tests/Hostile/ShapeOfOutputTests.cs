using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>
/// No text of the user's leaves its place: whatever stands in documentation, strings and names, what is emitted consists of the same kinds of nodes,
/// tokens and directives in the same order as for a plain twin of the declaration.
/// </summary>
public class ShapeOfOutputTests
{
    /// <summary>What ends comments, lines, strings, elements or directives somewhere, and what only looks like nothing.</summary>
    private static readonly string[] Texts =
    [
        "*/ class Escaped { } /*", "\u2028class Escaped { }", "\u2029#error out", "\u0085class Escaped { }", "&#10;class Escaped { }", "&#13;#error out",
        "&#x2028;class Escaped { }", "&#x85;#pragma warning disable", "<c>&lt;/summary&gt;</c>", "</summary><summary>", "<see cref=\"System.Missing\"/>",
        "<inheritdoc cref=\"System.String\"/>", "<include file='/etc/passwd' path='//*'/>", "<![CDATA[ ]]>", "<!-- -->", "<?x y?>",
        "\"); System.Environment.Exit(1); //",
        "{{0}} {1}", "$\"{x}\"", "\\u000a", "\u200b\u202e\ufeff", "\ud83d\ude00", "///", "#endif", "&amp;&quot;&apos;", "é́ ﬀ İ ı",
    ];

    /// <summary>Names of a layer, as written in C#; the twin's is as long, so that lines are broken at the same places.</summary>
    private static readonly string[] Names =
    [
        "@class", "@event", "\\u0041b", "A\\u200Bb", "Ünï", "İıSs", "ſtring", "名前", "@Aa", "_9", "Ab\\u0301",
    ];

    [Fact]
    public void DocumentationStaysDocumentation()
    {
        string[] plain = Shape(Documented("Plain text."));
        foreach (string text in Texts)
        {
            foreach (string style in new[] { $"/** <summary>{text}</summary> */", $"/** <summary>a\n * {text}\n * b</summary> */",
                $"/// <summary>{text}</summary>" })
            {
                CSharpCompilation compilation = InMemory.Compile(Documented(null).Replace("DOCUMENTATION", style, StringComparison.Ordinal));
                if (compilation.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error && problem.Id != "CS9248"))
                {
                    // It left its place in the user's own file.
                    continue;
                }

                Assert.True(plain.SequenceEqual(Shape(compilation)), $"The shape changes with {style}");
            }
        }
    }

    [Fact]
    public void NamesStayNames()
    {
        string[] plain = Shape(Named("Ab"));
        foreach (string name in Names)
        {
            Assert.True(plain.SequenceEqual(Shape(Named(name))), $"The shape changes with {name}");
        }
    }

    [Fact]
    public void StringsStayStrings()
    {
        string[] plain = Shape(WithStimuli("1 -1"));
        foreach (string text in new[] { "1 \\u002d1", "  1  -1  ", "1\\t-1", "1\\u2028-1", "1.0e0 -1", "+1 -1", "1,-1", "1 -1\\0", "\\\"1 -1",
            "1 -1); //", "{1} -1" })
        {
            CSharpCompilation compilation = InMemory.Compile(WithStimuli(text));
            CSharpCompilation generated = InMemory.Generate(compilation).Compilation;
            bool isRefused = InMemory.Analyze(generated).Any(finding => finding.Severity == DiagnosticSeverity.Error);
            Assert.True(isRefused || plain.SequenceEqual(Shape(compilation)), $"The shape changes with {text}");
        }
    }

    private static string Documented(string? text) => $$"""
        [GatedNetwork, ReluTwin(4)]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            {{(text is null ? "DOCUMENTATION" : $"/// <summary>{text}</summary>")}}
            [Hidden(3), From(nameof(Item)), ActiveWhen(nameof(Rule))] public partial Layer H { get; }
            [Output(3), From(nameof(H))] public partial Layer Properties { get; }
            private static bool Rule(int item) => item > 1;
        }
        """;

    private static string Named(string name) => $$"""
        namespace {{name}}s
        {
            [GatedNetwork, ReluTwin(4)]
            public partial class {{name}}Net
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [Hidden(3), From("Item"), ActiveWhen(nameof({{name}}Rule))] public partial Layer {{name}} { get; }
                [Output(3), From(nameof({{name}}))] public partial Layer Properties { get; }
                private static bool {{name}}Rule(int item) => item > 1;
            }
        }
        """;

    private static string WithStimuli(string first) => $$"""
        [GatedNetwork, Stimuli(nameof(Mode), nameof(Pixels), "{{first}}", "-1 1")]
        public partial class Net
        {
            [Selector(2)] public partial Selector Mode { get; }
            [Input(2)] public partial Layer Pixels { get; }
            [Hidden(5), From(nameof(Pixels)), ActiveIn(nameof(Mode), 0)] public partial Layer H { get; }
            [Output(7), From(nameof(H))] public partial Layer Properties { get; }
        }
        """;

    private static string[] Shape(string source) => Shape(InMemory.Compile(source));

    /// <summary>Kinds of all nodes and tokens, and directives, of all that is emitted, file by file; none where nothing is, or it does not compile.</summary>
    private static string[] Shape(CSharpCompilation compilation)
    {
        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;
        SyntaxTree[] emitted = [.. generated.SyntaxTrees.Except(compilation.SyntaxTrees)];
        Assert.Empty(generated.GetDiagnostics()
            .Where(problem => problem.Severity >= DiagnosticSeverity.Warning && emitted.Contains(problem.Location.SourceTree)));
        Assert.True(emitted.Length > 1, "Nothing is emitted.");
        return
        [
            .. emitted.OrderBy(tree => tree.FilePath.Split('.').Length).ThenBy(tree => tree.FilePath.EndsWith("Race.g.cs", StringComparison.Ordinal))
                .SelectMany(tree => tree.GetRoot().DescendantNodesAndTokens()
                .Select(part => part.Kind().ToString())
                .Concat(tree.GetRoot().DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsDirective).Select(trivia => Directive(trivia)))),
        ];
    }

    private static string Directive(SyntaxTrivia trivia) => ((DirectiveTriviaSyntax)trivia.GetStructure()!).ToString();
}
