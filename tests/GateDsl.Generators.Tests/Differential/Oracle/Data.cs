namespace GateDsl.Generators.Tests.Differential.Oracle;

/// <summary>A data set: by name of the layer, indices (labels of outputs among them), and row-major N x n inputs and targets.</summary>
public sealed record Data(
    int Count,
    IReadOnlyDictionary<string, int[]> Indices,
    IReadOnlyDictionary<string, double[]> Inputs,
    IReadOnlyDictionary<string, double[]> Targets);
