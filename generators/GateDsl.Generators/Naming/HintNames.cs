using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Naming;

/// <summary>
/// Names of generated files: namespace, containing types and class. They are unique whatever stands in the project, half-typed code too, for one
/// name given twice costs every network of the project its code: file names are compared without case, C# names are not, and two types of
/// different kinds can have one name while they are typed. There, and where the name is long, a hash of the full identity tells them apart.
/// </summary>
internal static class HintNames
{
    /// <summary>Bytes of a name, so that with the longest ending the name of the file has at most 120.</summary>
    public const int MostBytes = 100;

    private const int KeptBytes = 80;

    /// <summary>Endings of the other files of a network, which a class nested in it could be called.</summary>
    private static readonly HashSet<string> Endings = new(["Race", "Training"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Names in a namespace or type that are ambiguous: looked for once, not for every class in it.</summary>
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Ambiguous = new();

    public static string Of(INamedTypeSymbol type)
    {
        List<string> parts = [];
        List<string> identity = [];
        bool isAmbiguous = type.ContainingType is not null && Endings.Contains(type.Name);
        ISymbol? symbol = type;
        while (symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false })
        {
            string name = Name(symbol);
            parts.Insert(0, name);
            identity.Insert(0, Kind(symbol) + " " + name);
            isAmbiguous |= symbol.ContainingSymbol is INamespaceOrTypeSymbol container && AmbiguousIn(container).Contains(name);
            symbol = symbol.ContainingSymbol;
        }

        string full = string.Join(".", parts);
        bool isLong = Encoding.UTF8.GetByteCount(full) > MostBytes;
        return isAmbiguous || isLong ? Beginning(full) + "-" + IdentityHash.LongOf(string.Join(".", identity)) : full;
    }

    private static HashSet<string> AmbiguousIn(INamespaceOrTypeSymbol container) => Ambiguous.GetValue(container, static container => new(
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .GroupBy(Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key),
        StringComparer.OrdinalIgnoreCase));

    /// <summary>A generic type carries its arity after a dash, which no identifier contains.</summary>
    private static string Name(ISymbol symbol) =>
        symbol is INamedTypeSymbol { Arity: > 0 } type ? type.Name + "-" + type.Arity.ToString(CultureInfo.InvariantCulture) : symbol.Name;

    private static string Kind(ISymbol symbol) => symbol is INamedTypeSymbol type
        ? (type.IsRecord ? "Record" : "") + type.TypeKind
        : "Namespace";

    /// <summary>As many whole characters as fit.</summary>
    private static string Beginning(string name)
    {
        int length = 0;
        int bytes = 0;
        while (length < name.Length)
        {
            int step = char.IsSurrogatePair(name, length) ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(name.ToCharArray(length, step));
            if (bytes > KeptBytes)
            {
                break;
            }

            length += step;
        }

        return name.Substring(0, length);
    }
}
