using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>Makes a class that declares layers a network (GDSL013).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGatedNetworkFix))]
[Shared]
public sealed class AddGatedNetworkFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL013"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (NodeAt<TypeDeclarationSyntax>(root, diagnostic) is not { } type)
        {
            return null;
        }

        SourceText text = root.GetText();
        TextLine line = text.Lines.GetLineFromPosition(type.SpanStart);
        string indent = text.ToString(TextSpan.FromBounds(line.Start, type.SpanStart));
        string separator = string.IsNullOrWhiteSpace(indent) ? LineEnd(text, line) + indent : " ";
        return new Edit(
            $"Add [GatedNetwork] to '{type.Identifier.ValueText}'",
            new TextChange(new TextSpan(type.SpanStart, 0), "[GatedNetwork]" + separator));
    }

    private static string LineEnd(SourceText text, TextLine line) =>
        text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } end ? end : "\n";
}
