using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Gates stand on hidden layers and outputs and read one-hot inputs and selectors.</summary>
internal static class GateChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration) => declaration.Layers.SelectMany(layer =>
        layer.IsGiven ? FindGates(declaration, layer) : FindGated(declaration, layer));

    /// <summary>What is wrong with an index that an attribute names; null: nothing.</summary>
    public static Finding? FindIndex(Declaration declaration, DeclaredLayer layer, AttributeData attribute, NameArgument index)
    {
        DeclaredLayer? named = declaration.Layer(index.Name);
        if (named is null)
        {
            string[] candidates = [.. declaration.Layers.Where(candidate => candidate.IsIndex).Select(candidate => candidate.Name)];
            string? nearest = NearestName.Among(candidates, index.Name);
            return GateDescriptors.UnknownIndex.At(
                index.Location, layer.Name, index.Name, attribute.WrittenName(), Text.Remedy(nearest, candidates))
                with
            { Suggestion = nearest };
        }

        return named.IsIndex
            ? null
            : GateDescriptors.NotAnIndex.At(index.Location, layer.Name, index.Name, attribute.WrittenName(), Text.AKind(named.Kind));
    }

    /// <summary>A slope is from 0 to 1.</summary>
    public static IEnumerable<Finding> FindSlope(Declaration declaration, string owner, AttributeData attribute, double slope) => slope is >= 0 and <= 1
        ? []
        : [LayerDescriptors.SlopeOutOfRange.At(
            attribute.LocateNamed(AttributeTable.SelfGated.Slope, declaration.Cancellation), owner, ShortestDecimal.Of(slope))];

    private static IEnumerable<Finding> FindGates(Declaration declaration, DeclaredLayer input) =>
        from attribute in input.Attributes
        where attribute.LanguageName() is AttributeTable.ActiveIn.Name or AttributeTable.ActiveWhen.Name or AttributeTable.GatedBy.Name
            or AttributeTable.SelfGated.Name or AttributeTable.OnePer.Name or AttributeTable.OnePerSubset.Name
        select GateDescriptors.GateOnInput.At(
            attribute.Locate(declaration.Cancellation), input.Name, Text.AKind(input.Kind), attribute.WrittenName());

    private static IEnumerable<Finding> FindGated(Declaration declaration, DeclaredLayer layer)
    {
        if (layer is { Kind: LayerKindModel.Output, SelfGated: { } selfGated })
        {
            yield return GateDescriptors.SelfGatedOutput.At(selfGated.Attribute.Locate(declaration.Cancellation), layer.Name);
        }

        foreach (Finding finding in layer.SelfGated is { } self ? FindSlope(declaration, layer.Name, self.Attribute, self.Slope) : [])
        {
            yield return finding;
        }

        foreach (Finding finding in layer.GatedBy.Select(gate => FindNumber(declaration, layer, gate)).OfType<Finding>())
        {
            yield return finding;
        }

        foreach (Finding finding in layer.ActiveIn.SelectMany(gate => FindValues(declaration, layer, gate)))
        {
            yield return finding;
        }
    }

    private static Finding? FindNumber(Declaration declaration, DeclaredLayer layer, DeclaredNumberGate gate)
    {
        DeclaredLayer? input = declaration.Layer(gate.Input.Name);
        if (input is not { Kind: LayerKindModel.GateInput })
        {
            string[] candidates = [.. declaration.Layers.Where(candidate => candidate.Kind == LayerKindModel.GateInput).Select(candidate => candidate.Name)];
            string? nearest = NearestName.Among(candidates, gate.Input.Name);
            return GateDescriptors.NoGateInput.At(
                gate.Input.Location, layer.Name, gate.Input.Name, input is null ? "no layer of this class" : Text.AKind(input.Kind),
                    Text.Remedy(nearest, candidates))
                with
            { Suggestion = nearest };
        }

        return input.Units is { } gates and > 0 && (gate.Number < 0 || gate.Number >= gates)
            ? GateDescriptors.NumberOutOfRange.At(gate.NumberLocation, layer.Name, Text.Number(gate.Number), input.Name, Text.Number(gates - 1L))
            : null;
    }

    private static IEnumerable<Finding> FindValues(Declaration declaration, DeclaredLayer layer, DeclaredValueGate gate)
    {
        if (FindIndex(declaration, layer, gate.Attribute, gate.Index) is { } wrong)
        {
            yield return wrong;
            yield break;
        }

        if (declaration.Layer(gate.Index.Name) is not { Units: { } count } index)
        {
            yield break;
        }

        HashSet<int> seen = [];
        foreach ((int value, Location location) in gate.Values)
        {
            if (value < 0 || value >= count)
            {
                yield return GateDescriptors.ValueOutOfRange.At(
                    location, layer.Name, Text.Number(value), index.Name, Text.Number(count - 1L));
            }
            else if (!seen.Add(value))
            {
                yield return GateDescriptors.RepeatedValue.At(location, layer.Name, Text.Number(value), index.Name);
            }
        }
    }
}
