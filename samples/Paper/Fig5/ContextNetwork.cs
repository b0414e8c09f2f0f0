using GateDsl;

namespace Paper.Fig5;

/// <summary>A declared network of the figure, whatever its number of contexts. All of it is on the task that the network is declared for.</summary>
/// <param name="Contexts">Its number of contexts C.</param>
/// <param name="Train">Trains the gated network from a seed.</param>
/// <param name="TrainTwin">Trains the ReLU network from a seed.</param>
/// <param name="PredictTwin">The ReLU network's losses, predicted: sigma, how, seed, epochs, step.</param>
/// <param name="Start">A gated network to be looked at while it trains.</param>
/// <param name="Foresee">The ReLU network by representative units, with what it represents: sigma, seed of the directions, options.</param>
public sealed record ContextNetwork(
    int Contexts,
    Func<IInitializer, ulong, TrainingOptions, TrainingLog> Train,
    Func<IInitializer, ulong, TrainingOptions, TrainingLog> TrainTwin,
    Func<double, TwinPrediction, ulong, int, double, double[]> PredictTwin,
    Func<IInitializer, ulong, WatchedNetwork> Start,
    Func<double, ulong, TrainingOptions, RaceLog> Foresee);

/// <summary>A network in training.</summary>
/// <param name="Train">Trains it further.</param>
/// <param name="Read">What its pathways compute now.</param>
public sealed record WatchedNetwork(Func<TrainingOptions, TrainingLog> Train, Func<PathwayMaps> Read);
