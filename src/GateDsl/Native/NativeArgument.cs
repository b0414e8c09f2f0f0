namespace GateDsl;

/// <summary>One argument of a data set.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Kind">one_hot, selector, dense, gates, squared, logistic or cross_entropy.</param>
/// <param name="Units">Values, features or units.</param>
internal sealed record NativeArgument(string Name, string Layer, string Kind, int Units)
{
    /// <summary>One index or label per datapoint.</summary>
    public bool IsIndex => Kind is "one_hot" or "selector" or "cross_entropy";

    /// <summary>It is an output.</summary>
    public bool IsOutput => Kind is "squared" or "logistic" or "cross_entropy";

    /// <summary>The arguments of a network's data sets, in the order of declaration.</summary>
    public static NativeArgument[] Of(NetworkDescription network) =>
    [
        .. network.Layers.Where(layer => layer.Kind is not (LayerKind.Hidden or LayerKind.Bias)).Select(layer => new NativeArgument(
            char.ToLowerInvariant(layer.Name[0]) + layer.Name[1..],
            layer.Name,
            layer.Kind switch
            {
                LayerKind.OneHotInput => "one_hot",
                LayerKind.Selector => "selector",
                LayerKind.Input => "dense",
                LayerKind.GateInput => "gates",
                _ => LossRule.Of(layer.Loss).Name,
            },
            layer.Units)),
    ];
}
