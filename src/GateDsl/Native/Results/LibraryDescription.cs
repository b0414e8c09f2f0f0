using System.Runtime.Intrinsics;
using System.Text.Json;

namespace GateDsl;

/// <summary>All networks of a library, as JSON: what a caller needs to know to call them.</summary>
internal static class LibraryDescription
{
    public static string Of(string library, IEnumerable<NativeType> types) => JsonText.Of(json =>
    {
        json.WriteNumber("abi", NativeSurface.Abi);
        json.WriteString("version", NativeSurface.Version);
        json.WriteString("library", library);
        json.WriteNumber("vectors", Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);
        JsonText.Objects(json, "networks", types, type => Write(json, type));
    });

    private static void Write(Utf8JsonWriter json, NativeType type)
    {
        bool isTwin = type.Declared != type;
        NetworkDescription network = type.Architecture;
        json.WriteString("name", type.Name);
        json.WriteString("full_name", type.FullName);
        json.WriteString("twin", type.Twin?.Name);
        json.WriteString("twin_of", isTwin ? type.Declared.Name : null);
        json.WriteString("precision", type.Precision);
        JsonText.Objects(json, "arguments", type.Declared.Arguments, argument =>
        {
            json.WriteString("name", argument.Name);
            json.WriteString("layer", argument.Layer);
            json.WriteString("kind", argument.Kind);
            json.WriteNumber("units", argument.Units);
        });
        IReadOnlyList<EdgeDescription> weights = type.Edges;
        JsonText.Objects(json, "weights", weights, edge =>
        {
            json.WriteString("name", edge.Name);
            json.WriteString("source", edge.Source);
            json.WriteString("target", edge.Target);
            json.WriteStartArray("shape");
            json.WriteNumberValue(edge.Targets);
            json.WriteNumberValue(edge.Sources);
            json.WriteEndArray();
        });
        JsonText.Objects(json, "layers", isTwin ? TwinLayers(type) : network.Layers.Where(layer => layer.Kind != LayerKind.Bias), layer => Write(json, layer));
        json.WriteNumber("hidden_layers", type.GatedLayers);
        json.WriteString("task", type.TaskName);
        json.WriteNumber("parameters", weights.Sum(edge => edge.Parameters));
        json.WriteString("tree", isTwin ? null : network.ToString());
        json.WriteString("mermaid", isTwin ? null : network.ToMermaid());
    }

    /// <summary>The network's inputs and outputs, and between them the twin's hidden layers.</summary>
    private static IEnumerable<LayerDescription> TwinLayers(NativeType type) =>
    [
        .. type.Architecture.Layers.Where(layer => layer.Kind is not (LayerKind.Hidden or LayerKind.Output or LayerKind.Bias)),
        .. type.Edges.Where(edge => !type.Architecture.Layers.Any(layer => layer.Name == edge.Target)).DistinctBy(edge => edge.Target)
            .Select(edge => new LayerDescription(
            edge.Target, LayerKind.Hidden, edge.Targets, false, true, [new CopyDescription(edge.Target, GateDescription.Always)])
        {
            Slope = type.Slope,
        }),
        .. type.Architecture.Layers.Where(layer => layer.Kind == LayerKind.Output),
    ];

    private static void Write(Utf8JsonWriter json, LayerDescription layer)
    {
        json.WriteString("name", layer.Name);
        json.WriteString("kind", layer.Kind switch
        {
            LayerKind.Input => "dense",
            LayerKind.OneHotInput => "one_hot",
            LayerKind.Selector => "selector",
            LayerKind.GateInput => "gates",
            LayerKind.Output => "output",
            _ => "hidden",
        });
        json.WriteNumber("units", layer.Units);
        json.WriteBoolean("bank", layer.IsBank);
        json.WriteBoolean("self_gated", layer.SelfGated);
        json.WriteNumber("slope", layer.Slope);
        JsonText.Objects(json, "copies", layer.Copies, copy =>
        {
            json.WriteString("name", copy.Name);
            json.WriteString("gate", copy.Gate.ToString());
        });
    }
}
