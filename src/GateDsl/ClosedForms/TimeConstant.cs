namespace GateDsl;

/// <summary>The clock of the theory: tau in epochs of full-batch gradient descent (theory of averaged statistics).</summary>
public static class TimeConstant
{
    /// <summary>
    /// tau = 1/(N eta) epochs on the <see cref="LossScale.Sum"/> scale, 1/eta on the <see cref="LossScale.Mean"/> scale: one epoch advances
    /// time by 1/tau.
    /// </summary>
    /// <param name="datapoints">Number of datapoints N, at least 1.</param>
    /// <param name="stepSize">Step size eta, positive and finite.</param>
    /// <param name="lossScale">The scale of the loss whose gradient is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double InEpochs(int datapoints, double stepSize, LossScale lossScale = LossScale.Sum)
    {
        if (datapoints < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(datapoints), datapoints, "Training needs at least one datapoint.");
        }

        Positive.Require(stepSize, nameof(stepSize));
        return lossScale switch
        {
            LossScale.Sum => 1 / (datapoints * stepSize),
            LossScale.Mean => 1 / stepSize,
            _ => throw new ArgumentOutOfRangeException(nameof(lossScale), lossScale, "The loss scale is Sum or Mean."),
        };
    }
}
