using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What <c>[From]</c> says.</summary>
internal static class EdgeReader
{
    public static void Read(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            foreach (AttributeData attribute in layer.Property.Language(AttributeNames.From))
            {
                layer.Froms.Add(new DeclaredFrom(
                    attribute,
                    attribute.Names(0, declaration.Cancellation),
                    attribute.NamedName("When", declaration.Cancellation)));
            }
        }
    }
}
