using System.Collections.Immutable;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>A declaration through parser, generator and compiler, as an accepted one or a refused one should come out.</summary>
internal static class Compiled
{
    /// <summary>Every network of the compilation must be accepted, compile without a warning and run; returns what the harnesses return.</summary>
    public static double[][] AndRun(CSharpCompilation declared)
    {
        (CSharpCompilation generated, NetworkModel[] models) = WithoutProblems(declared);
        var options = (CSharpParseOptions)declared.SyntaxTrees[0].Options;
        byte[] assembly = Harness.Emit(
            generated.AddSyntaxTrees(models.Select(model => CSharpSyntaxTree.ParseText(Harness.Source(model), options, "Harness.cs"))));
        return [.. models.Select(model => Harness.Run(assembly, model))];
    }

    /// <summary>Every network of the compilation must be accepted and compile without a warning.</summary>
    public static (CSharpCompilation Generated, NetworkModel[] Models) WithoutProblems(CSharpCompilation declared)
    {
        NetworkModel[] models = [.. Networks(declared).Select(type => NetworkParser.Parse(type, declared, default)).Select(result =>
        {
            Assert.True(result.Model is not null, "Refused: " + string.Join("\n", result.Findings.Select(finding => finding.ToDiagnostic())));
            return result.Model;
        })];
        Assert.NotEmpty(models);
        CSharpCompilation generated = Generate(declared);
        AssertNoProblems(InMemory.CompilerProblems(generated));
        return (generated, models);
    }

    /// <summary>The declaration must be refused with an error of ours, and nothing that is generated for it may add one of the compiler's.</summary>
    public static ImmutableArray<Diagnostic> AndRefused(CSharpCompilation declared)
    {
        CSharpCompilation generated = Generate(declared);
        ImmutableArray<Diagnostic> ours = InMemory.Analyze(generated);
        Assert.Contains(ours, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("GDSL0", StringComparison.Ordinal));
        AssertNoProblems([.. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && IsInGenerated(diagnostic))]);
        return ours;
    }

    /// <summary>Runs the generator, which must not throw: one that does loses its output behind a warning.</summary>
    public static CSharpCompilation Generate(CSharpCompilation declared)
    {
        (CSharpCompilation generated, GeneratorDriverRunResult result) = InMemory.Generate(declared);
        Assert.All(result.Results, generator => Assert.True(generator.Exception is null, generator.Exception?.ToString()));
        Assert.Empty(result.Diagnostics);
        return generated;
    }

    public static IEnumerable<INamedTypeSymbol> Networks(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(type => compilation.GetSemanticModel(tree).GetDeclaredSymbol(type)))
        .OfType<INamedTypeSymbol>()
        .Where(type => type.IsGatedNetwork())
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    public static bool IsInGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static void AssertNoProblems(ImmutableArray<Diagnostic> problems) => Assert.True(
        problems.IsEmpty,
        string.Join("\n",
            problems.Take(12)
                .Select(problem => $"{problem}\n    {problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]}")));
}
