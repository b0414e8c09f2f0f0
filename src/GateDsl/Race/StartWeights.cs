using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Where a race starts: the weights of the narrow network, and of an expectation how they are spread. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class StartWeights
{
    private StartWeights(EdgeMatrix<double>[] weights, IReadOnlyDictionary<string, double>? variances) => (Weights, Variances) = (weights, variances);

    /// <summary>The weights, not packed, in the order of the network's edges.</summary>
    public EdgeMatrix<double>[] Weights { get; }

    /// <summary>Of an expectation, the variance of every initial weight into a hidden module, by the name of its edge; null: the weights are actual ones.</summary>
    internal IReadOnlyDictionary<string, double>? Variances { get; }

    /// <summary>Actual weights.</summary>
    public static StartWeights Of(EdgeMatrix<double>[] weights) => new(weights, null);

    /// <summary>Weights that stand for all draws.</summary>
    internal static StartWeights Of(EdgeMatrix<double>[] weights, IReadOnlyDictionary<string, double> variances) => new(weights, variances);
}
