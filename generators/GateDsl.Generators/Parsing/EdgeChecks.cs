using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Edges lead from inputs and hidden layers to hidden layers and outputs, one between any two.</summary>
internal static class EdgeChecks
{
    public static void Check(Declaration declaration)
    {
        bool hasInput = declaration.Layers.Any(layer => layer.IsInput);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer.IsInput || layer.Kind == LayerKind.Selector)
            {
                foreach (DeclaredFrom from in layer.Froms)
                {
                    declaration.Report(
                        EdgeDescriptors.EdgeIntoInput, from.Attribute.Locate(declaration.Cancellation), layer.Name, Text.AKind(layer.Kind));
                }
            }
            else
            {
                CheckSources(declaration, layer, hasInput);
            }
        }
    }

    private static void CheckSources(Declaration declaration, DeclaredLayer layer, bool hasInput)
    {
        // Without any input, which is an error of its own, there is nothing to read from yet.
        if (hasInput && layer.Froms.Count == 0 && layer.Kind is LayerKind.Hidden or LayerKind.Output)
        {
            declaration.Report(EdgeDescriptors.NoIncomingEdge, layer.Location, layer.Name);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (DeclaredFrom from in layer.Froms)
        {
            if (from.Sources.Count == 0)
            {
                declaration.Report(EdgeDescriptors.EmptyFrom, from.Attribute.Locate(declaration.Cancellation), layer.Name);
            }

            foreach (NameArgument source in from.Sources)
            {
                CheckSource(declaration, layer, source, seen);
            }
        }
    }

    private static void CheckSource(Declaration declaration, DeclaredLayer layer, NameArgument source, HashSet<string> seen)
    {
        if (declaration.Layer(source.Name) is not { } from)
        {
            string[] candidates = [.. declaration.Layers
                .Where(candidate => candidate != layer && (candidate.IsInput || candidate.Kind == LayerKind.Hidden))
                .Select(candidate => candidate.Name)];
            string? nearest = NearestName.Among(candidates, source.Name);
            declaration.ReportWithSuggestion(
                EdgeDescriptors.UnknownSource, source.Location, nearest, layer.Name, source.Name, Text.Remedy(nearest, candidates));
        }
        else if (from.Kind == LayerKind.Output)
        {
            declaration.Report(EdgeDescriptors.EdgeOutOfOutput, source.Location, layer.Name, source.Name);
        }
        else if (from.Kind == LayerKind.Selector)
        {
            declaration.Report(EdgeDescriptors.EdgeOutOfSelector, source.Location, layer.Name, source.Name);
        }
        else if (!seen.Add(source.Name))
        {
            declaration.Report(
                EdgeDescriptors.DuplicateEdge, source.Location, layer.Name, source.Name, WeightNames.Join(source.Name, layer.Name));
        }
    }
}
