using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>Makes a network, a type around it or a layer partial (GDSL001, GDSL002, GDSL023).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL001", "GDSL002", "GDSL023"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic) =>
        NodeAt<MemberDeclarationSyntax>(root, diagnostic) switch
        {
            // "partial" is the last modifier: it stands before the keyword of a type and before the type of a property.
            TypeDeclarationSyntax type => Insert(type.Identifier.ValueText, type.Keyword.SpanStart),
            PropertyDeclarationSyntax property => Insert(property.Identifier.ValueText, property.Type.SpanStart),
            _ => null,
        };

    private static Edit Insert(string name, int position) =>
        new($"Make '{name}' partial", new TextChange(new TextSpan(position, 0), "partial "));
}
