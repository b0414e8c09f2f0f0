using System.Collections.Immutable;
using System.Composition;
using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>Gives a property the type that its attributes ask for (GDSL022, GDSL075).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTypeFix))]
[Shared]
public sealed class ChangeTypeFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL022", "GDSL075"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic) =>
        NodeAt<PropertyDeclarationSyntax>(root, diagnostic) is { } property
        && diagnostic.Properties.TryGetValue(Finding.SuggestionKey, out string? type)
        && type is not null
            ? new Edit($"Change the type of '{property.Identifier.ValueText}' to {type}", new TextChange(property.Type.Span, type))
            : null;
}
