
namespace GateDsl;

/// <summary>Independent initial weights from N(0, sigma^2), the same bits on every machine.</summary>
public static class Gaussian
{
    /// <summary>Every weight from N(0, <paramref name="sigma"/>^2).</summary>
    /// <param name="sigma">Standard deviation, finite and not negative; 0 gives zero weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not finite.</exception>
    public static IInitializer WithSigma(double sigma) => new UniformGaussian(Scale.Checked(sigma, nameof(sigma)));

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
}
