namespace GateDsl;

/// <summary>
/// What a network represents at one epoch of its training, trained or predicted; kernels are N x N over the datapoints (mathematics.md,
/// Representations).
/// </summary>
/// <remarks>Memory: 8 N^2 bytes for each hidden layer, their sum and the tangent kernel, 8 N bytes for each output unit.</remarks>
public sealed record Snapshot
{
    /// <summary>Passes over the data made: 0 before training, E after the last of E.</summary>
    public required int Epoch { get; init; }

    /// <summary>h_n.h_m over all hidden units: the sum of <see cref="HiddenKernels"/>.</summary>
    public required double[,] HiddenKernel { get; init; }

    /// <summary>By hidden layer, a bank being one; of a twin Hidden1, Hidden2, ...</summary>
    public required IReadOnlyDictionary<string, double[,]> HiddenKernels { get; init; }

    /// <summary>The tangent kernel's trace over outputs: sum over weights of the products of the predictions' derivatives.</summary>
    public required double[,] TangentKernel { get; init; }

    /// <summary>By output: predictions, N x units.</summary>
    public required IReadOnlyDictionary<string, double[,]> Predictions { get; init; }
}
