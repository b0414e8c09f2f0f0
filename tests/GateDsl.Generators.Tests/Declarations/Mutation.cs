using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Right declarations made half-typed: tokens deleted, doubled, swapped or renamed to others of the same source.</summary>
internal static class Mutation
{
    /// <summary>A source with one to four mutations.</summary>
    public static Gen<string> Of(IReadOnlyList<string> sources) =>
        from source in Gen.Int[0, sources.Count - 1]
        from edits in Gen.Select(Gen.Int[0, 3], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Array[1, 4]
        select edits.Aggregate(sources[source], (text, edit) => Mutate(text, edit.Item1, edit.Item2, edit.Item3));

    private static string Mutate(string text, int kind, int at, int from)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        if (tokens.Length == 0)
        {
            return text;
        }

        SyntaxToken token = tokens[at % tokens.Length];
        SyntaxToken other = tokens[from % tokens.Length];
        string replacement = kind switch
        {
            0 => "",
            1 => token.Text + " " + token.Text,
            2 => other.Text,
            _ => Misspelt(token, other),
        };
        return text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, replacement);
    }

    private static string Misspelt(SyntaxToken token, SyntaxToken other) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "-" + token.Text + "00",
        SyntaxKind.IdentifierToken when other.IsKind(SyntaxKind.IdentifierToken) => other.Text,
        _ => token.Text.Length > 1 ? token.Text[1..] : token.Text + "x",
    };
}
