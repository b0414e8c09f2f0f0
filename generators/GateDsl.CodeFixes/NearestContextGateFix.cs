using System.Collections.Immutable;
using System.Composition;
using GateDsl.Generators.Analysis.Gating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.CodeFixes;

/// <summary>Replaces a gate that no ReLU unit can implement by the nearest one that depends on a context alone (GDSL101).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestContextGateFix))]
[Shared]
public sealed class NearestContextGateFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL101"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(GateRepairs.NearestGate, out string? nearest)
            || NodeAt<PropertyDeclarationSyntax>(root, diagnostic) is not { } layer
            || DeclarationSyntax.ReplaceGates(layer, nearest!) is not { } changes)
        {
            return null;
        }

        string[] parts = nearest!.Split(':');
        return new Edit(
            $"Gate '{layer.Identifier.ValueText}' by {parts[0]} {parts[1].Replace(",", ", ")} "
            + $"(changes {diagnostic.Properties[GateRepairs.Changed]} datapoints)",
            [.. changes]);
    }
}
