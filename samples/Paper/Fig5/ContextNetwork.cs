using GateDsl;

namespace Paper.Fig5;

/// <summary>A declared network of the figure, whatever its number of contexts.</summary>
/// <param name="Contexts">Its number of contexts C.</param>
/// <param name="Description">What was declared.</param>
/// <param name="Run">Trains it and its twin, and predicts both.</param>
/// <param name="Start">A network with weights of its own, to be looked at while it trains.</param>
public sealed record ContextNetwork(
    int Contexts,
    NetworkDescription Description,
    Func<ExperimentOptions, ExperimentResult> Run,
    Func<IInitializer, ulong, WatchedNetwork> Start);

/// <summary>A network in training.</summary>
/// <param name="Train">Trains it further.</param>
/// <param name="Read">What its pathways compute now.</param>
public sealed record WatchedNetwork(Func<TrainingOptions, TrainingLog> Train, Func<PathwayMaps> Read);
