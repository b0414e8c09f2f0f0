namespace GateDsl;

/// <summary>
/// What an output is trained by: L is summed over the datapoints at which the output is on, and e = -dL/dyhat is the error that is carried back
/// (mathematics, losses).
/// </summary>
public enum OutputLoss
{
    /// <summary>L = 1/2 |y - yhat|^2, e = y - yhat. Targets are any finite numbers.</summary>
    Squared,

    /// <summary>
    /// L = log(sum of exp(yhat)) - yhat_c over the units of the layer, e = onehot(c) - softmax(yhat). Targets are labels c from 0 to units - 1; predictions
    /// are the logits yhat.
    /// </summary>
    CrossEntropy,

    /// <summary>
    /// L = sum over units of log(1 + exp(yhat)) - y yhat, e = y - 1 / (1 + exp(-yhat)). Targets are from 0 to 1; predictions are the logits yhat.
    /// </summary>
    Logistic,
}
