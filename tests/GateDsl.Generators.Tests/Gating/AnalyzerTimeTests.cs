using System.Diagnostics;
using System.Globalization;
using GateDsl.Generators.Tests.Support;
using GateDsl.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace GateDsl.Generators.Tests.Gating;

/// <summary>
/// What typing costs: semantic diagnostics on the edited tree of a project of 100 declarations with 8 x 3 datapoints, beside an analyzer that does nothing.
/// </summary>
public class AnalyzerTimeTests(ITestOutputHelper output)
{
    private const int Declarations = 100;
    private const int Runs = 10;
    private const int WarmUps = 3;
    private const double MostMilliseconds = 30;

    /// <summary>Every declaration in a file of its own: what typing in one of them costs.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public async Task TheEditedTreeCostsLittle()
    {
        double more = await More(perTree: 1);
        Assert.True(more < MostMilliseconds, FormattableString.Invariant($"{more:F1} ms more than an empty analyzer."));
    }

    /// <summary>All declarations in the edited file: the harder reading of the same bound.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public async Task AllDeclarationsInTheEditedTreeCostLittle()
    {
        double more = await More(Declarations);
        Assert.True(more < MostMilliseconds, FormattableString.Invariant($"{more:F1} ms more than an empty analyzer."));
    }

    private async Task<double> More(int perTree)
    {
        CSharpCompilation compilation = InMemory.Compile(
            [.. Enumerable.Range(0, Declarations).Chunk(perTree).Select(numbers => string.Concat(numbers.Select(Declaration)))]);
        List<double> ours = [];
        List<double> empty = [];
        for (int run = 0; run < WarmUps + Runs; run++)
        {
            // In turn, so that what else the machine does meets both.
            empty.Add(await Milliseconds([new EmptyAnalyzer()], compilation, run));
            ours.Add(await Milliseconds([.. InMemory.Analyzers], compilation, run));
        }

        double more = Median(ours) - Median(empty);
        output.WriteLine(FormattableString.Invariant($"{perTree} a tree: ours {Median(ours):F1} ms, empty {Median(empty):F1} ms, more {more:F1} ms"));
        return more;
    }

    private static double Median(List<double> times) => times.Skip(WarmUps).Order().ElementAt(Runs / 2);

    /// <summary>The last declaration gets another width, and nothing is shared with the tree before: nothing is known of it.</summary>
    private static async Task<double> Milliseconds(DiagnosticAnalyzer[] analyzers, CSharpCompilation compilation, int run)
    {
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        string text = tree.ToString();
        int width = text.LastIndexOf("Hidden(50)", StringComparison.Ordinal) + "Hidden(".Length;
        string edit = text[..width] + (60 + run).ToString(CultureInfo.InvariantCulture) + text[(width + 2)..];
        SyntaxTree edited = CSharpSyntaxTree.ParseText(edit, InMemory.ParseOptions, tree.FilePath);
        CSharpCompilation after = compilation.ReplaceSyntaxTree(tree, edited);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers driver = after.WithAnalyzers([.. analyzers], options);
        SemanticModel model = after.GetSemanticModel(edited);
        long start = Stopwatch.GetTimestamp();
        await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Declaration(int number)
    {
        ulong mask = unchecked((ulong)(number + 1) * 0x9E3779B97F4A7C15UL) & 0xFFFFFF;
        return string.Create(CultureInfo.InvariantCulture, $$"""
            [GatedNetwork] public partial class Net{{number}} {
            [OneHotInput(8)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(50), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
            [Hidden(50), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }
            [Hidden(50), From(nameof(Item)), ActiveWhen(nameof(Rule))] public partial Layer Some { get; }
            [Output(60), From(nameof(Common), nameof(Pairs), nameof(Some))] public partial Layer Properties { get; }
            static bool Rule(int item, int context) => (0x{{mask:X}}UL >> (item * 3 + context) & 1UL) != 0;
            }

            """);
    }

#pragma warning disable RS1001, RS1036, RS2008 // Made by hand, for comparison.
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Nothing = new("EMPTY", "Nothing", "Nothing", "Test", DiagnosticSeverity.Warning, true);

        public override System.Collections.Immutable.ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(_ => { }, SymbolKind.NamedType);
        }
    }
}
