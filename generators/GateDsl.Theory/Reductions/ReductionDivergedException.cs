namespace GateDsl.Theory.Reductions;

/// <summary>A reduction left the range of doubles, as training with the same step would.</summary>
internal sealed class ReductionDivergedException : ArithmeticException
{
    public ReductionDivergedException(int epoch)
        : base($"The reduction diverged before epoch {epoch}: the step size is beyond the stable bound.") => Epoch = epoch;

    /// <summary>The first epoch whose loss is not finite.</summary>
    public int Epoch { get; }
}
