using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Layers in a class that is no network: nothing would be generated for them.</summary>
internal static class StrayLayers
{
    /// <summary>One finding per class, at its first layer.</summary>
    public static IEnumerable<Finding> Find(INamedTypeSymbol type)
    {
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.UserLocation() is { } location && LayerReader.Declares(property, LayerReader.KindOfProperty(property.Type)))
            {
                EquatableArray<string> arguments = [type.Name, property.Name];
                return [new Finding(ClassDescriptors.NotANetwork, location, arguments)];
            }
        }

        return [];
    }
}
