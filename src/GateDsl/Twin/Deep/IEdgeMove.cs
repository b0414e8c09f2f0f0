namespace GateDsl;

/// <summary>What happens to the weights of an edge once its errors are known.</summary>
internal interface IEdgeMove
{
    /// <param name="edge">Number of the edge.</param>
    /// <param name="errors">e of its target layer, N x targets.</param>
    /// <param name="sources">Activations of its source layer, N x sources.</param>
    /// <param name="rows">The datapoints of the batch.</param>
    /// <param name="targetUnits">Units of the target layer.</param>
    /// <param name="sourceUnits">Units of the source layer.</param>
    void Move(int edge, ReadOnlySpan<double> errors, ReadOnlySpan<double> sources, ReadOnlySpan<int> rows, int targetUnits, int sourceUnits);
}
