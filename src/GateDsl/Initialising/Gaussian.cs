using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>Independent initial weights from N(0, sigma^2), the same bits on every machine.</summary>
public static class Gaussian
{
    /// <summary>Every weight from N(0, <paramref name="sigma"/>^2).</summary>
    /// <param name="sigma">Standard deviation, finite and not negative; 0 gives zero weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not finite.</exception>
    public static IInitializer WithSigma(double sigma) => new OfOneSigma(Scale.Checked(sigma, nameof(sigma)));

    /// <summary>A standard deviation for every edge, by the name of its weights.</summary>
    /// <param name="edges">
    /// Names with or without a copy's index: <c>("ItemToPairs", 0.1)</c> says it for all copies, <c>("ItemToPairs[1]", 0.2)</c> for one and
    /// wins over the other.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A name is empty or given twice. When the initialiser is used: an edge of the network is missing, or a name is none of its edges.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A standard deviation is negative or not finite.</exception>
    public static IInitializer PerEdge(params (string Edge, double Sigma)[] edges) => new PerEdgeGaussian(edges);

    /// <summary>Fills row after row with N(0, sigma^2) from the stream of the edge.</summary>
    internal static void Draw(string edge, double sigma, ulong seed, Span<double> rowMajor)
    {
        NormalSampler sampler = new(seed, edge);
        foreach (ref double weight in rowMajor)
        {
            weight = sigma * sampler.Next();
        }
    }

    /// <summary>One standard deviation for all edges.</summary>
    internal sealed class OfOneSigma(double sigma) : IInitializer
    {
        public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
        {
            Scale.CheckLength(edge, targets, sources, rowMajor);
            Draw(edge, sigma, seed, rowMajor);
        }

        public double? Variance(string edge, int targets, int sources) => sigma * sigma;

        public override string ToString() => FormattableString.Invariant($"Gaussian with sigma {sigma:R}");
    }
}
