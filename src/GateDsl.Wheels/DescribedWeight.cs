using System.Text.Json.Serialization;

namespace GateDsl.Wheels;

/// <summary>A weight matrix.</summary>
/// <param name="Name">With the index of its copy.</param>
/// <param name="Shape">Targets and sources.</param>
internal sealed record DescribedWeight(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("shape")] long[] Shape);
