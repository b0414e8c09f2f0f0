using System.Text.Json;

namespace GateDsl.Python.Tests.Reference;

/// <summary>Data that a file gives; the published program has this file too.</summary>
internal sealed class Given
{
    private readonly JsonElement _root;

    private Given(JsonElement root) => _root = root;

    /// <summary>The datapoints.</summary>
    public int Count => _root.GetProperty("count").GetInt32();

    /// <summary>A step size that lowers the loss.</summary>
    public double StepSize => _root.GetProperty("step_size").GetDouble();

    /// <summary>Reads the data of a network.</summary>
    public static Given Read(string folder, string network)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, network + ".given.json")));
        return new Given(document.RootElement.Clone());
    }

    public double[] Numbers(string layer) => [.. Values(layer).Select(value => value.GetDouble())];

    public int[] Indices(string layer) => [.. Values(layer).Select(value => (int)value.GetDouble())];

    public bool[] Bools(string layer) => [.. Values(layer).Select(value => value.GetDouble() != 0)];

    private JsonElement.ArrayEnumerator Values(string layer) => _root.GetProperty("arrays").GetProperty(layer).GetProperty("values").EnumerateArray();
}
