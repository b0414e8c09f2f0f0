using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// The declaration of the ReLU twin: the same inputs and outputs, as many self-gated hidden layers as the longest path has. The first reads
/// every input, the last feeds every output. Outputs keep their gates, so that both networks are compared on the same targets.
/// </summary>
internal static class TwinModel
{
    public static string Hidden(int layer) => $"Hidden{layer}";

    public static NetworkModel Of(NetworkModel model, int width)
    {
        int depth = HiddenLayersOnTheLongestPath(model);
        IEnumerable<LayerModel> inputs = model.Layers.Where(layer => layer.IsInput || layer.Kind == LayerKind.Selector);
        IEnumerable<LayerModel> hidden = Enumerable.Range(1, depth).Select(layer => new LayerModel
        {
            Name = Hidden(layer),
            Kind = LayerKind.Hidden,
            Units = width,
            SelfGated = true,
            Accessibility = "public",
            Edges = layer > 1
                ? [new EdgeModel(Hidden(layer - 1), null)]
                : model.Layers.Where(input => input.IsInput).Select(input => new EdgeModel(input.Name, null)).ToEquatableArray(),
        });
        IEnumerable<LayerModel> outputs = model.Layers.Where(layer => layer.Kind == LayerKind.Output)
            .Select(layer => layer with { Edges = [new EdgeModel(Hidden(depth), null)] });
        return model with { Layers = inputs.Concat(hidden).Concat(outputs).ToEquatableArray(), TwinWidth = null };
    }

    /// <summary>From an input to an output; every layer of the model follows from its sources, of which none is an output.</summary>
    public static int HiddenLayersOnTheLongestPath(NetworkModel model)
    {
        Dictionary<string, int> depth = new(StringComparer.Ordinal);
        int DepthOf(LayerModel layer)
        {
            if (!depth.TryGetValue(layer.Name, out int known))
            {
                int below = layer.Edges.Select(edge => DepthOf(model.Layer(edge.Source))).DefaultIfEmpty(0).Max();
                depth[layer.Name] = known = below + (layer.Kind == LayerKind.Hidden ? 1 : 0);
            }

            return known;
        }

        return model.Layers.Where(layer => layer.Kind == LayerKind.Output).Select(DepthOf).DefaultIfEmpty(0).Max();
    }
}
