using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>Which property bodies can still be emitted for a faulty declaration so that they compile.</summary>
internal static class FallbackBuilder
{
    public static FallbackModel? Build(Declaration declaration)
    {
        INamedTypeSymbol type = declaration.Type;
        if (type.ContainingTypes().Prepend(type).Any(part => part.IsFileLocal || !DeclarationReader.IsPartial(part, declaration.Cancellation)))
        {
            return null;
        }

        EquatableArray<PropertyShell> shells = declaration.Layers
            .GroupBy(layer => layer.Name, StringComparer.Ordinal)
            .Select(group => Shell(group.First()))
            .OfType<PropertyShell>()
            .ToEquatableArray();
        return shells.Count == 0 ? null : new FallbackModel(TypePlace.Of(type), TypePlace.Header(type), shells);
    }

    /// <summary>Null where the property has no type of ours, a body, other accessors, or no right to a partial implementation.</summary>
    private static PropertyShell? Shell(DeclaredLayer layer)
    {
        if (layer.PropertyKind == PropertyKind.Other
            || layer.Property.IsIndexer
            || layer.Property.RefKind != RefKind.None
            || layer.Syntax is not PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } syntax
            || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
            || syntax.Modifiers.Any(SyntaxKind.AbstractKeyword)
            || syntax.Modifiers.Any(SyntaxKind.ExternKeyword)
            || PropertySyntax.HasBody(syntax)
            || PropertySyntax.Accessors(syntax) is not null
            || layer.Property.PartialImplementationPart?.UserLocation() is not null)
        {
            return null;
        }

        string modifiers = string.Join(" ", syntax.Modifiers.Select(modifier => modifier.ValueText));
        return new PropertyShell(modifiers, "global::" + AttributeTable.Namespace + "." + layer.PropertyKind, Identifier.Escape(layer.Name));
    }
}
