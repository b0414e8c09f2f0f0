using System.Collections.Immutable;
using GateDsl.Generators.Analysis.Theory;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Reuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Says while a declaration is typed what the theory predicts of it on the data of its task (GDSL2xx).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TheoryAnalyzer : DiagnosticAnalyzer
{
    private static readonly KnownFindings<TheoryFinding> Known = new(TheoryChecks.Find);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => TheoryDescriptors.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsGatedNetwork() || ParsedNetworks.Of(type, context.Compilation, context.CancellationToken).Model is not { } model)
        {
            return;
        }

        foreach (TheoryFinding finding in Known.Of(model, context.CancellationToken))
        {
            IPropertySymbol? layer = finding.Layer is null ? null : type.GetMembers(finding.Layer).OfType<IPropertySymbol>().FirstOrDefault();
            object[] arguments = [.. finding.Arguments];
            context.ReportDiagnostic(Diagnostic.Create(
                finding.Descriptor,
                ((ISymbol?)layer ?? type).UserLocation() ?? Location.None,
                finding.Severity,
                additionalLocations: null,
                properties: null,
                arguments));
        }
    }
}
