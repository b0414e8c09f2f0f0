namespace GateDsl;

/// <summary>An input of a network whose gates are looked for.</summary>
public sealed record IdentifiedInput
{
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

    /// <summary>Whether it is one-hot.</summary>
    public bool IsOneHot => Stimuli.Length == 0;

    /// <summary>The value of the index at each datapoint.</summary>
    internal int[] Index { get; init; } = [];

    /// <summary>The vectors of a dense input, by value of the index; empty for a one-hot one.</summary>
    internal double[][] Stimuli { get; init; } = [];
}
