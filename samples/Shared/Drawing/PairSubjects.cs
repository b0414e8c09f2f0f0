using ScottPlot;

namespace GateDsl.Samples.Drawing;

/// <summary>How figures of routing show the pairs of an encoder and a decoder: those that trained together, and those that never did.</summary>
public static class PairSubjects
{
    /// <summary>Pairs that trained together.</summary>
    public static readonly Subject Trained = new("trained", "trained pairs", Color.FromHex("#0072B2"), LinePattern.Solid);

    /// <summary>Pairs that were never trained.</summary>
    public static readonly Subject Untrained = new("untrained", "pairs never trained", Color.FromHex("#CC79A7"), LinePattern.Solid);
}
