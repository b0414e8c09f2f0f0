using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Integrates a race: epochs, step size, scale of the loss, reduction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public delegate RaceLog RaceIntegrator(int epochs, double stepSize, LossScale lossScale, Reduction reduction);

/// <summary>What an experiment needs of a network on its task. Made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed record ExperimentParts
{
    /// <summary>Step size of the task attribute; 0: unsaid.</summary>
    public required double StepSize { get; init; }

    /// <summary>Standard deviation of the task attribute; 0: unsaid.</summary>
    public required double Sigma { get; init; }

    /// <summary>Momentum of the task attribute.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether it is Nesterov's.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Weight decay of the task attribute.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Units of the widest hidden layer.</summary>
    public required int Width { get; init; }

    /// <summary>Units of the twin's hidden layers; 0: no twin.</summary>
    public required int TwinWidth { get; init; }

    /// <summary>Trains the network from a seed.</summary>
    public required Func<IInitializer, ulong, TrainingOptions, TrainingLog> Train { get; init; }

    /// <summary>Trains the twin from a seed; null: no twin.</summary>
    public required Func<IInitializer, ulong, TrainingOptions, TrainingLog>? TrainTwin { get; init; }

    /// <summary>The race from the initial weights of a seed.</summary>
    public required Func<IInitializer, ulong, RaceIntegrator> From { get; init; }

    /// <summary>The race in expectation.</summary>
    public required Func<IInitializer, RaceIntegrator> Expect { get; init; }

    /// <summary>The race of the twin.</summary>
    public required Func<double, TwinPrediction, RaceIntegrator> ForTwin { get; init; }

    /// <summary>A race with momentum and decay as an integrator, which then integrates nothing but the exact reduction.</summary>
    /// <param name="integrate">Integrates the race by the options of a training.</param>
    /// <param name="momentum">mu.</param>
    /// <param name="nesterov">Whether it is Nesterov's.</param>
    /// <param name="weightDecay">lambda.</param>
    public static RaceIntegrator Descending<TData>(
        Func<TrainingOptions, TData?, RaceLog> integrate, double momentum, bool nesterov, double weightDecay)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(integrate);
        return (epochs, stepSize, lossScale, reduction) => reduction == Reduction.Exact
            ? integrate(
                new TrainingOptions
                {
                    Epochs = epochs,
                    StepSize = stepSize,
                    LossScale = lossScale,
                    Momentum = momentum,
                    Nesterov = nesterov,
                    WeightDecay = weightDecay,
                },
                null)
            : throw new NotSupportedException(
                $"Reduction.{reduction} is of plain descent; the task descends with {(momentum > 0 ? "momentum" : "weight decay")}.");
    }
}
