using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Edges lead from inputs and hidden layers to hidden layers and outputs, one between any two.</summary>
internal static class EdgeChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        bool hasInput = declaration.Layers.Any(layer => layer.IsInput);
        return declaration.Layers.SelectMany(layer => layer.IsGiven
            ? FindInto(declaration, layer)
            : FindSources(declaration, layer, hasInput));
    }

    /// <summary>
    /// Needs a declaration right in all else. A layer that only dead ends read is no finding of its own: it is one where the last of them is removed.
    /// </summary>
    public static IEnumerable<Finding> FindDeadEnds(Declaration declaration)
    {
        HashSet<string> read = [.. declaration.Layers.SelectMany(layer => layer.Sources).Select(source => source.Name)];
        return declaration.Layers
            .Where(layer => layer.Kind == LayerKindModel.Hidden && !read.Contains(layer.Name))
            .Select(layer => EdgeDescriptors.DeadEnd.At(layer.Location, layer.Name));
    }

    private static IEnumerable<Finding> FindInto(Declaration declaration, DeclaredLayer input) => input.Froms.Select(from =>
        EdgeDescriptors.EdgeIntoInput.At(from.Attribute.Locate(declaration.Cancellation), input.Name, Text.AKind(input.Kind)));

    private static IEnumerable<Finding> FindSources(Declaration declaration, DeclaredLayer layer, bool hasInput)
    {
        // Without any input, which is an error of its own, there is nothing to read from yet.
        if (hasInput && layer.Froms.Count == 0 && layer.Kind is LayerKindModel.Hidden or LayerKindModel.Output)
        {
            yield return EdgeDescriptors.NoIncomingEdge.At(layer.Location, layer.Name);
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (DeclaredFrom from in layer.Froms)
        {
            if (from.Sources.Count == 0)
            {
                yield return EdgeDescriptors.EmptyFrom.At(from.Attribute.Locate(declaration.Cancellation), layer.Name);
            }

            foreach (NameArgument source in from.Sources)
            {
                if (FindSource(declaration, layer, source, seen) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? FindSource(Declaration declaration, DeclaredLayer layer, NameArgument source, HashSet<string> seen)
    {
        if (declaration.Layer(source.Name) is not { } from)
        {
            string[] candidates = [.. declaration.Layers
                .Where(candidate => candidate != layer && (candidate.IsInput || candidate.Kind == LayerKindModel.Hidden))
                .Select(candidate => candidate.Name)];
            string? nearest = NearestName.Among(candidates, source.Name);
            return EdgeDescriptors.UnknownSource.At(source.Location, layer.Name, source.Name, Text.Remedy(nearest, candidates))
                with
            { Suggestion = nearest };
        }

        return from.Kind switch
        {
            LayerKindModel.Output => EdgeDescriptors.EdgeOutOfOutput.At(source.Location, layer.Name, source.Name),
            LayerKindModel.Selector => EdgeDescriptors.EdgeOutOfSelector.At(source.Location, layer.Name, source.Name),
            LayerKindModel.GateInput => EdgeDescriptors.EdgeOutOfGateInput.At(source.Location, layer.Name, source.Name),
            _ when !seen.Add(source.Name) => EdgeDescriptors.DuplicateEdge.At(
                source.Location, layer.Name, source.Name, GeneratedNames.Weight(source.Name, layer.Name)),
            _ => null,
        };
    }
}
