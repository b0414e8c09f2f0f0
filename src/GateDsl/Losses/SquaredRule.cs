namespace GateDsl;

/// <summary>1/2 |y - yhat|^2.</summary>
internal sealed class SquaredRule : LossRule
{
    public override string Name => "squared";

    public override string Words => "";

    public override bool AllowsRotation => true;

    public override double AtZero(int units) => throw new InvalidOperationException("It depends on the targets.");

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
