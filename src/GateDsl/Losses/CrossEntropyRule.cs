namespace GateDsl;

/// <summary>log sum exp(yhat) - y.yhat, the targets of a datapoint summing to 1 (one-hot labels).</summary>
internal sealed class CrossEntropyRule : LossRule
{
    public override string Name => "cross_entropy";

    public override string Words => " by cross-entropy";

    public override bool HasLabels => true;

    public override double AtZero(int units) => Math.Log(units);

    public override double Residual(ReadOnlySpan<double> target, ReadOnlySpan<double> prediction, Span<double> e)
    {
        // Relative to the largest logit: the sum lies between 1 and the number of units.
        double largest = double.NegativeInfinity;
        foreach (double logit in prediction)
        {
            largest = Math.Max(largest, logit);
        }

        double sum = 0;
        double aligned = 0;
        for (int i = 0; i < e.Length; i++)
        {
            e[i] = Math.Exp(prediction[i] - largest);
            sum += e[i];
            aligned += target[i] == 0 ? 0 : target[i] * (prediction[i] - largest);
        }

        for (int i = 0; i < e.Length; i++)
        {
            e[i] = target[i] - (e[i] / sum);
        }

        return Math.Log(sum) - aligned;
    }
}
