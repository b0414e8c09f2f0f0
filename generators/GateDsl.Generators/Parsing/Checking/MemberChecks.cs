using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>What the user adds to the class, or lets it inherit, leaves the names of generated members free.</summary>
internal static class MemberChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        IReadOnlyDictionary<string, string> weights = WeightChecks.Owners(declaration);
        HashSet<string> layers = [.. declaration.Layers.Select(layer => layer.Name)];

        // Where a base class is a network, which is an error of its own, all generated names meet.
        bool hasNetworkBase = BaseNetworkCheck.BaseOf(declaration.Type) is not null;
        for (INamedTypeSymbol? type = declaration.Type; type is { SpecialType: not SpecialType.System_Object }; type = hasNetworkBase ? null : type.BaseType)
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(type, declaration.Type);
            foreach (ISymbol member in type.GetMembers().OrderBy(Place.Of))
            {
                if (member.IsImplicitlyDeclared || layers.Contains(member.Name))
                {
                    continue;
                }

                Location? written = member.UserLocation();
                bool isVisible = isOwn ? written is not null : declaration.Compilation.IsSymbolAccessibleWithin(member, declaration.Type);
                if (isVisible && (OwnerOf(member.Name, weights) ?? OwnerOfConstructor(member, isOwn)) is { } taken)
                {
                    yield return NameCollisionDescriptors.MemberCollides.At(
                        isOwn ? written ?? declaration.Location : declaration.Location, member.Name, taken);
                }
            }
        }
    }

    private static string? OwnerOf(string name, IReadOnlyDictionary<string, string> weights) =>
        ReservedNames.IsGenerated(name) ? "a generated member"
        : weights.TryGetValue(name, out string? weight) ? weight
        : null;

    /// <summary>The generated constructor takes an initialiser and a seed.</summary>
    private static string? OwnerOfConstructor(ISymbol member, bool isOwn) =>
        isOwn
        && member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: { Length: 2 } parameters }
        && parameters[0].Type.Name == "IInitializer"
        && parameters[1].Type.SpecialType == SpecialType.System_UInt64
            ? "the generated constructor"
            : null;
}
