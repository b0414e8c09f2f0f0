namespace GateDsl;

/// <summary>What an output loses at one datapoint, and e = -dL/dyhat, which drives everything (mathematics.md, Training as the field trains).</summary>
internal abstract class OutputRule
{
    /// <summary>1/2 |y - yhat|^2.</summary>
    public static readonly OutputRule Squared = new SquaredRule();

    /// <summary>log sum exp(yhat) - y.yhat, the targets of a datapoint summing to 1 (one-hot labels).</summary>
    public static readonly OutputRule CrossEntropy = new CrossEntropyRule();

    /// <summary>sum log(1 + exp(yhat)) - y yhat, every target in [0, 1].</summary>
    public static readonly OutputRule Logistic = new LogisticRule();

    /// <summary>Whether an orthogonal change of basis of targets and predictions leaves the loss as it is.</summary>
    public virtual bool AllowsRotation => false;

    /// <summary>Writes e and returns the loss of the datapoint.</summary>
    public abstract double Residual(ReadOnlySpan<double> target, ReadOnlySpan<double> prediction, Span<double> e);

    private sealed class SquaredRule : OutputRule
    {
        public override bool AllowsRotation => true;

        public override double Residual(ReadOnlySpan<double> target, ReadOnlySpan<double> prediction, Span<double> e)
        {
            double squares = 0;
            for (int i = 0; i < e.Length; i++)
            {
                double difference = target[i] - prediction[i];
                e[i] = difference;
                squares += difference * difference;
            }

            return squares / 2;
        }
    }

    private sealed class CrossEntropyRule : OutputRule
    {
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

    private sealed class LogisticRule : OutputRule
    {
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
}
