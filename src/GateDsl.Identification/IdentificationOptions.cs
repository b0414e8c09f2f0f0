namespace GateDsl;

/// <summary>How gates are looked for. Equal options and recordings give equal results.</summary>
public sealed record IdentificationOptions
{
    /// <summary>Number of clusters k; null: the elbow of the errors.</summary>
    public int? Modules { get; init; }

    /// <summary>Errors are computed for k from 1 to this, or to <see cref="Modules"/> where that is more.</summary>
    public int MostModules { get; init; } = 8;

    /// <summary>Starts of k-means, and as many that grow from k - 1, the best of which counts; at least 1.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>Repetitions over which stability is measured: with other starts, and as many with bootstrap samples of the rows; at least 1.</summary>
    public int Repetitions { get; init; } = 20;

    /// <summary>Seed of starts, samples and the draws of a forecast.</summary>
    public ulong Seed { get; init; }

    /// <summary>Draws of representative units that a forecast reads; at least 1.</summary>
    public int Draws { get; init; } = 4;

    /// <summary>Epochs at which a forecast reads gates; null: 20, evenly spread, the last one among them.</summary>
    public IReadOnlyList<int>? ForecastEpochs { get; init; }

    /// <summary>The losses that the recorded network had; null: they are forecast.</summary>
    public RecordedTraining? Training { get; init; }
}

/// <summary>How the recorded network was trained, and the losses it had.</summary>
/// <param name="Losses">
/// One per update from the first on, before it; the first is positive, and near that of the output 0 where initial weights are small.
/// </param>
/// <param name="Sigma">Standard deviation of its initial weights.</param>
/// <param name="StepSize">Step size of full-batch gradient descent.</param>
/// <param name="LossScale">Scale of the losses and the step size.</param>
public sealed record RecordedTraining(IReadOnlyList<double> Losses, double Sigma, double StepSize, LossScale LossScale = LossScale.Sum);
