using System.Globalization;

namespace GateDsl;

/// <summary>The loss of a training stopped being a number, or grew beyond a bound: the step size is too large.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>A training that diverged.</summary>
    /// <param name="epoch">The epoch before whose update the loss was found diverged.</param>
    /// <param name="loss">That loss.</param>
    /// <param name="stepSize">The step size of the training.</param>
    /// <param name="stableStepSize">The largest stable step size on the same scale of the loss; NaN: not known.</param>
    public TrainingDivergedException(int epoch, double loss, double stepSize, double stableStepSize)
        : base(Describe(epoch, loss, stepSize, stableStepSize))
    {
        Epoch = epoch;
        Loss = loss;
        StepSize = stepSize;
        StableStepSize = stableStepSize;
    }

    /// <summary>The epoch before whose update the loss was found diverged.</summary>
    public int Epoch { get; }

    /// <summary>The loss before the update of <see cref="Epoch"/>.</summary>
    public double Loss { get; }

    /// <summary>The step size of the training.</summary>
    public double StepSize { get; }

    /// <summary>The largest stable step size on the scale of the training's loss; NaN: not known.</summary>
    public double StableStepSize { get; }

    private static string Describe(int epoch, double loss, double stepSize, double stableStepSize) => string.Create(
        CultureInfo.InvariantCulture,
        $"The training diverged: before the update of epoch {epoch} the loss was {loss:G6} at step size {stepSize:G6}. ")
        + (!double.IsFinite(stableStepSize)
            ? "Take a smaller step size."
            : string.Create(CultureInfo.InvariantCulture, $"Steps are stable below {stableStepSize:G6}."));
}
