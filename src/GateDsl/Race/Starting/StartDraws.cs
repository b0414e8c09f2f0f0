using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// Starts of an expectation, drawn: each does to the data what actual weights from the same distribution would, so the mean of what is trained from
/// them is the expectation itself, at any width (mathematics.md, Draws of a start). They come in pairs, the second mirroring the first.
/// </summary>
/// <param name="count">How many are asked for; 0: none; null: as many as a loss on test data takes.</param>
/// <param name="seed">Seed of the draws; they are no network's own weights from that seed.</param>
/// <param name="hasPairs">The distribution is symmetric: draws 2 k and 2 k + 1 mirror each other.</param>
/// <param name="draw">A start, from the seed of its pair, whether it mirrors the other one, and the directions along which it is drawn.</param>
internal sealed class StartDraws(int? count, ulong seed, bool hasPairs, Func<ulong, bool, GrowthDirections, EdgeMatrix<double>[]> draw)
{
    /// <summary>As many are drawn at first where their number is not said; while that is too few, they double.</summary>
    public const int Fewest = 8;

    /// <summary>No more are drawn where their number is not said.</summary>
    public const int Most = 256;

    /// <summary>Draws are enough where the standard error of their mean is this part of a single network's spread.</summary>
    public const double EnoughOfSpread = 0.05;

    /// <summary>How many; null: as many as it takes.</summary>
    public int? Count => count;

    /// <summary>Draws 2 k and 2 k + 1 mirror each other.</summary>
    public bool HasPairs => hasPairs;

    /// <summary>Whether a training is predicted by draws rather than by the flow of expected Gram matrices.</summary>
    /// <param name="hasTest">Losses on test data are asked for.</param>
    public bool AreWanted(bool hasTest) => count is { } asked ? asked > 0 : hasTest;

    /// <summary>A start.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="directions">Along which it is drawn, which changes no distribution.</param>
    public StartWeights Of(int number, GrowthDirections directions) =>
        StartWeights.Of(hasPairs ? draw(SeedOf(number / 2), number % 2 == 1, directions) : draw(SeedOf(number), false, directions));

    private ulong SeedOf(int pair) => new RandomStream(seed, FormattableString.Invariant($"start {pair}")).NextBits();
}
