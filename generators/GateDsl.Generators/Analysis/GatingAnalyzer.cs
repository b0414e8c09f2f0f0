using System.Collections.Immutable;
using GateDsl.Generators.Analysis.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Reuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Says while a declaration is typed what its gates can and cannot be (GDSL1xx), with a proof.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GatingAnalyzer : DiagnosticAnalyzer
{
    private static readonly KnownFindings<GatingFinding> Known = new(GatingChecks.Find);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => GatingDescriptors.All;

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

        foreach (GatingFinding finding in Known.Of(model, context.CancellationToken))
        {
            object[] arguments = [.. finding.Arguments];
            context.ReportDiagnostic(Diagnostic.Create(
                finding.Descriptor,
                LocationOf(type, finding.Place, context.CancellationToken),
                finding.Severity,
                additionalLocations: null,
                finding.Properties,
                arguments));
        }
    }

    /// <summary>The name of the layer or class, or the rule that an edge names.</summary>
    private static Location LocationOf(INamedTypeSymbol type, GatingPlace place, CancellationToken ct)
    {
        IPropertySymbol? layer = place.Layer is null ? null : type.GetMembers(place.Layer).OfType<IPropertySymbol>().FirstOrDefault();
        AttributeData? edge = place.Source is null ? null : layer?.Language(AttributeNames.From)
            .FirstOrDefault(attribute => attribute.Names(0, ct).Any(source => source.Name == place.Source));
        return edge?.NamedName("When", ct)?.Location ?? ((ISymbol?)layer ?? type).UserLocation() ?? Location.None;
    }
}
