using System.Text.Json.Serialization;

namespace GateDsl.Wheels;

/// <summary>A network or a twin, as its library describes it.</summary>
/// <param name="Name">By which functions know it.</param>
/// <param name="TwinOf">Of a twin the network's name.</param>
/// <param name="Precision">float32 or float64.</param>
/// <param name="Arguments">Of a data set.</param>
/// <param name="Weights">All of them.</param>
/// <param name="Tree">The architecture as text; twins have none.</param>
internal sealed record DescribedNetwork(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("twin_of")] string? TwinOf,
    [property: JsonPropertyName("precision")] string Precision,
    [property: JsonPropertyName("arguments")] DescribedArgument[] Arguments,
    [property: JsonPropertyName("weights")] DescribedWeight[] Weights,
    [property: JsonPropertyName("tree")] string? Tree);
