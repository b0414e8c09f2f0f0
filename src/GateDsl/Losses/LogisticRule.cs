namespace GateDsl;

/// <summary>sum log(1 + exp(yhat)) - y yhat, every target in [0, 1].</summary>
internal sealed class LogisticRule : LossRule
{
    public override string Name => "logistic";

    public override string Words => " by the logistic loss";

    public override double AtZero(int units) => units * Math.Log(2);

    public override double Residual(ReadOnlySpan<double> target, ReadOnlySpan<double> prediction, Span<double> e)
    {
        double loss = 0;
        for (int i = 0; i < e.Length; i++)
        {
            double logit = prediction[i];
            double small = Math.Exp(-Math.Abs(logit));
            e[i] = target[i] - ((logit >= 0 ? 1 : small) / (1 + small));

            // log(1 + exp(z)) - y z = log(1 + exp(-|z|)) + (1 - y) z for z > 0, - y z for z < 0: no difference of large numbers.
            loss += Math.Log(1 + small) + (logit >= 0 ? (1 - target[i]) * logit : -target[i] * logit);
        }

        return loss;
    }
}
