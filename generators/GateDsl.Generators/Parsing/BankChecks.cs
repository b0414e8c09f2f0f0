using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>A bank says once what its copies are, over an index that exists.</summary>
internal static class BankChecks
{
    public static void Check(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer.Kind is not (LayerKind.Hidden or LayerKind.Output))
            {
                continue;
            }

            if (layer.IsBank && layer.Copies.Count == 0)
            {
                declaration.Report(BankDescriptors.BankWithoutCopies, layer.Location, layer.Name);
            }

            if (layer.Copies.Count > 1)
            {
                declaration.Report(
                    BankDescriptors.SeveralCopyAttributes, layer.Copies[1].Attribute.Locate(declaration.Cancellation), layer.Name);
            }

            foreach (DeclaredCopies copies in layer.Copies)
            {
                CheckCopies(declaration, layer, copies);
            }
        }
    }

    private static void CheckCopies(Declaration declaration, DeclaredLayer layer, DeclaredCopies copies)
    {
        Location location = copies.Attribute.Locate(declaration.Cancellation);
        if (layer.PropertyKind == PropertyKind.Layer)
        {
            declaration.ReportWithSuggestion(
                BankDescriptors.BankAttributeOnLayer, location, nameof(PropertyKind.LayerBank), layer.Name, copies.Attribute.WrittenName());
        }

        if (copies.SubsetSize is not null && layer.Kind == LayerKind.Output)
        {
            declaration.Report(BankDescriptors.SubsetsOnOutput, location, layer.Name);
        }

        if (GateChecks.ResolveIndex(declaration, layer, copies.Attribute, copies.Index) is { Units: { } values and > 0 } index
            && copies.SubsetSize is { } size
            && (size < 1 || size > values))
        {
            declaration.Report(
                BankDescriptors.SubsetSizeOutOfRange,
                copies.SizeLocation,
                layer.Name, Text.Number(size), index.Name, Text.Number(values));
        }
    }
}
