using System.Collections.Immutable;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Checking;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Parsing.Reuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Reports what is wrong with a declaration (GDSL0xx) while it is typed. The generator is silent about it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationDescriptors.All;

    private protected override IEnumerable<Diagnostic> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
    {
        IEnumerable<Finding> own = type.IsGatedNetwork()
            ? ParsedNetworks.Of(type, compilation, ct).Findings
            : SurroundingChecks.FindStrayLayers(type);
        return own.Concat(SurroundingChecks.FindContainer(type, ct)).Select(finding => finding.ToDiagnostic());
    }
}
