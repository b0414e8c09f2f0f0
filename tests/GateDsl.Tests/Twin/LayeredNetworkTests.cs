namespace GateDsl.Tests.Twin;

public sealed class LayeredNetworkTests
{
    private const int Count = 7;

    public static TheoryData<string> Trainings =>
        ["plain", "deep", "leaky", "linear below", "biased", "momentum", "nesterov", "decay", "batches", "mean", "factors", "cross-entropy",
            "logistic", "gated", "everything"];

    [Theory]
    [MemberData(nameof(Trainings))]
    public void LossesAndWeightsFollowPlainLoops(string what)
    {
        bool all = what == "everything";
        int[] widths = what is "deep" || all ? [5, 4, 6] : [6, 5];
        int[] units = [4, .. widths, 5];
        Random random = new(5);
        double[][] inputs = [.. Enumerable.Range(0, Count).Select(_ => Draw(random, 4))];
        double[] targets = Draw(random, Count * 3);
        bool[]? active = what is "gated" || all ? [true, false, true, true, false, true, true] : null;
        double[] second = [.. Enumerable.Range(0, Count).SelectMany(n => what switch
        {
            "logistic" => new[] { n / 7.0, 1 - (n / 7.0) },
            _ => new[] { n % 2, 1.0 - (n % 2) },
        })];
        LossRule rule = what == "logistic" ? LossRule.Logistic : what == "cross-entropy" || all ? LossRule.CrossEntropy : LossRule.Squared;
        double[][] weights = [.. Enumerable.Range(0, widths.Length + 1).Select(e => Draw(random, units[e + 1] * units[e]))];
        double[][]? biases = what is "biased" || all ? [.. units.Skip(1).Select(count => Draw(random, count))] : null;
        double[]? weightFactors = what is "factors" || all ? [.. Enumerable.Range(0, weights.Length).Select(e => e == 1 ? 0 : 0.5 + e)] : null;
        double[]? biasFactors = what is "factors" || all ? [.. Enumerable.Range(0, weights.Length).Select(e => 2.0 - (e * 0.5))] : null;
        double slope = what is "leaky" || all ? 0.2 : 0;
        int linear = what is "linear below" || all ? 1 : 0;
        bool isMean = what is "mean" || all;
        int batch = what is "batches" || all ? 3 : 0;
        PlainTraining plain = new()
        {
            Units = units,
            Inputs = inputs,
            Weights = [.. weights.Select((w, e) => Grid(w, units[e + 1], units[e]))],
            Biases = biases?.Select(b => (double[])b.Clone()).ToArray(),
            Slope = slope,
            LinearLayers = linear,
            Momentum = what is "momentum" or "nesterov" || all ? 0.9 : 0,
            Nesterov = what is "nesterov" || all,
            Decay = what is "decay" || all ? 0.01 : 0,
            WeightFactors = weightFactors,
            BiasFactors = biasFactors,
            Loss = (n, yhat) => Loss(yhat, targets.AsSpan(n * 3, 3), active?[n] ?? true, second.AsSpan(n * 2, 2), rule),
        };
        const int Epochs = 60;
        const double Step = 0.02;
        int[] Order(int epoch) => [.. Enumerable.Range(0, Count).Select(i => (i * 3 + epoch) % Count)];
        double[] expected = plain.Train(Epochs, Step, batch == 0 ? Count : batch, Order, isMean);

        TwinTask task = new(Count, 4, [.. inputs.SelectMany(x => x)], [new("a", 3, targets, active, LossRule.Squared), new("b", 2, second, null, rule)]);
        LayeredNetwork network = new(task, widths, weights, biases, new TwinShape(widths, []) { Slope = slope, LinearLayers = linear }.Slopes());
        double[] actual = NetworkDescent.Run(network, task, new TwinDescent
        {
            Epochs = Epochs,
            StepSize = Step,
            LossScale = isMean ? LossScale.Mean : LossScale.Sum,
            Momentum = plain.Momentum,
            Nesterov = plain.Nesterov,
            WeightDecay = plain.Decay,
            WeightFactors = weightFactors,
            BiasFactors = biasFactors,
            BatchSize = batch,
            Order = Order,
        });

        Assert.True(expected[^1] < 0.9 * expected[0], "The example learns nothing.");
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Assert.Equal(expected[epoch], actual[epoch], 1e-11 * expected[0]);
        }

        for (int e = 0; e < weights.Length; e++)
        {
            Assert.All(plain.Weights[e].Cast<double>().Zip(network.Weights[e]), pair => Assert.Equal(pair.First, pair.Second, 1e-11));
        }
    }

    [Fact]
    public void LossesOfExtremePredictionsNeitherOverflowNorLoseTheGradient()
    {
        double[] e = new double[2];
        Assert.Equal(2e300, LossRule.CrossEntropy.Residual([1, 0], [-1e300, 1e300], e), 1e285);
        Assert.Equal([1, -1], e);
        Assert.Equal(0, LossRule.CrossEntropy.Residual([1, 0], [1e300, -1e300], e));
        Assert.Equal([0, 0], e);
        Assert.Equal(1.5e300, LossRule.Logistic.Residual([0.25, 0.25], [1e300, -1e300 * 3], e), 1e285);
        Assert.Equal([-0.75, 0.25], e);
    }

    [Fact]
    public void ATrainingThatDivergesSaysWhen()
    {
        TwinTask task = new(1, 1, [1], [new("y", 1, [1], null, LossRule.Squared)]);
        LayeredNetwork network = new(task, [1], [[1.0], [2.0]], null, slopes: [1]);
        TrainingDivergedException diverged =
            Assert.Throws<TrainingDivergedException>(() => NetworkDescent.Run(network, task, new TwinDescent { Epochs = 100, StepSize = 10 }));
        Assert.InRange(diverged.Epoch, 1, 20);
    }

    // Written out once more, with the gradient of L and not its negative.
    private static (double[] Gradient, double Loss) Loss(double[] yhat, Span<double> y, bool isOn, Span<double> second, LossRule rule)
    {
        double[] gradient = new double[5];
        double loss = 0;
        for (int i = 0; i < 3 && isOn; i++)
        {
            gradient[i] = yhat[i] - y[i];
            loss += gradient[i] * gradient[i] / 2;
        }

        double sum = Math.Exp(yhat[3]) + Math.Exp(yhat[4]);
        for (int i = 0; i < 2; i++)
        {
            double z = yhat[3 + i];
            if (rule == LossRule.Squared)
            {
                gradient[3 + i] = z - second[i];
                loss += gradient[3 + i] * gradient[3 + i] / 2;
            }
            else if (rule == LossRule.Logistic)
            {
                gradient[3 + i] = (1 / (1 + Math.Exp(-z))) - second[i];
                loss += Math.Log(1 + Math.Exp(z)) - (second[i] * z);
            }
            else
            {
                gradient[3 + i] = (Math.Exp(z) / sum) - second[i];
                loss += second[i] * (Math.Log(sum) - z);
            }
        }

        return (gradient, loss);
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 1.6) - 0.8)];

    private static double[,] Grid(double[] values, int rows, int columns)
    {
        double[,] grid = new double[rows, columns];
        Buffer.BlockCopy(values, 0, grid, 0, values.Length * sizeof(double));
        return grid;
    }
}
