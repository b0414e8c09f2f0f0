using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>How a property is written.</summary>
internal static class PropertySyntax
{
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

    public static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;
}
