using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>What generated code says of a layout of maps, and what of the runtime belongs to it.</summary>
/// <param name="Residual">The runtime's class for what an output module has still to learn.</param>
/// <param name="Gathering">The gatherer's method that finds it.</param>
/// <param name="Description">How maps stand and how their products run, for the head of the file.</param>
/// <param name="Errors">How the errors of all maps and the loss are found.</param>
/// <param name="Correlations">What is kept of the data.</param>
/// <param name="Weights">How weights stand.</param>
/// <param name="ErrorMatrices">How errors stand.</param>
internal sealed record LayoutWords(
    string Residual, string Gathering, string Description, string Errors, string Correlations, string Weights, string ErrorMatrices)
{
    /// <summary>The letters of its formulas, and what they stand for.</summary>
    public required (string Letters, string Meaning)[] Letters { get; init; }

    private static readonly LayoutWords FeatureRows = new(
        "DatapointResidual",
        "ByDatapoint",
        "All inputs are one-hot: maps that are computed stand transposed, a row for every feature, those into an output one below the other (Into_), so that " +
        "products with one-hot inputs pick rows.",
        "E of (3) and the loss (2) by distinct datapoints u: r_u = y_u - sum of F x_u over the maps into the output that are on at u, where a one-hot x_u picks a row " +
        "of F^T. E of a map is the sum of m_u r_u x_u^T over the u at which it is on. L = 1/2 sum of m_u |r_u|^2, plus a rest that no weights change, where equal " +
        "datapoints have unequal targets. Where there are very many u a factor of Sx gives the same.",
        "In place of the effective correlations (Eq. 4), as all inputs are one-hot: for each output its distinct datapoints u with m_u and y_u, " +
        "or a factor of Sx where there are very many.",
        "Weights of a training by statistics: from inputs into hidden modules target x source, others transposed.",
        "B: the errors of maps, those into outputs transposed like the maps, those into hidden modules units x features. One called UnitRows_ or FeatureRows_ is a transpose.")
    {
        Letters = [("r, u, m",
            "r_u what an output has still to learn at the distinct datapoint u, y_u - h_u (R_ is room for it); m_u datapoints equal it, with mean target y_u")],
    };

    private static readonly LayoutWords UnitRows = new(
        "ResidualFactor",
        "Residual",
        "Maps stand units x features, those into an output side by side in one matrix (Into_).",
        "E(p) = Syx(p) - sum over maps j into the same output of F_j Sx(j, p) of (3), and the loss (2). With Sx(j, p) = K_j K_p^T, E(p) is R K_p^T for the " +
        "residual R = sum over maps j of (F*_j - F_j) K_j; L = 1/2 |R|^2, plus what no weights can lower.",
        "The effective correlations of a data set (Eq. 4) as sums over datapoints, Syx(p) of g_p y x^T and Sx(j, p) of g_j x_j x_p^T g_p. Equal ones are " +
        "gathered once. For each output they are kept as a factor, Sx = K K^T, and as best maps F*, Syx = F* Sx.",
        "Weights of a training by statistics, target x source.",
        "B: the errors of maps, in matrices like theirs; Step_ is the step of an edge that moves after the one before it.")
    {
        Letters = [("R, K, F*", "what outputs have still to learn; a factor of correlations, Sx = K K^T; maps that learn all they can, Syx = F* Sx")],
    };

    public static LayoutWords Of(MapLayout layout) => layout == MapLayout.FeatureRows ? FeatureRows : UnitRows;
}
