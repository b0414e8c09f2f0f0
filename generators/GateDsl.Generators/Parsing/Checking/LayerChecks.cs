using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Every layer is one thing and has the type for it; a network has an input and an output.</summary>
internal static class LayerChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            foreach (Finding finding in PropertyChecks.Find(declaration, layer).Concat(FindKinds(declaration, layer)).Concat(FindType(layer)))
            {
                yield return finding;
            }
        }

        if (!declaration.Layers.Any(layer => layer.IsInput))
        {
            yield return LayerDescriptors.NoInput.At(declaration.Location, declaration.Name);
        }

        if (!declaration.Layers.Any(layer => layer.Kind == LayerKindModel.Output))
        {
            yield return LayerDescriptors.NoOutput.At(declaration.Location, declaration.Name);
        }
    }

    private static IEnumerable<Finding> FindKinds(Declaration declaration, DeclaredLayer layer)
    {
        if (layer.Kinds.Count > 1)
        {
            string[] kinds = [.. layer.Kinds.Select(kind => "[" + kind.Attribute.WrittenName() + "]")];
            yield return LayerDescriptors.SeveralKinds.At(
                layer.Kinds[1].Attribute.Locate(declaration.Cancellation), layer.Name, Text.List(kinds));
        }
        else if (layer.Kinds.Count == 0 && layer.PropertyKind != PropertyKind.Other)
        {
            string choice = layer.PropertyKind switch
            {
                PropertyKind.Selector => "[Selector(values)]",
                PropertyKind.GateInput => "[GateInput(gates)]",
                PropertyKind.LayerBank => "[Hidden(units)], [Output(units)]",
                _ => "[Input(features)], [OneHotInput(values)], [Hidden(units)], [Output(units)]",
            };
            yield return LayerDescriptors.NoKind.At(layer.Location, layer.Name, layer.PropertyKind.ToString(), choice);
        }
    }

    private static IEnumerable<Finding> FindType(DeclaredLayer layer)
    {
        if (layer.Property.Type.TypeKind == TypeKind.Error)
        {
            yield break;
        }

        string? wanted = (layer.Kind, layer.PropertyKind) switch
        {
            (LayerKindModel.DenseInput or LayerKindModel.OneHotInput, not PropertyKind.Layer) => "'Layer'",
            (LayerKindModel.Selector, not PropertyKind.Selector) => "'Selector'",
            (LayerKindModel.GateInput, not PropertyKind.GateInput) => "'GateInput'",
            (LayerKindModel.Hidden or LayerKindModel.Output, not (PropertyKind.Layer or PropertyKind.LayerBank)) => "'Layer' or 'LayerBank'",
            (null, PropertyKind.Other) => "'Layer', 'LayerBank', 'Selector' or 'GateInput'",
            _ => null,
        };
        if (wanted is not null)
        {
            AttributeData attribute = layer.Kind is null ? layer.Attributes[0] : layer.Kinds[0].Attribute;

            // A type of the user's may have the name of one of ours.
            bool isNamesake = layer.PropertyKind == PropertyKind.Other && wanted.Contains($"'{layer.Property.Type.Name}'");
            string type = layer.Property.Type.ToDisplayString(
                isNamesake ? SymbolDisplayFormat.FullyQualifiedFormat : SymbolDisplayFormat.MinimallyQualifiedFormat);
            yield return LayerDescriptors.WrongPropertyType.At(
                layer.Location, layer.Name, attribute.WrittenName(), type, isNamesake ? wanted + " of the namespace GateDsl" : wanted)
                with
            { Suggestion = Suggestion(layer) };
        }
    }

    /// <summary>The type that the attributes ask for.</summary>
    private static string? Suggestion(DeclaredLayer layer) => layer.Kind switch
    {
        null => null,
        LayerKindModel.Selector => nameof(PropertyKind.Selector),
        LayerKindModel.GateInput => nameof(PropertyKind.GateInput),
        LayerKindModel.Hidden or LayerKindModel.Output when layer.Copies.Count > 0 => nameof(PropertyKind.LayerBank),
        _ => nameof(PropertyKind.Layer),
    };
}
