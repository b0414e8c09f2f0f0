namespace GateDsl;

/// <summary>
/// A loss by its formula: what an output loses at one datapoint, and e = -dL/dyhat, which drives everything (mathematics.md, Training as the field trains).
/// Predictions take it as it stands here; training sums it over rows, by the kernel of the same name.
/// </summary>
internal abstract class LossRule
{
    public static readonly LossRule Squared = new SquaredRule();

    public static readonly LossRule CrossEntropy = new CrossEntropyRule();

    public static readonly LossRule Logistic = new LogisticRule();

    /// <summary>As other languages call it.</summary>
    public abstract string Name { get; }

    /// <summary>How an output is trained, behind what it is; empty: by squared errors, which are not said.</summary>
    public abstract string Words { get; }

    /// <summary>Targets are labels; else rows of numbers.</summary>
    public virtual bool HasLabels => false;

    /// <summary>Whether an orthogonal change of basis of targets and predictions leaves the loss as it is.</summary>
    public virtual bool AllowsRotation => false;

    /// <summary>The rule of a loss.</summary>
    public static LossRule Of(OutputLoss loss) => loss switch
    {
        OutputLoss.Squared => Squared,
        OutputLoss.CrossEntropy => CrossEntropy,
        OutputLoss.Logistic => Logistic,
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "This is no loss."),
    };

    /// <summary>The loss of a datapoint at which all predictions are 0, whatever its targets.</summary>
    /// <exception cref="InvalidOperationException">It depends on the targets.</exception>
    public abstract double AtZero(int units);

    /// <summary>Writes e and returns the loss of the datapoint.</summary>
    public abstract double Residual(ReadOnlySpan<double> target, ReadOnlySpan<double> prediction, Span<double> e);
}
