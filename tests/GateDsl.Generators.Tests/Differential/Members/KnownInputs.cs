using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>The datapoints as the first layer of a network sees them, told to the runtime by hand.</summary>
internal static class KnownInputs
{
    public static LayerDatapoints Of(Declaration declaration, Data data)
    {
        LayerDatapoints datapoints = LayerDatapoints.Of(data.Count);
        DeclaredLayer[] oneHot = [.. declaration.Layers.Where(layer => layer.Kind == Kind.OneHot)];
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            // The one-hot input declared last is the context where there are two or more.
            InputRole role = oneHot.Length > 1 && layer == oneHot[^1] ? InputRole.Context : InputRole.Item;
            datapoints = layer.Kind switch
            {
                Kind.Dense => datapoints.Dense(layer.Name, layer.Units, data.Inputs[layer.Name]),
                Kind.OneHot => datapoints.OneHot(layer.Name, layer.Units, data.Indices[layer.Name], role),
                Kind.Selector => datapoints.Label(layer.Name, layer.Units, data.Indices[layer.Name]),
                _ => datapoints,
            };
        }

        return datapoints;
    }
}
