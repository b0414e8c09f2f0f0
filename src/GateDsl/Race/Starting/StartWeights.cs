using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Where a race starts: the weights of the narrow network, and of an expectation how they are spread. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class StartWeights
{
    private StartWeights(EdgeMatrix<double>[] weights, IReadOnlyDictionary<string, double>? variances, StartDraws? draws) =>
        (Weights, Variances, Draws) = (weights, variances, draws);

    /// <summary>The weights, not packed, in the order of the network's edges.</summary>
    public EdgeMatrix<double>[] Weights { get; }

    /// <summary>
    /// Of an expectation, the variance of every initial weight into a hidden module, by the name of its edge; null: the weights are actual ones.
    /// </summary>
    internal IReadOnlyDictionary<string, double>? Variances { get; }

    /// <summary>Of an expectation, starts drawn from the same distribution; null: the weights are actual ones.</summary>
    internal StartDraws? Draws { get; }

    /// <summary>Actual weights.</summary>
    public static StartWeights Of(EdgeMatrix<double>[] weights) => new(weights, null, null);

    /// <summary>An expectation.</summary>
    /// <param name="weights">Weights that stand for all draws.</param>
    /// <param name="variances">Of every initial weight into a hidden module; null: no weights stand for all draws, there are draws alone.</param>
    /// <param name="draws">The draws.</param>
    internal static StartWeights Of(EdgeMatrix<double>[] weights, IReadOnlyDictionary<string, double>? variances, StartDraws draws) =>
        new(weights, variances, draws);
}
