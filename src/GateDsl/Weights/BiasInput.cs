namespace GateDsl;

/// <summary>The input that biases are edges from: 1 at every datapoint.</summary>
internal static class BiasInput
{
    public const string Name = "Bias";

    /// <summary>Biases start at 0 unless an initialiser names them.</summary>
    public static bool StartsAtZero<T>(EdgeMatrix<T> edge, IInitializer? init) =>
        edge.Source == Name && (init as IEdgeNames)?.Names(edge.Name) != true;
}
