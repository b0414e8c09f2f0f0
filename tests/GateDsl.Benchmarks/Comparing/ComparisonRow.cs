using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>What a comparison with one peer found.</summary>
/// <param name="Comparison">Of which work.</param>
/// <param name="Peer">With whom.</param>
/// <param name="Ratio">Peer's time over ours.</param>
/// <param name="Own">Our microseconds per epoch.</param>
/// <param name="Theirs">The peer's.</param>
/// <param name="PeakShare">Our share of the peak measured beside it.</param>
/// <param name="LossGap">The largest relative difference of two losses; null: another network.</param>
internal sealed record ComparisonRow(
    Comparison Comparison, Peer Peer, Spread Ratio, Spread Own, Spread Theirs, Spread? PeakShare, double? LossGap)
{
    /// <summary>Losses of single-precision trainings of the same mathematics may differ by this, relatively.</summary>
    public const double LossTolerance = 1e-3;

    public bool HasEqualLosses => LossGap is not { } gap || gap <= LossTolerance;
}
