namespace GateDsl;

/// <summary>How to train.</summary>
public sealed record TrainingOptions
{
    /// <summary>Number of updates E, at least 0. The losses before updates 0 .. E-1 are logged; the weights are those after the last.</summary>
    public int Epochs { get; init; } = 1000;

    /// <summary>Step size of full-batch gradient descent on the loss at <see cref="LossScale"/>; must be given, positive and finite.</summary>
    public double StepSize { get; init; }

    /// <summary>Scale of the loss that is descended and logged.</summary>
    public LossScale LossScale { get; init; } = LossScale.Sum;

    /// <summary>Losses are logged for epochs 0, k, 2k, ... and always the last; at least 1.</summary>
    public int RecordEvery { get; init; } = 1;

    /// <summary>How steps are taken.</summary>
    public TrainingMethod Method { get; init; } = TrainingMethod.Auto;

    /// <summary>Whether statistics may be stepped in fewer numbers; the network's weights are written back before anybody sees them.</summary>
    public StateReductions Reductions { get; init; } = StateReductions.Auto;

    /// <summary>Told of every logged epoch; null: nobody.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Stops the training between two epochs; the network keeps the weights after the last whole one.</summary>
    public CancellationToken CancellationToken { get; init; }
}
