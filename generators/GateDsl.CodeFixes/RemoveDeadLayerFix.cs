using System.Collections.Immutable;
using System.Composition;
using GateDsl.Generators.Analysis.Gating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.CodeFixes;

/// <summary>Removes a layer that is on nowhere, and the edges out of it (GDSL104).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDeadLayerFix))]
[Shared]
public sealed class RemoveDeadLayerFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL104"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(GateRepairs.IsWhole)
        && NodeAt<PropertyDeclarationSyntax>(root, diagnostic) is { } layer
        && DeclarationSyntax.ClassOf(layer) is { } type
        && DeclarationSyntax.RemoveSource(type, layer.Identifier.ValueText) is { } removed
            ? new Edit($"Remove '{layer.Identifier.ValueText}'", [DeclarationSyntax.RemoveLayer(layer), .. removed])
            : null;
}
