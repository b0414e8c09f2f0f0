using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// The declaration of the ReLU twin: the same inputs and outputs, as many self-gated hidden layers as the longest path has. The first reads
/// every input, the last feeds every output. Outputs keep their gates, so that both networks are compared on the same targets.
/// </summary>
internal static class TwinModel
{
    public static NetworkModel Of(NetworkModel model, AskedTwin shape)
    {
        int depth = model.Graph.LongestPath(layer => layer.Kind == LayerKindModel.Hidden, layer => layer.Kind == LayerKindModel.Output);
        IEnumerable<LayerModel> inputs = model.Layers.Where(layer => layer.IsInput || layer.Kind is LayerKindModel.Selector or LayerKindModel.GateInput);
        IEnumerable<LayerModel> hidden = Enumerable.Range(1, depth).Select(layer => new LayerModel
        {
            Name = GeneratedNames.TwinHidden(layer),
            Kind = LayerKindModel.Hidden,
            Units = shape.Width(layer),
            SelfGated = true,
            Slope = shape.Slope,
            HasBias = shape.HasBias,
            Accessibility = "public",
            Edges = layer > 1
                ? [new EdgeModel(GeneratedNames.TwinHidden(layer - 1), null)]
                : model.Layers.Where(input => input.IsInput).Select(input => new EdgeModel(input.Name, null)).ToEquatableArray(),
        });
        IEnumerable<LayerModel> outputs = model.Layers.Where(layer => layer.Kind == LayerKindModel.Output)
            .Select(layer => layer with { HasBias = shape.HasBias, Edges = [new EdgeModel(GeneratedNames.TwinHidden(depth), null)] });
        return model with { Layers = inputs.Concat(hidden).Concat(outputs).ToEquatableArray(), Twin = null };
    }
}
