using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Types around a network are partial. Checked from the outside: the container is what has to change.</summary>
internal static class ContainerChecks
{
    /// <summary>One finding where the type contains a network, at any depth, and is not partial.</summary>
    public static IEnumerable<Finding> Find(INamedTypeSymbol type, CancellationToken ct)
    {
        if (type.GetTypeMembers().IsEmpty || ClassChecks.IsPartial(type, ct) || FirstNetworkIn(type) is not { } network)
        {
            return [];
        }

        EquatableArray<string> arguments = [network.Name, type.Name];
        return [new Finding(ClassDescriptors.ContainerNotPartial, type.UserLocation() ?? Location.None, arguments)];
    }

    private static INamedTypeSymbol? FirstNetworkIn(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            if (nested.IsGatedNetwork())
            {
                return nested;
            }

            if (FirstNetworkIn(nested) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
