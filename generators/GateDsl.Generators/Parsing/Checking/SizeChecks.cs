using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Sizes of layers, banks, the twin and the domain are within <see cref="Limits"/>.</summary>
internal static class SizeChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        IEnumerable<Finding> layers = declaration.Layers.SelectMany(layer => FindSize(declaration, layer).Concat(FindCopies(declaration, layer)));
        IEnumerable<Finding> twin = declaration.Twin is { } declared
            ? declared.Widths.SelectMany(width => FindSize(GeneratedNames.ReluTwin, "width", width.Value, Limits.Units, width.Location))
            : [];
        return [.. layers, .. twin, .. FindDomain(declaration)];
    }

    public static Finding? NumberOfLayers(Declaration declaration) => declaration.Layers.Count <= Limits.Layers
        ? null
        : LimitDescriptors.TooManyLayers.At(
            declaration.Location, declaration.Name, Text.Number(declaration.Layers.Count), Text.Number(Limits.Layers));

    private static IEnumerable<Finding> FindSize(Declaration declaration, DeclaredLayer layer)
    {
        if (layer is not { Kind: { } kind, Units: { } units })
        {
            return [];
        }

        (string what, int limit) = kind switch
        {
            LayerKindModel.DenseInput => ("features", Limits.Units),
            LayerKindModel.GateInput => ("gates", Limits.Values),
            LayerKindModel.OneHotInput or LayerKindModel.Selector => ("values", Limits.Values),
            _ => ("units", Limits.Units),
        };
        return FindSize(layer.Name, what, units, limit, layer.Kinds[0].Attribute.LocateArgument(AttributeTable.Kind.Size, declaration.Cancellation));
    }

    private static IEnumerable<Finding> FindSize(string name, string what, int size, int limit, Location location) => size >= 1 && size <= limit
        ? []
        : [LimitDescriptors.SizeOutOfRange.At(location, name, what, Text.Number(size), Text.Number(limit))];

    private static IEnumerable<Finding> FindCopies(Declaration declaration, DeclaredLayer layer) =>
        from copies in layer.Copies
        let count = CopyCount.Of(declaration, copies)
        where count > Limits.Copies
        select LimitDescriptors.TooManyCopies.At(
            copies.Attribute.Locate(declaration.Cancellation), layer.Name, Text.Number(count.Value), Text.Number(Limits.Copies));

    private static IEnumerable<Finding> FindDomain(Declaration declaration)
    {
        decimal size = 1;
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer is { IsIndex: true, Units: { } values and >= 1 and <= Limits.Values })
            {
                size *= values;
                if (size > Limits.DomainSize)
                {
                    yield return LimitDescriptors.DomainTooLarge.At(
                        layer.Location, declaration.Name, "at least " + Text.Number((long)size), Text.Number(Limits.DomainSize));
                    yield break;
                }
            }
        }
    }
}
