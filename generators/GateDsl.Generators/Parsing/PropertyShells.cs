using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>Which partial properties wait for a body, and how each is repeated: by reference, static, with a setter, as an indexer, of any type.</summary>
internal static class PropertyShells
{
    private static readonly SymbolDisplayFormat TypeName = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Parameter = TypeName.WithParameterOptions(
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers);

    /// <summary>Null where nothing is missing, or C# allows no other part.</summary>
    public static PropertyShell? Of(DeclaredLayer layer)
    {
        if (layer.Syntax is not BasePropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null, AccessorList: { } accessors } syntax
            || layer.Property.PartialImplementationPart?.UserLocation() is not null
            || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
            || syntax.Modifiers.Any(SyntaxKind.AbstractKeyword)
            || syntax.Modifiers.Any(SyntaxKind.ExternKeyword)
            || (syntax is PropertyDeclarationSyntax property && PropertySyntax.HasBody(property))
            || layer.Name.Length == 0
            || !IsWhole(accessors)
            || layer.Property.Type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        // "partial" comes last, wherever it is written.
        IEnumerable<string> modifiers = syntax.Modifiers
            .Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword))
            .Select(modifier => modifier.ValueText)
            .Append("partial");
        string head = string.Join(" ", [.. modifiers, Reference(layer.Property.RefKind) + layer.Property.Type.ToDisplayString(TypeName), Name(layer.Property)]);

        // What is half typed, a parameter or a type argument, has no name to repeat.
        return SyntaxFactory.ParseMemberDeclaration(head + " { get; }") is not { ContainsDiagnostics: false } ? null : new PropertyShell(
            head,
            accessors.Accessors.Select(accessor => string.Join(" ", [.. accessor.Modifiers.Select(modifier => modifier.ValueText), accessor.Keyword.ValueText]))
                .ToEquatableArray());
    }

    private static bool IsWhole(AccessorListSyntax accessors) => accessors.Accessors.Count > 0 && accessors.Accessors.All(accessor =>
        accessor.Body is null && accessor.ExpressionBody is null
        && accessor.Kind() is SyntaxKind.GetAccessorDeclaration or SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);

    private static string Reference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.None => "",
        _ => "ref readonly ",
    };

    private static string Name(IPropertySymbol property) => property.IsIndexer
        ? "this[" + string.Join(", ", property.Parameters.Select(parameter => parameter.ToDisplayString(Parameter))) + "]"
        : Identifier.Escape(property.Name);
}
