using System.Text.Json;

namespace GateDsl.Numerics.Tests.ReferenceTrainings;

/// <summary>A training recorded by an independent implementation (Reference/*.json).</summary>
internal sealed class ReferenceTraining
{
    private readonly JsonElement _root;

    private ReferenceTraining(JsonElement root) => _root = root;

    public static ReferenceTraining Load(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".json")));
        return new ReferenceTraining(document.RootElement.Clone());
    }

    public int Datapoints => _root.GetProperty("n").GetInt32();

    public LossScale Scale => Enum.Parse<LossScale>(_root.GetProperty("scale").GetString()!);

    public double StepSize => _root.GetProperty("step").GetDouble();

    /// <summary>The loss before the update of every epoch.</summary>
    public double[] Loss => Array("loss");

    /// <summary>The values of a one-hot input or selector.</summary>
    public int[] Indices(string name) => [.. _root.GetProperty("indices").GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];

    /// <summary>Row-major: "in/Sense", "target/Act", "init/ItemToCommon", ...</summary>
    public double[] Array(string name) => Flatten(_root.GetProperty("arrays").GetProperty(name));

    /// <summary>Whether a unit of the first hidden layer is on with the final weights: N x units, row-major.</summary>
    public bool[] Gates => [.. Array("gates").Select(gate => gate != 0)];

    /// <summary>All arrays called "prefix/name", by name.</summary>
    public Dictionary<string, double[]> Arrays(string prefix) => _root.GetProperty("arrays").EnumerateObject()
        .Where(array => array.Name.StartsWith(prefix + "/", StringComparison.Ordinal))
        .ToDictionary(array => array.Name[(prefix.Length + 1)..], array => Flatten(array.Value));

    private static double[] Flatten(JsonElement array) =>
        [.. array.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Array ? Flatten(item) : [item.GetDouble()])];
}
