using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>
/// No class that a network derives from is a network, of this project or of a referenced one. What would collide are generated members, which a
/// generator does not see: the attribute is what can be seen.
/// </summary>
internal static class BaseNetworkCheck
{
    public static IEnumerable<Finding> Find(Declaration declaration) => BaseOf(declaration.Type) is { } network
        ? [ClassDescriptors.DerivesFromNetwork.At(declaration.Location, declaration.Name, network.Name)]
        : [];

    /// <summary>The nearest base class that is a network; null: none.</summary>
    public static INamedTypeSymbol? BaseOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.OriginalDefinition.IsGatedNetwork())
            {
                return parent;
            }
        }

        return null;
    }
}
