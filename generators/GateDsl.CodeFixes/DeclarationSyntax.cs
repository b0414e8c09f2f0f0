using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>A declaration as it is written: its layers, their attributes, and edits of both that leave the rest alone.</summary>
internal static class DeclarationSyntax
{
    /// <summary>The class around a node.</summary>
    public static TypeDeclarationSyntax? ClassOf(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    public static PropertyDeclarationSyntax? Layer(TypeDeclarationSyntax type, string name) =>
        type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(property => property.Identifier.ValueText == name);

    public static IEnumerable<AttributeSyntax> Attributes(PropertyDeclarationSyntax layer, params string[] names) =>
        layer.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => names.Contains(LanguageName(attribute)));

    /// <summary>Puts other sources in the place of one, in every edge.</summary>
    public static IEnumerable<TextChange> ReplaceSource(TypeDeclarationSyntax type, string name, IEnumerable<string> others)
    {
        string sources = string.Join(", ", others.Select(other => $"nameof({other})"));
        return SourcesNamed(type, name).Select(source => new TextChange(source.Span, sources));
    }

    /// <summary>Takes a source out of every edge; null: a layer would be left without any.</summary>
    public static IReadOnlyList<TextChange>? RemoveSource(TypeDeclarationSyntax type, string name)
    {
        List<TextChange> changes = [];
        foreach (PropertyDeclarationSyntax layer in type.Members.OfType<PropertyDeclarationSyntax>())
        {
            AttributeSyntax[] edges = [.. Attributes(layer, "From")];
            if (edges.Length > 0 && edges.SelectMany(Sources).All(source => NameOf(source) == name))
            {
                return null;
            }

            foreach (AttributeSyntax edge in edges)
            {
                ExpressionSyntax[] named = [.. Sources(edge).Where(source => NameOf(source) == name)];
                changes.AddRange(named.Length > 0 && named.Length == Sources(edge).Count()
                    ? [Remove(edge)]
                    : named.Select(source => Remove(source.Parent is AttributeArgumentSyntax or ExpressionElementSyntax ? source.Parent : source)));
            }
        }

        return changes;
    }

    /// <summary>A layer with its documentation.</summary>
    public static TextChange RemoveLayer(PropertyDeclarationSyntax layer) => new(layer.FullSpan, "");

    /// <summary>Puts a gate in the place of all node gates of a layer; null: it has none.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="conditions">"Item:0;Context:1,2" as the diagnostic says it.</param>
    public static IReadOnlyList<TextChange>? ReplaceGates(PropertyDeclarationSyntax layer, string conditions)
    {
        AttributeSyntax[] gates = [.. Attributes(layer, "ActiveIn", "ActiveWhen")];
        string gate = string.Join(", ", conditions.Split(';').Select(condition => condition.Split(':')).Select(parts =>
            $"ActiveIn(nameof({parts[0]}), {parts[1].Replace(",", ", ")})"));
        return gates.Length == 0 ? null : [new TextChange(gates[0].Span, gate), .. gates.Skip(1).Select(Remove)];
    }

    private static IEnumerable<ExpressionSyntax> SourcesNamed(TypeDeclarationSyntax type, string name) => type.Members
        .OfType<PropertyDeclarationSyntax>()
        .SelectMany(layer => Attributes(layer, "From"))
        .SelectMany(Sources)
        .Where(source => NameOf(source) == name);

    private static string LanguageName(AttributeSyntax attribute)
    {
        string name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>The sources of an edge, those inside an explicit array one by one.</summary>
    private static IEnumerable<ExpressionSyntax> Sources(AttributeSyntax edge) => (edge.ArgumentList?.Arguments ?? [])
        .Where(argument => argument.NameEquals is null)
        .SelectMany(argument => argument.Expression switch
        {
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
            ExpressionSyntax single => (IEnumerable<ExpressionSyntax>)[single],
        });

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments } =>
            arguments[0].Expression switch
            {
                MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                _ => null,
            },
        _ => null,
    };

    /// <summary>An element of a list with its comma; the only attribute of a list with its brackets.</summary>
    private static TextChange Remove(SyntaxNode element)
    {
        SyntaxToken before = element.GetFirstToken().GetPreviousToken();
        SyntaxToken after = element.GetLastToken().GetNextToken();
        if (before.IsKind(SyntaxKind.CommaToken))
        {
            return new(TextSpan.FromBounds(before.SpanStart, element.Span.End), "");
        }

        if (after.IsKind(SyntaxKind.CommaToken))
        {
            return new(TextSpan.FromBounds(element.SpanStart, after.GetNextToken().SpanStart), "");
        }

        return new(TextSpan.FromBounds(before.SpanStart, after.GetNextToken().SpanStart), "");
    }
}
