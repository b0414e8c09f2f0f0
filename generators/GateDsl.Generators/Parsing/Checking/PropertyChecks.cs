using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>A layer is a partial property with a getter only, without modifiers but its accessibility, whose body is generated.</summary>
internal static class PropertyChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration, DeclaredLayer layer)
    {
        if (layer.Syntax is not PropertyDeclarationSyntax syntax)
        {
            yield return LayerDescriptors.PropertyModifier.At(layer.Location, layer.Name, "an indexer");
            yield break;
        }

        if (Oddity(syntax, declaration.Type.IsStatic) is { } oddity)
        {
            yield return LayerDescriptors.PropertyModifier.At(layer.Location, layer.Name, oddity);
        }

        if (PropertySyntax.HasBody(syntax) || layer.Property.PartialImplementationPart?.UserLocation() is not null)
        {
            yield return LayerDescriptors.PropertyWithBody.At(layer.Location, layer.Name);
        }
        else if (PropertySyntax.Accessors(syntax) is { } accessors)
        {
            yield return LayerDescriptors.PropertyNotReadOnly.At(layer.Location, layer.Name, accessors);
        }

        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield return LayerDescriptors.PropertyNotPartial.At(layer.Location, layer.Name);
        }
    }

    /// <summary>What is unusual about the property; in a static class, which is an error of its own, "static" is not.</summary>
    private static string? Oddity(PropertyDeclarationSyntax syntax, bool inStaticClass)
    {
        if (syntax.ExplicitInterfaceSpecifier is not null)
        {
            return "an explicit implementation";
        }

        if (syntax.Type is RefTypeSyntax)
        {
            return "returned by reference";
        }

        string[] modifiers =
        [
            .. syntax.Modifiers
                .Where(modifier => !IsAllowed(modifier) && !(inStaticClass && modifier.IsKind(SyntaxKind.StaticKeyword)))
                .Select(modifier => Text.Quoted(modifier.ValueText)),
        ];
        return modifiers.Length > 0 ? Text.List(modifiers) : null;
    }

    private static bool IsAllowed(SyntaxToken modifier) =>
        modifier.IsKind(SyntaxKind.PartialKeyword) || PropertySyntax.IsAccessibility(modifier);
}
