using System.Diagnostics;
using System.Globalization;
using GateDsl.Generators.Analysis;
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
    private const double MostMilliseconds = 30;

    /// <summary>Every declaration in a file of its own: what typing in one of them costs.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public async Task TheEditedTreeCostsLittle()
    {
        double more = await More(perTree: 1);
        Assert.True(more < MostMilliseconds, FormattableString.Invariant($"{more:F1} ms more than an empty analyzer."));
    }

    /// <summary>All declarations in the edited file: the harder reading of the same bound. It does not hold yet.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public async Task AllDeclarationsInTheEditedTreeCostLittle()
    {
        double more = await More(Declarations);
        Assert.True(more < MostMilliseconds, FormattableString.Invariant($"{more:F1} ms more than an empty analyzer."));
    }

    private async Task<double> More(int perTree)
    {
        double ours = await Median([.. InMemory.Analyzers], perTree);
        double empty = await Median([new EmptyAnalyzer()], perTree);

        output.WriteLine(FormattableString.Invariant($"{perTree} a tree: ours {ours:F1} ms, empty {empty:F1} ms, more {ours - empty:F1} ms"));
        return ours - empty;
    }

    private static async Task<double> Median(DiagnosticAnalyzer[] analyzers, int perTree)
    {
        List<double> times = [];
        CSharpCompilation compilation = InMemory.Compile(
            [.. Enumerable.Range(0, Declarations).Chunk(perTree).Select(numbers => string.Concat(numbers.Select(Declaration)))]);
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        for (int run = 0; run < Runs + 3; run++)
        {
            // An edit: a new tree, so that nothing is known of it. The first runs warm up.
            SyntaxTree edited = CSharpSyntaxTree.ParseText(tree + "// " + run.ToString(CultureInfo.InvariantCulture), InMemory.ParseOptions, tree.FilePath);
            CSharpCompilation after = compilation.ReplaceSyntaxTree(tree, edited);
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            CompilationWithAnalyzers driver = after.WithAnalyzers([.. analyzers], options);
            SemanticModel model = after.GetSemanticModel(edited);
            long start = Stopwatch.GetTimestamp();
            await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Skip(3).Order().ElementAt(Runs / 2);
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
