using System.Text.Json;

namespace GateDsl.Tests.Theory;

/// <summary>Recorded results of an independent implementation in another language (float64): facts, no code.</summary>
internal sealed class Reference
{
    private readonly JsonElement _root;

    private Reference(JsonElement root) => _root = root;

    public static Reference Load(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".json")));
        return new(document.RootElement.Clone());
    }

    public double Number(string name) => _root.GetProperty(name).GetDouble();

    public int[] Indices(string name) => _root.GetProperty("indices").GetProperty(name).EnumerateArray().Select(value => value.GetInt32()).ToArray();

    /// <summary>An array of any depth, flattened row by row.</summary>
    public double[] Array(string name) => Flatten(_root.GetProperty("arrays").GetProperty(name)).ToArray();

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flatten) : [element.GetDouble()];
}
