using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission.Maps;

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
        "All inputs are one-hot: maps stand transposed, a row for every feature, those into an output (Into_t) one below the other, so that what is left to " +
        "learn is found by adding rows, and products run along units.",
        "Eq. 4 and the loss, datapoint by datapoint: E(p) = Syx(p) - sum over maps j into the same output of F_j Sx(j, p) is the sum over distinct datapoints u " +
        "at which p is on of m_u r_u x_p(u)^T, with r_u = y_u - sum over maps p on at u of F_p x_p(u). As x_p(u) is one-hot it picks a row of what stands " +
        "for F_p and E(p). L = 1/2 sum m_u |r_u|^2 + what no map can lower. Into_t are all maps into t.",
        "What a step from correlations needs of a data set: for each output its distinct datapoints, as the paths see them (zero where their gate is " +
        "off), with their number and mean target.",
        "W: of an edge from an input into a hidden module target x source, of every other edge transposed, source x target.",
        "B: the errors of maps. Into outputs they stand like the maps, a row for every feature, into hidden modules with a row for every unit; UnitRows_ and FeatureRows_ are the same errors the other way round.")
    {
        Letters = [("r, u, m", "what outputs have still to learn, r_u at the distinct datapoint u; m_u datapoints are equal to it, their mean target is y_u")],
    };

    private static readonly LayoutWords UnitRows = new(
        "ResidualFactor",
        "Residual",
        "Maps stand with a row for every unit, those into an output side by side in one matrix (Into_t), and products run along the features of inputs.",
        "E(p) = Syx(p) - sum over maps j into the same output of F_j Sx(j, p) (Eq. 4), and the loss. With Sx(j, p) = K_j K_p^T this is R K_p^T, where " +
        "R = F* K - sum over maps j of F_j K_j is a residual and 1/2 |R|^2 the loss that can still be lowered. Into_t are all maps into t.",
        "The effective correlations of a data set (Eq. 4), as sums over datapoints: Syx(p) = sum of g_p y x^T, Sx(j, p) = sum of g_j x_j x_p^T g_p. " +
        "Distinct ones are gathered once, and kept as a factor for each output: Sx = K K^T, Syx = F* Sx.",
        "W, target x source.",
        "B: the errors of all maps, in matrices like theirs, and the steps of edges that move last.")
    {
        Letters = [("r, K, F*", "what outputs have still to learn, R; a factor of correlations, Sx = K K^T; maps that learn all they can, Syx = F* Sx")],
    };

    public static LayoutWords Of(MapLayout layout) => layout == MapLayout.FeatureRows ? FeatureRows : UnitRows;
}
