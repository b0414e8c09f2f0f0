using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What <c>[ActiveIn]</c>, <c>[ActiveWhen]</c> and <c>[SelfGated]</c> say.</summary>
internal static class GateReader
{
    public static void Read(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            foreach (AttributeData attribute in layer.Property.GetAttributes())
            {
                switch (attribute.LanguageName())
                {
                    case AttributeNames.ActiveIn:
                        ReadValues(declaration, layer, attribute);
                        break;
                    case AttributeNames.ActiveWhen:
                        layer.ActiveWhen.Add(attribute.Name(0, declaration.Cancellation));
                        break;
                    case AttributeNames.SelfGated:
                        layer.SelfGated = attribute;
                        break;
                }
            }
        }
    }

    private static void ReadValues(Declaration declaration, DeclaredLayer layer, AttributeData attribute)
    {
        if (attribute.Integers(1, declaration.Cancellation) is not { } values)
        {
            declaration.LeaveToCompiler();
            values = [];
        }

        layer.ActiveIn.Add(new DeclaredValueGate(attribute, attribute.Name(0, declaration.Cancellation), values));
    }
}
