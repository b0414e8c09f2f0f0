using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>The methods of the class that gates name as rules.</summary>
internal static class RuleReader
{
    /// <summary>All methods under each name, in order of name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IMethodSymbol>> Read(INamedTypeSymbol type, IReadOnlyList<DeclaredLayer> layers)
    {
        SortedDictionary<string, IReadOnlyList<IMethodSymbol>> rules = new(StringComparer.Ordinal);
        foreach ((_, NameArgument name) in layers.SelectMany(layer => layer.Rules))
        {
            if (!rules.ContainsKey(name.Name))
            {
                rules.Add(name.Name, [.. type.GetMembers(name.Name).OfType<IMethodSymbol>().Where(IsRule).OrderBy(Place.Of)]);
            }
        }

        return rules;
    }

    /// <summary>Names of methods that could be rules.</summary>
    public static IReadOnlyList<string> Candidates(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => IsRule(method) && method.IsStatic && method.ReturnType.SpecialType == SpecialType.System_Boolean)
            .OrderBy(Place.Of)
            .Select(method => method.Name).Distinct(),
    ];

    private static bool IsRule(IMethodSymbol method) => method.MethodKind == MethodKind.Ordinary && method.UserLocation() is not null;
}
