namespace GateDsl;

/// <summary>What the training loop needs to know of a network and its data..</summary>
internal sealed record TrainingRun
{
    /// <summary>Number of datapoints N; may be 0.</summary>
    public required long Datapoints { get; init; }

    /// <summary>
    /// Loss of the zero prediction on the Sum scale, 1/2 sum |y|^2: what the growth of a loss is measured by where the training starts near 0.
    /// </summary>
    public required double ZeroLoss { get; init; }

    /// <summary>The method chosen: batch or statistics.</summary>
    public required TrainingMethod Method { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string MethodReason { get; init; }

    /// <summary>What is reduced and why, as a sentence.</summary>
    public string ReductionReason { get; init; } = "";

    /// <summary>
    /// Gives the network its weights, where the steps work on others, and is told whether the training goes on; null: they work on the network's.
    /// </summary>
    public Action<bool>? WriteBack { get; init; }

    /// <summary>
    /// Makes one update W -= step dL/dW with L on the Sum scale. Takes the step; returns the loss before the update on the Sum scale.
    /// </summary>
    public required Func<double, double> Step { get; init; }

    /// <summary>
    /// Makes the updates of an epoch's batches. Takes the epoch; returns the sum of the losses of the batches, each before its update, on the Sum
    /// scale. Null: an epoch is one <see cref="Step"/>.
    /// </summary>
    public Func<int, double>? Pass { get; init; }

    /// <summary>The loss over all datapoints on the Sum scale, where <see cref="Pass"/> does not give it.</summary>
    public Func<double>? Loss { get; init; }

    /// <summary>The loss on the test data at the network's weights, on the scale of the options; null: there are none.</summary>
    public Func<double>? TestLoss { get; init; }

    /// <summary>The groups of the test data whose losses are logged too; null: none.</summary>
    internal TestGroups? Groups { get; init; }

    /// <summary>The losses of these at the network's weights.</summary>
    internal Func<double[]>? GroupLosses { get; init; }

    /// <summary>Where the training goes on; null: it begins.</summary>
    internal TrainingRecord? Resumed { get; init; }

    /// <summary>Keeps the state of the training, where it is due or must be; null: nowhere.</summary>
    internal Action<TrainingRecord, bool>? Keep { get; init; }

    /// <summary>What the network represents, of the epoch; null: nobody asks.</summary>
    internal Func<int, Snapshot>? Snapshot { get; init; }

    /// <summary>Sees the network's weights at every logged epoch, before its updates; null: nobody does.</summary>
    public Action<int>? Observe { get; init; }

    /// <summary>The largest stable step on the Sum scale, asked where a training diverged; null or NaN: not known.</summary>
    public Func<double>? StableStepSize { get; init; }
}
