namespace GateDsl;

/// <summary>What a reduction predicts of a training.</summary>
/// <param name="Loss">One loss per epoch, before its update, on the scale asked for.</param>
/// <param name="ModeStrengths">
/// By pathway (Common, Pairs[0]; deeper First>Second; empty for paths without a hidden layer): epoch x mode, the strength u_k^T W_p v_k of every
/// mode of the pathway's effective dataset, by falling singular value.
/// </param>
public sealed record RaceLog(double[] Loss, IReadOnlyDictionary<string, double[,]> ModeStrengths)
{
    /// <summary>
    /// For a predicted ReLU twin: by gate pattern (a bit string in the order of the domain's datapoints) its share of path strength
    /// |w_in| |w_out| at every recorded epoch. Empty for other predictions.
    /// </summary>
    public IReadOnlyDictionary<string, double[]> GateShares { get; init; } = new Dictionary<string, double[]>();

    /// <summary>The epochs at which <see cref="GateShares"/> was read.</summary>
    public int[] GateShareEpochs { get; init; } = [];
}
