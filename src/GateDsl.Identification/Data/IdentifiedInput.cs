using System.Globalization;
using GateDsl.Identifying;

namespace GateDsl;

/// <summary>An input of a network whose gates are looked for.</summary>
public sealed record IdentifiedInput
{
    private const int MostShown = 6;

    internal IdentifiedInput()
    {
    }

    /// <summary>Its name in the declaration.</summary>
    public required string Name { get; init; }

    /// <summary>Number of features; of a one-hot input its values.</summary>
    public required int Features { get; init; }

    /// <summary>What gates read: a one-hot input's own name, or the selector that lists a dense one.</summary>
    public required string IndexName { get; init; }

    /// <summary>Number of values of the index: the features of a one-hot input, or the different vectors of a dense one.</summary>
    public required int IndexValues { get; init; }

    /// <summary>Whether a declaration can list its values: a one-hot input, or a dense one of few different vectors.</summary>
    public bool IsListed { get; internal init; } = true;

    /// <summary>Whether it is one-hot.</summary>
    public bool IsOneHot => Stimuli.Length == 0;

    /// <summary>The value of the index at each datapoint.</summary>
    internal int[] Index { get; init; } = [];

    /// <summary>The vectors of a dense input, by value of the index; empty for a one-hot one.</summary>
    internal double[][] Stimuli { get; init; } = [];

    /// <summary>What it is at a datapoint, in words: "Item 3", or "Features (0.5, 1)", cut where it is long.</summary>
    internal string At(int datapoint)
    {
        if (IsOneHot)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Name} {Index[datapoint]}");
        }

        double[] vector = Stimuli[Index[datapoint]];
        return $"{Name} ({string.Join(", ", vector.Take(MostShown).Select(StimulusText.Of))}{(vector.Length > MostShown ? ", ..." : "")})";
    }
}
