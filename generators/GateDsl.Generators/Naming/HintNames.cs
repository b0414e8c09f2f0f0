using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Naming;

/// <summary>
/// Names of generated files: namespace, containing types and class. File names are compared without case, C# names are not: where a
/// neighbour differs in case only, a hash of the exact name tells them apart.
/// </summary>
internal static class HintNames
{
    /// <summary>Names in a namespace or type that differ in case only: looked for once, not for every class in it.</summary>
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Ambiguous = new();

    public static string Of(INamedTypeSymbol type)
    {
        var parts = new List<string>();
        bool hasTwin = false;
        ISymbol? symbol = type;
        while (symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false })
        {
            string name = Name(symbol);
            parts.Insert(0, name);
            hasTwin |= symbol.ContainingSymbol is INamespaceOrTypeSymbol container && AmbiguousIn(container).Contains(name);
            symbol = symbol.ContainingSymbol;
        }

        string full = string.Join(".", parts);
        return hasTwin ? full + "-" + IdentityHash.Of(full) : full;
    }

    private static HashSet<string> AmbiguousIn(INamespaceOrTypeSymbol container) => Ambiguous.GetValue(container, static container => new(
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .GroupBy(Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Select(member => member.Name).Distinct().Count() > 1)
            .Select(group => group.Key),
        StringComparer.OrdinalIgnoreCase));

    /// <summary>A generic type carries its arity after a dash, which no identifier contains.</summary>
    private static string Name(ISymbol symbol) =>
        symbol is INamedTypeSymbol { Arity: > 0 } type ? type.Name + "-" + type.Arity.ToString(CultureInfo.InvariantCulture) : symbol.Name;
}
