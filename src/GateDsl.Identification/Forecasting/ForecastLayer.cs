namespace GateDsl;

/// <summary>A hidden layer of a ReLU network that is forecast or was recorded.</summary>
/// <param name="Name">Hidden1, Hidden2, ...</param>
/// <param name="Units">Its units.</param>
/// <param name="Censuses">
/// At every epoch read the gates by class, of a forecast the mean over the draws; classes say what a unit of the first layer could do.
/// </param>
/// <param name="AlwaysOn">Share of its units that are on everywhere where the loss first rests, each unit counting the same.</param>
public sealed record ForecastLayer(string Name, int Units, IReadOnlyList<GateCensus> Censuses, double AlwaysOn);
