using GateDsl;

namespace Paper.Gates;

/// <summary>Which gates the units of a hidden layer have while a network trains (P1 §4, Lemma 4.1): shares of path strength by class.</summary>
/// <param name="Layer">The layer, for titles.</param>
/// <param name="Epochs">When a census was taken, from before the training to after it.</param>
/// <param name="Censuses">One per epoch in <paramref name="Epochs"/>.</param>
internal sealed record CensusTrace(string Layer, IReadOnlyList<int> Epochs, IReadOnlyList<GateCensus> Censuses)
{
    /// <summary>Parts that a training is taken in: a census before the first, and after each.</summary>
    public const int Parts = 40;

    /// <summary>Whether units were counted; of a forecast there are shares alone.</summary>
    public bool HasUnits { get; init; } = true;
}
