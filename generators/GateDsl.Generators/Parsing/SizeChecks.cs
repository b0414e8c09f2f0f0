using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Sizes of layers, banks, the twin and the domain are within <see cref="Limits"/>.</summary>
internal static class SizeChecks
{
    public static void Check(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer is { Kind: { } kind, Units: { } units })
            {
                (string what, int limit) = kind switch
                {
                    LayerKind.DenseInput => ("features", Limits.Units),
                    LayerKind.OneHotInput or LayerKind.Selector => ("values", Limits.Values),
                    _ => ("units", Limits.Units),
                };
                CheckSize(declaration, layer.Name, what, units, limit, layer.Kinds[0].Attribute);
            }

            CheckCopies(declaration, layer);
        }

        if (declaration.Twin is { } twin)
        {
            CheckSize(declaration, "ReluTwin", "width", twin.Width, Limits.Units, twin.Attribute);
        }

        CheckDomain(declaration);
    }

    /// <summary>A class with too many layers is refused before anything else is looked at.</summary>
    public static bool AllowsNumberOfLayers(Declaration declaration)
    {
        if (declaration.Layers.Count <= Limits.Layers)
        {
            return true;
        }

        declaration.Report(
            LimitDescriptors.TooManyLayers,
            declaration.Type.UserLocation() ?? Location.None,
            declaration.Name, Text.Number(declaration.Layers.Count), Text.Number(Limits.Layers));
        return false;
    }

    private static void CheckSize(Declaration declaration, string name, string what, int size, int limit, AttributeData attribute)
    {
        if (size < 1 || size > limit)
        {
            declaration.Report(
                LimitDescriptors.SizeOutOfRange,
                attribute.LocateArgument(0, declaration.Cancellation),
                name, what, Text.Number(size), Text.Number(limit));
        }
    }

    private static void CheckCopies(Declaration declaration, DeclaredLayer layer)
    {
        foreach (DeclaredCopies copies in layer.Copies)
        {
            if (CopyCount.Of(declaration, copies) is > Limits.Copies and { } count)
            {
                declaration.Report(
                    LimitDescriptors.TooManyCopies,
                    copies.Attribute.Locate(declaration.Cancellation),
                    layer.Name, Text.Number(count), Text.Number(Limits.Copies));
            }
        }
    }

    private static void CheckDomain(Declaration declaration)
    {
        decimal size = 1;
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer is { IsIndex: true, Units: { } values and >= 1 and <= Limits.Values })
            {
                size *= values;
                if (size > Limits.DomainSize)
                {
                    declaration.Report(
                        LimitDescriptors.DomainTooLarge,
                        layer.Location,
                        declaration.Name, "at least " + Text.Number((long)size), Text.Number(Limits.DomainSize));
                    return;
                }
            }
        }
    }
}
