namespace GateDsl;

/// <summary>How a network with a task attribute is tried out on its task.</summary>
public sealed record ExperimentOptions
{
    private const double UsualStepSize = 1e-3;
    private const double UsualScale = 0.005;

    /// <summary>One training of the network, and of its twin, for each seed.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [0UL];

    /// <summary>Number of epochs.</summary>
    public int Epochs { get; init; } = 8001;

    /// <summary>Step size; 0: what the task attribute says, or else 1e-3.</summary>
    public double StepSize { get; init; }

    /// <summary>Scale of the loss.</summary>
    public LossScale LossScale { get; init; } = LossScale.Sum;

    /// <summary>
    /// Standard deviation of the initial weights; 0: what the task attribute says, or else 0.005 / width, for the network the width of its widest
    /// hidden layer and for the twin its own.
    /// </summary>
    public double Sigma { get; init; }

    /// <summary>Initial weights of the network where they are not from N(0, Sigma^2); null: they are.</summary>
    public IInitializer? Initializer { get; init; }

    /// <summary>Whether <see cref="Reduction.Modes"/> is integrated for every seed too.</summary>
    public bool Modes { get; init; } = true;

    /// <summary>Told of the epochs of all trainings together; null: nobody.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Stops the experiment.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The step size: what is said here, or else by the task attribute, or else the usual one.</summary>
    internal double StepSizeOr(double ofTask) => FirstSaid(StepSize, ofTask, UsualStepSize);

    /// <summary>The standard deviation for a network whose widest hidden layer has so many units.</summary>
    internal double SigmaOr(double ofTask, int width) => FirstSaid(Sigma, ofTask, UsualScale / width);

    private static double FirstSaid(double options, double task, double usual) => options != 0 ? options : task != 0 ? task : usual;
}
