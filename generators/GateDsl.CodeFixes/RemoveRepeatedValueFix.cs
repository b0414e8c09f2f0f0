using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>Removes a value that <c>[ActiveIn]</c> names twice (GDSL065).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveRepeatedValueFix))]
[Shared]
public sealed class RemoveRepeatedValueFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL065"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (NodeAt<ExpressionSyntax>(root, diagnostic) is not { } value)
        {
            return null;
        }

        // A repeated value is never the first thing in its list, so it goes with the comma before it.
        SyntaxNode element = value.Parent is AttributeArgumentSyntax or CollectionElementSyntax ? value.Parent : value;
        SyntaxToken comma = element.GetFirstToken().GetPreviousToken();
        return element == value && value.Parent is not InitializerExpressionSyntax
            ? null
            : new Edit($"Remove the repeated {value}", new TextChange(TextSpan.FromBounds(comma.SpanStart, element.Span.End), ""));
    }
}
