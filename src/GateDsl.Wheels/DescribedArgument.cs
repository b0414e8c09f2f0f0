using System.Text.Json.Serialization;

namespace GateDsl.Wheels;

/// <summary>An argument of a data set.</summary>
/// <param name="Name">As C# calls it.</param>
/// <param name="Kind">one_hot, selector, dense, gates; of outputs squared, logistic, cross_entropy.</param>
/// <param name="Units">Values of an index, numbers of a row.</param>
internal sealed record DescribedArgument(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("units")] long Units)
{
    /// <summary>The network answers it.</summary>
    public bool IsOutput => Kind is "squared" or "logistic" or "cross_entropy";

    /// <summary>What is given for it, in words.</summary>
    public string Shape => Kind switch
    {
        "one_hot" or "selector" => FormattableString.Invariant($"integers 0 to {Units - 1}, shape (N,)"),
        "cross_entropy" => FormattableString.Invariant($"labels 0 to {Units - 1}, shape (N,)"),
        "gates" => FormattableString.Invariant($"numbers or bools, shape (N, {Units})"),
        "logistic" => FormattableString.Invariant($"numbers from 0 to 1, shape (N, {Units})"),
        _ => FormattableString.Invariant($"numbers, shape (N, {Units})"),
    };
}
