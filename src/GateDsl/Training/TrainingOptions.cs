using System.Collections.ObjectModel;

namespace GateDsl;

/// <summary>
/// How to train. One update over a batch moves every edge e by its gradient with decay, G = dL/dW + lambda W: velocity V = mu V + G, then
/// W = W - eta f_e V, or with Nesterov W = W - eta f_e (G + mu V); eta is <see cref="StepSize"/>, mu <see cref="Momentum"/>, lambda
/// <see cref="WeightDecay"/> and f_e the edge's factor in <see cref="StepFactors"/>. Velocities start at 0 in every training.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>
    /// Number of passes E over the datapoints, at least 0: one update each, or with <see cref="BatchSize"/> one for every batch. The losses before
    /// passes 0 .. E-1 are logged; the weights are those after the last.
    /// </summary>
    public int Epochs { get; init; } = 1000;

    /// <summary>Step size eta of gradient descent on the loss at <see cref="LossScale"/>; must be given, positive and finite.</summary>
    public double StepSize { get; init; }

    /// <summary>Scale of the loss that is descended and logged. What is descended is the loss over the batch, on Mean divided by its datapoints.</summary>
    public LossScale LossScale { get; init; } = LossScale.Sum;

    /// <summary>
    /// Datapoints of an update, at least 0. 0, or as many as there are: all, one update an epoch. Otherwise every epoch is a pass over the
    /// datapoints in the order of <see cref="MiniBatches.Order"/>, this many at a time; the last batch may be smaller.
    /// </summary>
    public int BatchSize { get; init; }

    /// <summary>Seed of the orders of the datapoints, one for each epoch; without batches it changes nothing.</summary>
    public ulong ShuffleSeed { get; init; }

    /// <summary>mu, at least 0 and below 1: the share of its velocity that an edge keeps at every update.</summary>
    public double Momentum { get; init; }

    /// <summary>Weights move by G + mu V instead of V; without <see cref="Momentum"/> it changes nothing.</summary>
    public bool Nesterov { get; init; }

    /// <summary>lambda, at least 0 and finite: added to the gradient as lambda W, for biases too. The logged loss is without its penalty.</summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// Factors f_e of the step size, at least 0 and finite, by the name of the weights with or without the copy's index; the name with the index
    /// wins. 0 freezes an edge: its weights stay as they are, to the bit. Edges that are not named have 1.
    /// </summary>
    public IReadOnlyDictionary<string, double> StepFactors { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>Losses are logged for epochs 0, k, 2k, ... and always the last; at least 1.</summary>
    public int RecordEvery { get; init; } = 1;

    /// <summary>How steps are taken.</summary>
    public TrainingMethod Method { get; init; } = TrainingMethod.Auto;

    /// <summary>Whether statistics may be stepped in fewer numbers; the network's weights are written back before anybody sees them.</summary>
    public StateReductions Reductions { get; init; } = StateReductions.Auto;

    /// <summary>
    /// Epochs from 0 to E at which <see cref="TrainingLog.Snapshots"/> keeps what the network represents, before the update of that epoch; E is after
    /// the last. Each takes 8 N^2 bytes for every hidden layer and two more, and N backward passes for every output unit.
    /// </summary>
    public IReadOnlyList<int> SnapshotEpochs { get; init; } = [];

    /// <summary>
    /// Names of one-hot inputs and selectors by whose values the loss on test data is logged too, in <see cref="TrainingLog.TestLossBy"/>: of each
    /// pair of item and context, or each route, apart. Empty: only all together.
    /// </summary>
    public IReadOnlyList<string> TestBy { get; init; } = [];

    /// <summary>Where the training keeps what it needs to go on after it was killed; null: nowhere.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>
    /// Told of every logged epoch after its update; null: nobody. One that is called at once may evaluate the network. <see cref="Progress{T}"/> calls
    /// later and from another thread, where evaluating a network that trains is an <see cref="InvalidOperationException"/>.
    /// </summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Stops the training between two epochs; the network keeps the weights after the last whole one.</summary>
    public CancellationToken CancellationToken { get; init; }
}
