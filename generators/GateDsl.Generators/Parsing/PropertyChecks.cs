using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>A layer is a partial property with a getter only, without modifiers but its accessibility, whose body is generated.</summary>
internal static class PropertyChecks
{
    public static void Check(Declaration declaration, DeclaredLayer layer)
    {
        if (Syntax(layer.Property, declaration.Cancellation) is not PropertyDeclarationSyntax syntax)
        {
            declaration.Report(LayerDescriptors.PropertyModifier, layer.Location, layer.Name, "an indexer");
            return;
        }

        if (Oddity(syntax, declaration.Type.IsStatic) is { } oddity)
        {
            declaration.Report(LayerDescriptors.PropertyModifier, layer.Location, layer.Name, oddity);
        }

        bool hasBody = HasBody(syntax) || layer.Property.PartialImplementationPart?.UserLocation() is not null;
        if (hasBody)
        {
            declaration.Report(LayerDescriptors.PropertyWithBody, layer.Location, layer.Name);
        }
        else if (Accessors(syntax) is { } accessors)
        {
            declaration.Report(LayerDescriptors.PropertyNotReadOnly, layer.Location, layer.Name, accessors);
        }

        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            declaration.Report(LayerDescriptors.PropertyNotPartial, layer.Location, layer.Name);
        }
    }

    public static SyntaxNode? Syntax(IPropertySymbol property, CancellationToken ct) =>
        property.WrittenByUser().FirstOrDefault()?.GetSyntax(ct);

    public static bool HasBody(PropertyDeclarationSyntax syntax) =>
        syntax.ExpressionBody is not null
        || syntax.Initializer is not null
        || (syntax.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) ?? false);

    /// <summary>What the accessors are, if not a getter alone.</summary>
    public static string? Accessors(PropertyDeclarationSyntax syntax)
    {
        SyntaxList<AccessorDeclarationSyntax> accessors = syntax.AccessorList?.Accessors ?? default;
        return accessors.Count == 1 && accessors[0].IsKind(SyntaxKind.GetAccessorDeclaration) ? null
            : accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) ? "a setter"
            : accessors.Any(accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration)) ? "an init accessor"
            : "no getter";
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

    private static bool IsAllowed(SyntaxToken modifier) => modifier.IsKind(SyntaxKind.PartialKeyword) || IsAccessibility(modifier);

    public static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;
}
