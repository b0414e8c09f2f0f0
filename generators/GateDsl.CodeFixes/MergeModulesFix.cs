using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using GateDsl.Generators.Analysis.Gating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>Merges a layer into an earlier one with the same gate, sources and targets, which gets the units of both (GDSL105).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MergeModulesFix))]
[Shared]
public sealed class MergeModulesFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL105"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DuplicateModules.MergeInto, out string? into)
            || NodeAt<PropertyDeclarationSyntax>(root, diagnostic) is not { } layer
            || DeclarationSyntax.ClassOf(layer) is not { } type
            || DeclarationSyntax.Layer(type, into!) is not { } earlier
            || Units(earlier) is not { } units
            || Units(layer) is not { } more
            || DeclarationSyntax.RemoveSource(type, layer.Identifier.ValueText) is not { } removed)
        {
            return null;
        }

        return new Edit(
            $"Merge '{layer.Identifier.ValueText}' into '{into}'",
            [new TextChange(units.Span, Sum(units, more)), DeclarationSyntax.RemoveLayer(layer), .. removed]);
    }

    private static ExpressionSyntax? Units(PropertyDeclarationSyntax layer) =>
        DeclarationSyntax.Attributes(layer, "Hidden").FirstOrDefault()?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;

    /// <summary>Of numbers their sum; else what was written, added.</summary>
    private static string Sum(ExpressionSyntax left, ExpressionSyntax right) =>
        left is LiteralExpressionSyntax { Token.Value: int first } && right is LiteralExpressionSyntax { Token.Value: int second }
            ? (first + second).ToString(CultureInfo.InvariantCulture)
            : Operand(left) + " + " + Operand(right);

    // Of a shift or a choice the sum is taken after it.
    private static string Operand(ExpressionSyntax written) =>
        written is LiteralExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax
            ? written.ToString()
            : $"({written})";
}
