namespace GateDsl.Tests.Kernels;

/// <summary>Losses other than the squared error where exponentials would overflow, vanish or lose their digits.</summary>
public sealed class LossKernelTests
{
    /// <summary>log(exp(0) + exp(d)) - d and its derivative have known values at any d.</summary>
    [Theory]
    [InlineData(0, 0.6931471805599453, 0.5)]
    [InlineData(23, 1.0261879631175359e-10, 1.0261879630648829e-10)]
    [InlineData(40, 4.248354255291589e-18, 4.248354255291589e-18)]
    [InlineData(-40, 40, 1)]
    [InlineData(700, 9.8596765437597708e-305, 9.8596765437597708e-305)]
    [InlineData(-1e300, 1e300, 1)]
    [InlineData(1e300, 0, 0)]
    public void CrossEntropyKeepsItsDigits(double difference, double loss, double error)
    {
        double[] e = new double[2];
        double[] logits = [1.5, difference + 1.5];
        if (Math.Abs(difference) < 1e300)
        {
            logits = [0, difference];
        }

        double found = CrossEntropyKernel.Errors<double>([1], logits, e, [0], 2);

        Assert.Equal(loss, found, 1e-15 * Math.Max(loss, 1e-290));
        Assert.Equal(error, e[1], 1e-14 * error);
        Assert.Equal(-error, e[0], 1e-14 * error);
    }

    [Theory]
    [InlineData(0, 0.3, 0.6931471805599453, -0.2)]
    [InlineData(23, 1, 1.0261879631175359e-10, 1.0261879630648829e-10)]
    [InlineData(40, 1, 4.248354255291589e-18, 4.248354255291589e-18)]
    [InlineData(-40, 0, 4.248354255291589e-18, -4.248354255291589e-18)]
    [InlineData(-40, 1, 40, 1)]
    [InlineData(1e300, 0, 1e300, -1)]
    [InlineData(-1e300, 1, 1e300, 1)]
    [InlineData(1e300, 1, 0, 0)]
    [InlineData(1e300, 0.25, 7.5e299, -0.75)]
    public void TheLogisticLossKeepsItsDigits(double logit, double target, double loss, double error)
    {
        double[] e = new double[1];

        double found = LogisticKernel.Errors<double>([target], [logit], e, [0], 1);

        Assert.Equal(loss, found, 1e-15 * Math.Max(loss, 1e-290));
        Assert.Equal(error, e[0], 1e-14 * Math.Abs(error));
    }

    [Fact]
    public void SinglePrecisionDoesNotOverflowEither()
    {
        float[] e = new float[3];

        Assert.Equal(6e38, CrossEntropyKernel.Errors<float>([0], [-3e38f, 3e38f, 0], e, [0], 3), 1e32);
        Assert.Equal([1, -1, 0], e);
        Assert.Equal(3e38, LogisticKernel.Errors<float>([0, 1, 0], [3e38f, 3e38f, -3e38f], e, [0], 3), 1e32);
        Assert.Equal([-1, 0, 0], e);
    }

    /// <summary>Rows that are off are neither read nor written.</summary>
    [Fact]
    public void OnlyRowsThatAreOnCount()
    {
        double[] e = [7, 7, 7, 7];

        Assert.Equal(Math.Log(2), CrossEntropyKernel.Errors<double>([-5, 0], [double.NaN, double.NaN, 3, 3], e, [1], 2), 1e-15);
        Assert.Equal([7, 7, 0.5, -0.5], e);
        Assert.True(double.IsNaN(CrossEntropyKernel.Errors<double>([0], [0, double.NaN], e, [0], 2)));
    }

    /// <summary>Several rows of several units, of which some are on, against sums over the definitions.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public void LossesAreSumsOverRows(int units)
    {
        const int Count = 6;
        int[] rows = [1, 2, 5];
        Random random = new(units);
        double[] logits = [.. Enumerable.Range(0, Count * units).Select(_ => (6 * random.NextDouble()) - 3)], y = [.. logits.Select(_ => random.NextDouble())];
        int[] labels = [.. Enumerable.Range(0, Count).Select(_ => random.Next(units))];
        double[] crossed = [.. logits.Select(_ => 7.0)], logistic = [.. crossed];
        double entropy = 0, sum = 0;
        double foundEntropy = CrossEntropyKernel.Errors<double>(labels, logits, crossed, rows, units);
        double foundSum = LogisticKernel.Errors<double>(y, logits, logistic, rows, units);
        for (int n = 0; n < Count; n++)
        {
            double total = Enumerable.Range(0, units).Sum(i => Math.Exp(logits[(n * units) + i]));
            bool isOn = rows.Contains(n);
            entropy += isOn ? Math.Log(total) - logits[(n * units) + labels[n]] : 0;
            for (int i = 0; i < units; i++)
            {
                double z = logits[(n * units) + i], target = y[(n * units) + i];
                sum += isOn ? Math.Log(1 + Math.Exp(z)) - (target * z) : 0;
                Assert.Equal(isOn ? (i == labels[n] ? 1 : 0) - (Math.Exp(z) / total) : 7, crossed[(n * units) + i], 1e-14);
                Assert.Equal(isOn ? target - (1 / (1 + Math.Exp(-z))) : 7, logistic[(n * units) + i], 1e-14);
            }
        }

        Assert.Equal(entropy, foundEntropy, 1e-12);
        Assert.Equal(sum, foundSum, 1e-12);
    }
}
