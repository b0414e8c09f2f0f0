using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Which attribute is it.</summary>
internal static class AttributeExtensions
{
    /// <summary>The name of an attribute of the language, null for any other attribute.</summary>
    public static string? LanguageName(this AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { Name: AttributeNames.Namespace } space } type
        && space.ContainingNamespace is { IsGlobalNamespace: true }
            ? type.Name
            : null;

    public static IEnumerable<AttributeData> Language(this ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.LanguageName() == name);

    public static AttributeData? FirstLanguage(this ISymbol symbol, string name) => symbol.Language(name).FirstOrDefault();

    /// <summary>The name as written in the source: "Hidden".</summary>
    public static string WrittenName(this AttributeData attribute) => AttributeNames.Written(attribute.AttributeClass?.Name ?? "");

    public static bool IsGatedNetwork(this INamedTypeSymbol type) => type.FirstLanguage(AttributeNames.GatedNetwork) is not null;
}
