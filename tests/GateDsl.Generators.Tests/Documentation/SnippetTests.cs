using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Documentation;

/// <summary>The C# of a page, its blocks one after the other, is a program that compiles.</summary>
public sealed partial class SnippetTests
{
    /// <summary>What a page takes as given: data that the reader has.</summary>
    private static readonly Dictionary<string, string> Given = new()
    {
        ["docs/guide.md"] = """
            int[] items = [], moods = [];
            double[] senses = [], targets = [];
            ThreeContexts.Dataset contextData = ThreeContexts.Dataset.Create([], [], Array.Empty<double>());
            """,
        ["docs/python.md"] = """
            System.Console.WriteLine(ThreeContexts.Description);
            """,
        ["docs/saving.md"] = """
            ThreeContexts.Dataset data = ThreeContexts.Dataset.Create([], [], Array.Empty<double>());
            ThreeContexts.Dataset test = data;
            """,
        ["docs/sweeps.md"] = """
            using System.IO;
            ThreeContexts.Dataset shard = ThreeContexts.Dataset.Create([], [], Array.Empty<double>());
            int index = 0;
            """,
        ["docs/what-a-relu-can-gate.md"] = """
            ThreeContexts.Dataset data = ThreeContexts.Dataset.Create([], [], Array.Empty<double>());
            ThreeContexts.ReluTwin twin = new(Gaussian.WithSigma(1e-3), seed: 1);
            TrainingOptions options = new() { StepSize = 1e-3 };
            """,
    };

    /// <summary>Files that the reader of a page has beside what the page shows.</summary>
    private static readonly Dictionary<string, string> Beside = new()
    {
        ["docs/tutorial.md"] = "src/GateDsl.Templates/shared/LossFigure.cs",
    };

    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Order(StringComparer.Ordinal)
            .Where(file => Blocks(File.ReadAllText(file)).Length > 0).Select(file => "docs/" + Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheSnippetsOfAPageCompile(string page)
    {
        string[] blocks = Blocks(File.ReadAllText(Path.Combine(Repository.Root, page)));
        bool usesReadme = blocks.Any(block => block.Contains("ThreeContexts", StringComparison.Ordinal))
            && !blocks.Any(block => block.Contains("class ThreeContexts", StringComparison.Ordinal));
        string[] known = usesReadme ? [.. Blocks(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Take(1), .. blocks] : blocks;
        string[] beside = Beside.TryGetValue(page, out string? file) ? ["using System.IO;\n" + File.ReadAllText(Path.Combine(Repository.Root, file))] : [];
        CSharpCompilation compilation = InMemory.Compile([Program(known, Given.GetValueOrDefault(page, "")), .. beside]);
        compilation = compilation
            .WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            .AddReferences(MetadataReference.CreateFromFile(typeof(Identification).Assembly.Location));

        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;

        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(InMemory.Analyze(generated).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>Top-level statements first, then declarations, as C# wants it.</summary>
    internal static string Program(string[] blocks, string given)
    {
        CompilationUnitSyntax[] units = [.. blocks.Select(block => SyntaxFactory.ParseCompilationUnit(block, options: InMemory.ParseOptions))];
        MemberDeclarationSyntax[] members = [.. units.SelectMany(unit => unit.Members)];
        IEnumerable<string> usings = units.SelectMany(unit => unit.Usings).Select(line => line.ToString()).Where(line => line != "using GateDsl;");
        IEnumerable<string> statements = members.OfType<GlobalStatementSyntax>().Select(statement => statement.ToFullString());
        IEnumerable<string> types = members.Where(member => member is not GlobalStatementSyntax).Select(member => member.ToFullString());
        return string.Join("\n", [.. usings, given, .. statements, .. types]);
    }

    internal static string[] Blocks(string text) => [.. Fence().Matches(text).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
