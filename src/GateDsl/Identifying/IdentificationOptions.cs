namespace GateDsl;

/// <summary>How gates are looked for.</summary>
public sealed record IdentificationOptions
{
    /// <summary>Number of modules k; null: the elbow of the errors.</summary>
    public int? Modules { get; init; }

    /// <summary>Errors are computed for k = 1 up to this.</summary>
    public int MostModules { get; init; } = 8;

    /// <summary>Starts of k-means, the best of which counts; stability is measured over them.</summary>
    public int Starts { get; init; } = 20;

    /// <summary>Bootstrap samples of units over which stability is measured.</summary>
    public int BootstrapSamples { get; init; } = 20;

    /// <summary>Seed of starts and samples.</summary>
    public ulong Seed { get; init; }

    /// <summary>The network's losses and how it was trained; null: the error of k is the least-squares residual of the targets.</summary>
    public RecordedTraining? Training { get; init; }
}

/// <summary>How the recorded network was trained, and the losses it had.</summary>
/// <param name="Losses">One per epoch from 0 on, before its update.</param>
/// <param name="Sigma">Standard deviation of its initial weights.</param>
/// <param name="StepSize">Step size of full-batch gradient descent.</param>
/// <param name="LossScale">Scale of the losses and the step size.</param>
public sealed record RecordedTraining(IReadOnlyList<double> Losses, double Sigma, double StepSize, LossScale LossScale = LossScale.Sum);
