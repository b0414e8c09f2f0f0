using System.Globalization;

namespace GateDsl;

/// <summary>Layers and wiring in words, as both drawings use them.</summary>
internal static class LayerWords
{
    /// <summary>"hidden layer of 100 units", "one-hot input of 8 values".</summary>
    public static string Describe(LayerDescription layer)
    {
        string words = layer.Kind switch
        {
            LayerKind.Input => $"dense input of {Count(layer.Units, "feature")}",
            LayerKind.OneHotInput => $"one-hot input of {Count(layer.Units, "value")}",
            LayerKind.Selector => $"selector of {Count(layer.Units, "value")}",
            LayerKind.GateInput => $"gate input of {Count(layer.Units, "number")}",
            LayerKind.Bias => "1 at every datapoint",
            LayerKind.Output => $"output layer of {Count(layer.Units, "unit")}",
            _ => $"{(layer.SelfGated ? "self-gated" : "hidden")} layer of {Count(layer.Units, "unit")}",
        };
        words += layer.Slope > 0 ? string.Create(CultureInfo.InvariantCulture, $", slope {layer.Slope:R}") : "";
        words += LossRule.Of(layer.Loss).Words;
        return layer.IsBank ? $"{Count(layer.Copies.Count, "copy", "copies")} of {(layer.Kind == LayerKind.Output ? "an" : "a")} {words}" : words;
    }

    /// <summary>The edges between each pair of declared layers, in the order of their first edge.</summary>
    public static IEnumerable<Wiring> WiringOf(NetworkDescription network)
    {
        Dictionary<string, string> layerOf = network.Layers
            .SelectMany(layer => layer.Copies.Select(copy => (copy.Name, Layer: layer.Name)))
            .ToDictionary(pair => pair.Name, pair => pair.Layer, StringComparer.Ordinal);
        return network.Edges.GroupBy(edge => (Source: layerOf[edge.Source], Target: layerOf[edge.Target]))
            .Select(group => new Wiring(group.Key.Source, group.Key.Target, [.. group]));
    }

    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}

/// <summary>All edges from one declared layer to another.</summary>
internal sealed record Wiring(string Source, string Target, IReadOnlyList<EdgeDescription> Edges)
{
    public string Shape => $"{Edges[0].Targets} x {Edges[0].Sources}";

    /// <summary>Edges of one attribute share their gate.</summary>
    public GateDescription Gate => Edges[0].Gate;
}
