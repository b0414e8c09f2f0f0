using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>
/// Names of generated files: namespace, containing types and class. File names are compared without case, C# names are not: where a
/// neighbour differs in case only, a hash of the exact name tells them apart.
/// </summary>
internal static class HintNames
{
    public static string Of(INamedTypeSymbol type)
    {
        var parts = new List<string>();
        bool hasTwin = false;
        ISymbol? symbol = type;
        while (symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false })
        {
            string name = Name(symbol);
            parts.Insert(0, name);
            hasTwin |= Neighbours(symbol.ContainingSymbol).Any(other => other.Name != symbol.Name
                && string.Equals(Name(other), name, StringComparison.OrdinalIgnoreCase));
            symbol = symbol.ContainingSymbol;
        }

        string full = string.Join(".", parts);
        return hasTwin ? full + "-" + Hash(full) : full;
    }

    private static IEnumerable<ISymbol> Neighbours(ISymbol? container) =>
        (container as INamespaceOrTypeSymbol)?.GetMembers().Where(member => member is INamespaceOrTypeSymbol) ?? [];

    /// <summary>A generic type carries its arity after a dash, which no identifier contains.</summary>
    private static string Name(ISymbol symbol) =>
        symbol is INamedTypeSymbol { Arity: > 0 } type ? type.Name + "-" + type.Arity.ToString(CultureInfo.InvariantCulture) : symbol.Name;

    /// <summary>FNV-1a, 32 bits: short and the same everywhere.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
