using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>A ReLU twin exists for networks with a hidden layer on a path and without output banks.</summary>
internal static class TwinChecks
{
    public static IEnumerable<Finding> FindOutputBanks(Declaration declaration) => declaration.Twin is not { } twin
        ? []
        : declaration.Layers.Where(layer => layer is { Kind: LayerKindModel.Output, IsBank: true }).Select(layer =>
            TwinDescriptors.TwinWithOutputBank.At(twin.Attribute.Locate(declaration.Cancellation), declaration.Name, layer.Name));

    /// <summary>Needs a declaration right in all else.</summary>
    public static IEnumerable<Finding> FindDepth(Declaration declaration)
    {
        if (declaration.Twin is not { } twin)
        {
            return [];
        }

        int depth = DepthOf(declaration);
        return depth == 0 ? [TwinDescriptors.TwinWithoutHidden.At(twin.Attribute.Locate(declaration.Cancellation), declaration.Name)]
            : twin.Widths.Count > 1 && twin.Widths.Count != depth
                ? [TwinDescriptors.TwinOfOtherDepth.At(
                    twin.Attribute.Locate(declaration.Cancellation), declaration.Name, Text.Number(twin.Widths.Count), Text.Number(depth))]
                : [];
    }

    public static IEnumerable<Finding> FindSlope(Declaration declaration) => declaration.Twin is { } twin
        ? GateChecks.FindSlope(declaration, GeneratedNames.ReluTwin, twin.Attribute, twin.Slope)
        : [];

    /// <summary>The twin keeps all layers but the hidden ones, whose names it gives its own. Needs a declaration right in all else.</summary>
    public static IEnumerable<Finding> FindTakenNames(Declaration declaration)
    {
        if (declaration.Twin is null)
        {
            return [];
        }

        HashSet<string> hidden = new(Enumerable.Range(1, DepthOf(declaration)).Select(GeneratedNames.TwinHidden), StringComparer.Ordinal);
        return declaration.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden && hidden.Contains(layer.Name)).Select(layer =>
            NameCollisionDescriptors.ReservedName.At(layer.Location, layer.Name, "a layer that is not hidden", "a hidden layer of the ReLU twin"));
    }

    /// <summary>Hidden layers on the longest path from an input to an output, so many as the twin has. Needs a declaration right in all else.</summary>
    public static int DepthOf(Declaration declaration)
    {
        Graph<DeclaredLayer> graph = new(
            declaration.Layers, layer => layer.Sources.Select(source => declaration.Layer(source.Name)).OfType<DeclaredLayer>());
        return graph.LongestPath(layer => layer.Kind == LayerKindModel.Hidden, layer => layer.Kind == LayerKindModel.Output);
    }
}
