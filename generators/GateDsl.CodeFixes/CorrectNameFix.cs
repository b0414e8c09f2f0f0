using System.Collections.Immutable;
using System.Composition;
using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>
/// Replaces the misspelt name of a layer, an index or a rule by the nearest one there is, in a string or inside <c>nameof</c>
/// (GDSL050, GDSL062, GDSL066, GDSL080).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectNameFix))]
[Shared]
public sealed class CorrectNameFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL050", "GDSL062", "GDSL066", "GDSL080"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(Finding.SuggestionKey, out string? name) || name is null)
        {
            return null;
        }

        return NodeAt<ExpressionSyntax>(root, diagnostic) switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal =>
                Replace(literal.Token.ValueText, literal.Span, SymbolDisplay.FormatLiteral(name, quote: true), name),
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } named }] } when LastName(named) is { } last =>
                Replace(last.Identifier.ValueText, last.Span, Identifier(name), name),
            _ => null,
        };
    }

    private static Edit Replace(string old, TextSpan span, string text, string name) =>
        new($"Change '{old}' to '{name}'", new TextChange(span, text));

    private static SimpleNameSyntax? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax member => member.Name,
        _ => null,
    };

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
