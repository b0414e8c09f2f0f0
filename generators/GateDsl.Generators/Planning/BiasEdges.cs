using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// Biases as edges from an input that is one-hot with one value, so 1 at every datapoint: from here on nothing knows of biases but how they are called
/// and where they start.
/// </summary>
internal static class BiasEdges
{
    /// <summary>The network has the input, which its twin may be the only one to read: they share data sets.</summary>
    public static bool HasInput(NetworkModel model) => model.Twin is { HasBias: true } || model.Layers.Any(layer => layer.HasBias);

    public static NetworkModel Expand(NetworkModel model) => HasInput(model)
        ? model with { Layers = model.Layers.Select(WithEdge).Append(Input).ToEquatableArray() }
        : model;

    private static LayerModel Input => new()
    {
        Name = GeneratedNames.Bias,
        Kind = LayerKindModel.OneHotInput,
        Units = 1,
        Accessibility = "",
    };

    private static LayerModel WithEdge(LayerModel layer) => layer.HasBias
        ? layer with { HasBias = false, Edges = layer.Edges.Append(new EdgeModel(GeneratedNames.Bias, null)).ToEquatableArray() }
        : layer;
}
