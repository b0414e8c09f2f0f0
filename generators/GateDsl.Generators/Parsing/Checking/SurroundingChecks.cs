using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>What is wrong with classes that are no networks themselves, reported where the fix is to be made.</summary>
internal static class SurroundingChecks
{
    /// <summary>Layers in a class that is no network: nothing would be generated for them. One finding per class, at its first layer.</summary>
    public static IEnumerable<Finding> FindStrayLayers(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>()
            .OrderBy(Place.Of)
            .Where(property => property.UserLocation() is not null && LayerReader.Declares(property))
            .Take(1)
            .Select(property => ClassDescriptors.NotANetwork.At(property.UserLocation()!, type.Name, property.Name));

    /// <summary>One finding where the type contains a network, at any depth, and is not partial.</summary>
    public static IEnumerable<Finding> FindContainer(INamedTypeSymbol type, CancellationToken ct) =>
        type.GetTypeMembers().IsEmpty || DeclarationReader.IsPartial(type, ct) || FirstNetworkIn(type) is not { } network
            ? []
            : [ClassDescriptors.ContainerNotPartial.At(type.UserLocation() ?? Location.None, network.Name, type.Name)];

    private static INamedTypeSymbol? FirstNetworkIn(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol nested in type.GetTypeMembers().OrderBy(Place.Of))
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
