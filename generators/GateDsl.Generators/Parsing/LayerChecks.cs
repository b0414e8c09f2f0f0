using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Every layer is one thing and has the type for it; a network has an input and an output.</summary>
internal static class LayerChecks
{
    public static void Check(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            PropertyChecks.Check(declaration, layer);
            CheckKinds(declaration, layer);
            CheckType(declaration, layer);
        }

        Location location = declaration.Type.UserLocation() ?? Location.None;
        if (!declaration.Layers.Any(layer => layer.IsInput))
        {
            declaration.Report(LayerDescriptors.NoInput, location, declaration.Name);
        }

        if (!declaration.Layers.Any(layer => layer.Kind == LayerKind.Output))
        {
            declaration.Report(LayerDescriptors.NoOutput, location, declaration.Name);
        }
    }

    private static void CheckKinds(Declaration declaration, DeclaredLayer layer)
    {
        if (layer.Kinds.Count > 1)
        {
            string[] kinds = [.. layer.Kinds.Select(kind => "[" + kind.Attribute.WrittenName() + "]")];
            declaration.Report(
                LayerDescriptors.SeveralKinds, layer.Kinds[1].Attribute.Locate(declaration.Cancellation), layer.Name, Text.List(kinds));
        }
        else if (layer.Kinds.Count == 0 && layer.PropertyKind != PropertyKind.Other)
        {
            string choice = layer.PropertyKind switch
            {
                PropertyKind.Selector => "[Selector(values)]",
                PropertyKind.LayerBank => "[Hidden(units)], [Output(units)]",
                _ => "[Input(features)], [OneHotInput(values)], [Hidden(units)], [Output(units)]",
            };
            declaration.Report(LayerDescriptors.NoKind, layer.Location, layer.Name, layer.PropertyKind.ToString(), choice);
        }
    }

    private static void CheckType(Declaration declaration, DeclaredLayer layer)
    {
        if (layer.Property.Type.TypeKind == TypeKind.Error)
        {
            declaration.LeaveToCompiler();
            return;
        }

        string? wanted = (layer.Kind, layer.PropertyKind) switch
        {
            (LayerKind.DenseInput or LayerKind.OneHotInput, not PropertyKind.Layer) => "'Layer'",
            (LayerKind.Selector, not PropertyKind.Selector) => "'Selector'",
            (LayerKind.Hidden or LayerKind.Output, not (PropertyKind.Layer or PropertyKind.LayerBank)) => "'Layer' or 'LayerBank'",
            (null, PropertyKind.Other) => "'Layer', 'LayerBank' or 'Selector'",
            _ => null,
        };
        if (wanted is not null)
        {
            AttributeData attribute = layer.Kind is null
                ? layer.Property.GetAttributes().First(candidate => candidate.LanguageName() is not null)
                : layer.Kinds[0].Attribute;
            string type = layer.Property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            declaration.ReportWithSuggestion(
                LayerDescriptors.WrongPropertyType,
                layer.Location,
                Suggestion(layer),
                layer.Name, attribute.WrittenName(), type, wanted);
        }
    }

    /// <summary>The type that the attributes ask for.</summary>
    private static string? Suggestion(DeclaredLayer layer) => layer.Kind switch
    {
        null => null,
        LayerKind.Selector => nameof(PropertyKind.Selector),
        LayerKind.Hidden or LayerKind.Output when layer.Copies.Count > 0 => nameof(PropertyKind.LayerBank),
        _ => nameof(PropertyKind.Layer),
    };
}
