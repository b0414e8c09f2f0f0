using System.Collections.Immutable;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Reuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Reports what is wrong with a declaration (GDSL0xx) while it is typed. The generator is silent about it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationDescriptors.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Declarations may themselves be generated, by a tool that writes a network.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        IEnumerable<Finding> own = type.IsGatedNetwork()
            ? ParsedNetworks.Of(type, context.Compilation, context.CancellationToken).Findings
            : StrayLayers.Find(type);
        foreach (Finding finding in own.Concat(ContainerChecks.Find(type, context.CancellationToken)))
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
