using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>Declares a layer as <c>{ get; }</c>: without other accessors (GDSL024) and without a body (GDSL026).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeGetOnlyFix))]
[Shared]
public sealed class MakeGetOnlyFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL024", "GDSL026"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (NodeAt<PropertyDeclarationSyntax>(root, diagnostic) is not { } property)
        {
            return null;
        }

        // Everything behind the name goes: accessors, body, initialiser, and the space before them.
        TextSpan rest = TextSpan.FromBounds(property.Identifier.Span.End, property.Span.End);
        return new Edit($"Declare '{property.Identifier.ValueText}' as {{ get; }}", new TextChange(rest, " { get; }"));
    }
}
