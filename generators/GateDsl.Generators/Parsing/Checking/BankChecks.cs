using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>A bank says once what its copies are, over an index that exists.</summary>
internal static class BankChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration) => declaration.Layers
        .Where(layer => layer.Kind is LayerKindModel.Hidden or LayerKindModel.Output)
        .SelectMany(layer => FindLayer(declaration, layer).Concat(layer.Copies.SelectMany(copies => FindCopies(declaration, layer, copies))));

    private static IEnumerable<Finding> FindLayer(Declaration declaration, DeclaredLayer layer)
    {
        if (layer.IsBank && layer.Copies.Count == 0)
        {
            yield return BankDescriptors.BankWithoutCopies.At(layer.Location, layer.Name);
        }

        if (layer.Copies.Count > 1)
        {
            yield return BankDescriptors.SeveralCopyAttributes.At(layer.Copies[1].Attribute.Locate(declaration.Cancellation), layer.Name);
        }
    }

    private static IEnumerable<Finding> FindCopies(Declaration declaration, DeclaredLayer layer, DeclaredCopies copies)
    {
        Location location = copies.Attribute.Locate(declaration.Cancellation);
        if (layer.PropertyKind == PropertyKind.Layer)
        {
            yield return BankDescriptors.BankAttributeOnLayer.At(location, layer.Name, copies.Attribute.WrittenName())
                with
            { Suggestion = nameof(PropertyKind.LayerBank) };
        }

        if (copies.SubsetSize is not null && layer.Kind == LayerKindModel.Output)
        {
            yield return BankDescriptors.SubsetsOnOutput.At(location, layer.Name);
        }

        if (copies.SubsetSize is null && declaration.Layer(copies.Index.Name) is { Kind: LayerKindModel.GateInput } input)
        {
            if (layer.Kind == LayerKindModel.Output)
            {
                yield return BankDescriptors.GateInputOnOutput.At(location, layer.Name, input.Name);
            }

            yield break;
        }

        if (GateChecks.FindIndex(declaration, layer, copies.Attribute, copies.Index) is { } wrong)
        {
            yield return wrong;
        }
        else if (declaration.Layer(copies.Index.Name) is { Units: { } values and > 0 } index
            && copies.SubsetSize is { } size
            && (size < 1 || size > values))
        {
            yield return BankDescriptors.SubsetSizeOutOfRange.At(
                copies.SizeLocation, layer.Name, Text.Number(size), index.Name, Text.Number(values));
        }
    }
}
