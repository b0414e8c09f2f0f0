namespace GateDsl.Generators.Tests.Differential.Declarations;

/// <summary>The ReLU twin as a declaration of its own: as deep as the longest path, the first layer reads every input, the last feeds every output.</summary>
internal static class TwinOf
{
    public static Declaration Declare(Declaration network)
    {
        int depth = network.Outputs.Max(output => HiddenLayersUpTo(network, output));
        List<DeclaredLayer> layers = [.. network.Layers.Where(layer => layer.IsInput || layer.Kind is Kind.Selector or Kind.Gates)];
        for (int i = 1; i <= depth; i++)
        {
            layers.Add(new DeclaredLayer(
                $"Hidden{i}", Kind.Hidden, i == 1 || network.TwinDeeper.Count == 0 ? network.TwinWidth!.Value : network.TwinDeeper[i - 2])
            {
                SelfGated = true,
                Slope = network.TwinSlope,
                HasBias = network.TwinHasBias,
                Edges = i == 1
                    ? [.. network.Layers.Where(layer => layer.IsInput).Select(layer => new DeclaredEdge(layer.Name))]
                    : [new DeclaredEdge($"Hidden{i - 1}")],
            });
        }

        layers.AddRange(network.Outputs.Select(output => output with { HasBias = network.TwinHasBias, Edges = [new DeclaredEdge($"Hidden{depth}")] }));
        return network with { Layers = layers, TwinWidth = null };
    }

    /// <summary>Hidden layers on the longest path from an input to the layer, itself included.</summary>
    public static int HiddenLayersUpTo(Declaration network, DeclaredLayer layer) =>
        (layer.Kind == Kind.Hidden ? 1 : 0)
        + layer.Edges.Select(edge => HiddenLayersUpTo(network, network.Layer(edge.Source))).DefaultIfEmpty(0).Max();
}
