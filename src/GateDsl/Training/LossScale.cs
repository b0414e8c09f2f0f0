namespace GateDsl;

/// <summary>The two scales of the loss. The step size belongs to the scale: the same descent has N times the step on the Mean scale.</summary>
public enum LossScale
{
    /// <summary>L = 1/2 sum over datapoints of |y - yhat|^2 (P1's experiments).</summary>
    Sum,

    /// <summary>L = 1/(2N) sum over the N datapoints of |y - yhat|^2.</summary>
    Mean,
}
