using CsCheck;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Checking;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Half-typed declarations: nothing throws, nothing wrong goes unreported, and what is generated compiles.</summary>
public class FuzzTests
{
    private const string Rich = """
        namespace Fuzz;

        public partial class Outer<T>
        {
            [GatedNetwork(Rectified = true, Precision = Precision.Double)]
            [ReluTwin(7)]
            [Stimuli(nameof(Net.Mode), nameof(Net.Pixels), "1 -1", "1/3 0.5")]
            public sealed partial class Net
            {
                /// <summary>What is <b>shown</b>.</summary>
                [OneHotInput(4, Role = InputRole.Item)] public partial Layer Item { get; }
                [OneHotInput(3)] internal partial Layer Context { get; }
                [Input(2)] public partial Layer Pixels { get; }
                [Selector(2)] public partial Selector Mode { get; }
                [Hidden(5), From(nameof(Item), "Context", When = nameof(Early)), From(nameof(Pixels)), ActiveIn(nameof(Mode), 0, 1)]
                public partial Layer Common { get; }
                [Hidden(6), From(nameof(Item)), OnePerSubset(nameof(Context), 2), ActiveWhen(nameof(Late))]
                public partial LayerBank Pairs { get; }
                [Hidden(6), From(nameof(Pairs), nameof(Common)), OnePer(index: nameof(Context)), SelfGated]
                public partial LayerBank Singles { get; }
                [Output(7), From(sources: new[] { nameof(Singles), nameof(Common) })]
                public partial Layer Properties { get; }

                private static bool Early(int item) => item < 2;

                private static bool Late(int context, int Item) => context > 0 || Item switch { 1 => true, _ => false };
            }
        }
        """;

    private static readonly string[] Sources =
    [
        Rich, Rich, Rich, Rich,
        .. new[] { "GDSL008", "GDSL085", "GDSL091", "GDSL077" }.Select(id => DiagnosticPage.Read(id).Right),
    ];

    /// <summary>Without a model there is an error to see, ours or the compiler's.</summary>
    [Fact]
    public void NothingThrowsAndNoErrorGoesUnreported() => Mutation.Of(Sources).Sample(
        source =>
        {
            CSharpCompilation compilation = InMemory.Compile(source);
            bool isWrong = false;
            bool isReported = false;
            foreach (INamedTypeSymbol type in Types(compilation))
            {
                Finding[] around = [.. SurroundingChecks.FindContainer(type, CancellationToken.None), .. SurroundingChecks.FindStrayLayers(type)];
                ParseResult result = NetworkParser.Parse(type, compilation, CancellationToken.None);
                Finding[] findings = [.. result.Findings, .. around];
                Assert.All(findings,
                    finding => Assert.DoesNotContain("{", finding.ToDiagnostic().GetMessage().Replace("{ get; }", ""), StringComparison.Ordinal));
                isWrong |= type.IsGatedNetwork() && result.Model is null;
                isReported |= findings.Any(finding => finding.IsError);
            }

            Assert.True(
                !isWrong || isReported || Errors(compilation).Any(),
                "No model, and neither the analyzer nor the compiler says why.");
        },
        iter: 200,
        threads: 1);

    /// <summary>Whatever the declaration, generated code adds no error to those of the source.</summary>
    [Fact]
    public void WhatIsGeneratedCompiles() => Mutation.Of(Sources).Sample(
        source =>
        {
            CSharpCompilation compilation = InMemory.Compile(source);
            (CSharpCompilation generated, GeneratorDriverRunResult result) = InMemory.Generate(compilation);

            Assert.All(result.Results, run => Assert.Null(run.Exception));
            if (!Errors(compilation).Any(error => error.Id != "CS9248"))
            {
                Assert.DoesNotContain(Errors(generated), error => error.Id != "CS9248");
            }
        },
        iter: 25,
        threads: 1);

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(type => compilation.GetSemanticModel(tree).GetDeclaredSymbol(type)))
        .OfType<INamedTypeSymbol>();
}
