using System.Globalization;

namespace GateDsl;

/// <summary>
/// The loss of a training stopped being a number, or grew beyond a bound, or the step threw all units of a layer to where none is on: the step size
/// is too large.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>A training that diverged.</summary>
    /// <param name="epoch">The epoch before whose update the loss was found diverged.</param>
    /// <param name="loss">That loss.</param>
    /// <param name="stepSize">The step size of the training.</param>
    /// <param name="stableStepSize">
    /// The largest stable step size on the same scale of the loss; NaN: not known. One that is not below the step size was computed where its
    /// assumption, small initial weights, does not hold, and is not known either.
    /// </param>
    public TrainingDivergedException(int epoch, double loss, double stepSize, double stableStepSize)
        : this(string.Create(CultureInfo.InvariantCulture, $"The training diverged: before the update of epoch {epoch} the loss was {loss:G6}"),
            epoch, loss, stepSize, stableStepSize)
    {
    }

    /// <summary>A training that failed for its step size in another way.</summary>
    /// <param name="what">What was seen, without a full stop.</param>
    /// <param name="epoch">The epoch before whose update it was seen.</param>
    /// <param name="loss">The loss there.</param>
    /// <param name="stepSize">The step size of the training.</param>
    /// <param name="stableStepSize">As for the other constructor.</param>
    /// <param name="weights">What the network's weights are now, as a sentence behind a space.</param>
    internal TrainingDivergedException(string what, int epoch, double loss, double stepSize, double stableStepSize, string weights = "")
        : base(Describe(what, stepSize, stableStepSize) + weights)
    {
        Epoch = epoch;
        Loss = loss;
        StepSize = stepSize;
        StableStepSize = stableStepSize < stepSize ? stableStepSize : double.NaN;
    }

    private TrainingDivergedException(string message, double loss, double stepSize)
        : base(message) => (Loss, StepSize, StableStepSize) = (loss, stepSize, double.NaN);

    /// <summary>No step was made yet, so none is to blame: what the training starts from is.</summary>
    /// <param name="loss">The loss before the first update.</param>
    /// <param name="stepSize">The step size of the training.</param>
    /// <param name="weights">What the network's weights are now, as a sentence behind a space.</param>
    internal static TrainingDivergedException AtTheStart(double loss, double stepSize, string weights) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The training diverged: before the update of epoch 0 the loss was {loss:G6}, which no step size mends. Take smaller initial weights or data, or double precision.")
        + weights, loss, stepSize);

    /// <summary>The epoch before whose update the loss was found diverged.</summary>
    public int Epoch { get; }

    /// <summary>The loss before the update of <see cref="Epoch"/>.</summary>
    public double Loss { get; }

    /// <summary>The step size of the training.</summary>
    public double StepSize { get; }

    /// <summary>The largest stable step size on the scale of the training's loss; NaN: not known.</summary>
    public double StableStepSize { get; }

    private static string Describe(string what, double stepSize, double stableStepSize) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} at step size {stepSize:G6}. ")
        + (stableStepSize < stepSize
            ? string.Create(CultureInfo.InvariantCulture, $"Steps are stable below {stableStepSize:G6}.")
            : double.IsFinite(stableStepSize)
                ? string.Create(CultureInfo.InvariantCulture,
                    $"Take a smaller step size: {stableStepSize:G6}, the bound for small initial weights, does not hold for these.")
                : "Take a smaller step size.");
}
