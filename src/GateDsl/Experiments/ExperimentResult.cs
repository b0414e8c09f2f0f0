namespace GateDsl;

/// <summary>What an experiment measured and predicted.</summary>
/// <param name="Network">The training of the network, by seed.</param>
/// <param name="Twin">The training of its ReLU twin, by seed; empty without a twin.</param>
/// <param name="Exact">The exact reduction from the weights of each seed.</param>
/// <param name="Modes">Eq. 6 from the weights of each seed; empty where it does not apply or was not asked for.</param>
/// <param name="Expected">The prediction from the distribution of the network's initial weights; null where it does not apply.</param>
/// <param name="TwinPredicted">The twin predicted by representative units; null where it does not apply.</param>
/// <param name="TwinByPathways">The twin predicted by the declared pathways; null where it does not apply.</param>
/// <param name="Closed">The closed form from the weights of the first seed; null where its assumptions fail.</param>
/// <param name="Agreement">
/// The distances of the loss curves, averaged over the seeds, by name: gdln_vs_relu is the network measured against the twin; relu, gdln, exact,
/// expected, twin (representative units), widths (pathways), modes, closed.
/// </param>
/// <param name="NotApplicable">Why a prediction is missing, by name.</param>
public sealed record ExperimentResult(
    IReadOnlyList<TrainingLog> Network,
    IReadOnlyList<TrainingLog> Twin,
    IReadOnlyList<RaceLog> Exact,
    IReadOnlyList<RaceLog> Modes,
    RaceLog? Expected,
    RaceLog? TwinPredicted,
    RaceLog? TwinByPathways,
    RaceLog? Closed,
    IReadOnlyDictionary<string, Agreement> Agreement,
    IReadOnlyDictionary<string, string> NotApplicable);
