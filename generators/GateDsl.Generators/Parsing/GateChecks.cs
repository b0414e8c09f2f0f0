using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Gates stand on hidden layers and outputs and read one-hot inputs and selectors.</summary>
internal static class GateChecks
{
    public static void Check(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer.IsInput || layer.Kind == LayerKind.Selector)
            {
                RefuseGates(declaration, layer);
                continue;
            }

            if (layer is { Kind: LayerKind.Output, SelfGated: { } selfGated })
            {
                declaration.Report(GateDescriptors.SelfGatedOutput, selfGated.Locate(declaration.Cancellation), layer.Name);
            }

            foreach (DeclaredValueGate gate in layer.ActiveIn)
            {
                CheckValues(declaration, layer, gate);
            }
        }
    }

    /// <summary>The index that an attribute names; reports and returns null where it is none.</summary>
    public static DeclaredLayer? ResolveIndex(Declaration declaration, DeclaredLayer layer, AttributeData attribute, NameArgument index)
    {
        DeclaredLayer? named = declaration.Layer(index.Name);
        if (named is null)
        {
            string[] candidates = [.. declaration.Layers.Where(candidate => candidate.IsIndex).Select(candidate => candidate.Name)];
            string? nearest = NearestName.Among(candidates, index.Name);
            declaration.ReportWithSuggestion(
                GateDescriptors.UnknownIndex,
                index.Location,
                nearest,
                layer.Name, index.Name, attribute.WrittenName(), Text.Remedy(nearest, candidates));
            return null;
        }

        if (!named.IsIndex)
        {
            declaration.Report(
                GateDescriptors.NotAnIndex, index.Location, layer.Name, index.Name, attribute.WrittenName(), Text.AKind(named.Kind));
            return null;
        }

        return named;
    }

    private static void RefuseGates(Declaration declaration, DeclaredLayer layer)
    {
        foreach (AttributeData attribute in layer.Property.GetAttributes())
        {
            if (attribute.LanguageName() is AttributeNames.ActiveIn or AttributeNames.ActiveWhen or AttributeNames.SelfGated
                or AttributeNames.OnePer or AttributeNames.OnePerSubset)
            {
                declaration.Report(
                    GateDescriptors.GateOnInput,
                    attribute.Locate(declaration.Cancellation),
                    layer.Name, Text.AKind(layer.Kind), attribute.WrittenName());
            }
        }
    }

    private static void CheckValues(Declaration declaration, DeclaredLayer layer, DeclaredValueGate gate)
    {
        if (ResolveIndex(declaration, layer, gate.Attribute, gate.Index) is not { Units: { } values } index)
        {
            return;
        }

        var seen = new HashSet<int>();
        foreach ((int value, Location location) in gate.Values)
        {
            if (value < 0 || value >= values)
            {
                declaration.Report(
                    GateDescriptors.ValueOutOfRange, location, layer.Name, Text.Number(value), index.Name, Text.Number(values - 1L));
            }
            else if (!seen.Add(value))
            {
                declaration.Report(GateDescriptors.RepeatedValue, location, layer.Name, Text.Number(value), index.Name);
            }
        }
    }
}
