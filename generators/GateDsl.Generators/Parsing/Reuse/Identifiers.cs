using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Parsing.Reuse;

internal static class Identifiers
{
    /// <summary>Every identifier in a piece of source, documentation included: nothing else can refer to what is declared elsewhere.</summary>
    public static HashSet<string> In(SyntaxNode node) => new(
        node.DescendantTokens(descendIntoTrivia: true).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText),
        StringComparer.Ordinal);
}
