using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>
/// Ids of the warnings that the user chose to have at each use of his class, what is around it, or its rules: generated files use them too, and no
/// pragma of his reaches there.
/// </summary>
internal static class Remarks
{
    /// <summary>A name of small letters alone may become a word of the language; it is said at every part of the class.</summary>
    private const string SmallLetters = "CS8981";

    public static EquatableArray<string> IdsOn(INamedTypeSymbol type) => type.ContainingTypes().Append(type)
        .Concat<ISymbol>(type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsStatic))
        .SelectMany(symbol => symbol.GetAttributes())
        .Select(Id)
        .Where(id => id is not null && SyntaxFacts.IsValidIdentifier(id))
        .Select(id => id!)
        .Concat(type.ContainingTypes().Append(type).Where(one => one.Name.All(letter => letter is >= 'a' and <= 'z')).Select(_ => SmallLetters))
            .Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray();

    private static string? Id(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "ExperimentalAttribute" when attribute.ConstructorArguments is [{ Value: string id }] => id,
        "ObsoleteAttribute" => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string,
        _ => null,
    };
}
