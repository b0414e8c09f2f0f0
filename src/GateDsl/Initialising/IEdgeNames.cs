
namespace GateDsl;

/// <summary>
/// An initialiser that names edges. Which edges there are only a network knows: whoever draws its weights, or starts its race in expectation, has the
/// names compared with them.
/// </summary>
internal interface IEdgeNames
{
    /// <summary>Compares the names with those of the network.</summary>
    /// <param name="edges">Names of all weights with their copies' indices.</param>
    /// <exception cref="ArgumentException">An edge is missing, or a name is none of the edges.</exception>
    /// <param name="biases">Names of biases, which may be missing.</param>
    void CheckEdges(IReadOnlyCollection<string> edges, IReadOnlyCollection<string> biases);

    /// <summary>Whether it was told the name of an edge, or of all copies of it.</summary>
    bool Names(string edge);
}
