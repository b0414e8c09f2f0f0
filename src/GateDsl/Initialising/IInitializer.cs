namespace GateDsl;

/// <summary>Draws the initial weights of a network, one weight matrix at a time.</summary>
/// <remarks>
/// Every edge has its own random stream, made from the seed and the edge's name alone, so that adding a layer leaves the other weights as they
/// were. Weights are drawn in double precision; a network in single precision rounds the same doubles.
/// </remarks>
public interface IInitializer
{
    /// <summary>Fills the weight matrix of one edge.</summary>
    /// <param name="edge">Name of the weights with the copy's index: <c>ItemToCommon</c>, <c>ItemToPairs[1]</c>, <c>HighToMix[0, 2]</c>.</param>
    /// <param name="targets">Units of the target: rows.</param>
    /// <param name="sources">Units of the source: columns.</param>
    /// <param name="seed">Seed of the network.</param>
    /// <param name="rowMajor">The <paramref name="targets"/> x <paramref name="sources"/> weights, row after row.</param>
    /// <exception cref="ArgumentException">The span does not hold targets x sources weights, or the edge is not known.</exception>
    void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor);

    /// <summary>
    /// Variance of every weight of an edge, from which a race starts before any weights are drawn; null: the weights have no common variance.
    /// </summary>
    /// <param name="edge">Name of the weights with the copy's index.</param>
    /// <param name="targets">Units of the target.</param>
    /// <param name="sources">Units of the source.</param>
    double? Variance(string edge, int targets, int sources);
}
