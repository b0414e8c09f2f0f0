namespace GateDsl.Numerics.Tests.Training;

/// <summary>Snapshots against what predictions, activations and differences of predictions say.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void TheyAreTakenBeforeTheUpdateAndAfterTheLast()
    {
        Trainee.Dataset data = TrainingData.Of(7, 1);
        TrainingOptions options = new() { Epochs = 4, StepSize = 0.05, SnapshotEpochs = [4, 0, 2] };
        Trainee network = new(Gaussian.WithSigma(0.3), 3);
        TrainingLog log = network.Train(data, options);

        Assert.Equal([0, 2, 4], log.Snapshots.Select(snapshot => snapshot.Epoch));
        double[] predictions = new double[35];
        network.Predict(data, predictions);
        AssertClose(predictions, log.Snapshots[2].Predictions["Properties"]);
        Trainee shorter = new(Gaussian.WithSigma(0.3), 3);
        shorter.Train(data, options with { Epochs = 2, SnapshotEpochs = [] });
        shorter.Predict(data, predictions);
        AssertClose(predictions, log.Snapshots[1].Predictions["Properties"]);
    }

    /// <summary>A snapshot takes gradients of its own on the way; steps and velocities of the training stay what they are.</summary>
    [Theory]
    [InlineData(0, false, 0, 0)]
    [InlineData(0.8, false, 0, 0)]
    [InlineData(0.8, false, 1e-3, 2)]
    [InlineData(0.8, true, 1e-3, 2)]
    public void TheyChangeNothingInTheTraining(double momentum, bool isNesterov, double decay, int batchSize)
    {
        Trainee.Dataset data = TrainingData.Of(7, 1);
        TrainingOptions options = new()
        {
            Epochs = 9,
            StepSize = 0.02,
            Momentum = momentum,
            Nesterov = isNesterov,
            WeightDecay = decay,
            BatchSize = batchSize,
            Method = TrainingMethod.Batch,
        };
        TrainingLog without = new Trainee(Gaussian.WithSigma(0.3), 3).Train(data, options);
        TrainingLog with = new Trainee(Gaussian.WithSigma(0.3), 3).Train(data, options with { SnapshotEpochs = [0, 3, 4, 9] });

        Assert.Equal(without.Loss, with.Loss);
    }

    [Fact]
    public void KernelsAreSumsOverUnitsAndOverWeights()
    {
        Deep.Dataset data = TrainingData.OfDeep(6, 1);
        Deep network = new(Gaussian.WithSigma(0.7), 3);
        Dictionary<string, double> factors = new() { ["LowToHigh"] = 0.5, ["StimulusToAnswer"] = 0 };
        double[,] tangent = TangentByDifferences(network, data, 6, factors);
        Snapshot snapshot = network.Train(data, new TrainingOptions { Epochs = 0, StepSize = 1, SnapshotEpochs = [0], StepFactors = factors }).Snapshots[0];

        Assert.Equal(["Low", "High"], snapshot.HiddenKernels.Keys);
        double[,] low = network.Activations(data, "Low");
        double[,] high = network.Activations(data, "High");
        for (int n = 0; n < 6; n++)
        {
            for (int m = 0; m < 6; m++)
            {
                double ofLow = Enumerable.Range(0, 6).Sum(unit => low[unit, n] * low[unit, m]);
                double ofHigh = Enumerable.Range(0, 8).Sum(unit => high[unit, n] * high[unit, m]);
                Assert.Equal(ofLow, snapshot.HiddenKernels["Low"][n, m], 1e-12);
                Assert.Equal(ofHigh, snapshot.HiddenKernels["High"][n, m], 1e-12);
                Assert.Equal(ofLow + ofHigh, snapshot.HiddenKernel[n, m], 1e-12);
                Assert.Equal(tangent[n, m], snapshot.TangentKernel[n, m], 2e-3 * Math.Abs(tangent[n, n]) + 1e-3);
            }
        }
    }

    [Fact]
    public void ATwinHasItsOwnLayersAndGates()
    {
        Trainee.Dataset data = TrainingData.Of(5, 1);
        Trainee.ReluTwin twin = new(Gaussian.WithSigma(0.5), 3);
        Snapshot snapshot = twin.Train(data, new TrainingOptions { Epochs = 1, StepSize = 1e-3, SnapshotEpochs = [0] }).Snapshots[0];
        twin = new(Gaussian.WithSigma(0.5), 3);
        double[,] h = twin.Activations(data, "Hidden1");

        Assert.Equal(["Hidden1"], snapshot.HiddenKernels.Keys);
        double[,] tangent = TangentOfTwin(twin, data, h);
        for (int n = 0; n < 5; n++)
        {
            for (int m = 0; m < 5; m++)
            {
                Assert.Equal(tangent[n, m], snapshot.TangentKernel[n, m], 1e-12 * (1 + Math.Abs(tangent[n, m])));
            }
        }
    }

    [Fact]
    public void AnEpochThatIsNotReachedIsRefused()
    {
        Trainee network = new(Gaussian.WithSigma(0.3), 3);
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => network.Train(TrainingData.Of(5, 1), new TrainingOptions { Epochs = 4, StepSize = 1, SnapshotEpochs = [5] }));

        Assert.Equal("SnapshotEpochs", refused.ParamName);
    }

    [Fact]
    public void MoreThanTheMemoryIsRefusedBeforeItIsTaken()
    {
        Trainee network = new(Gaussian.WithSigma(0.3), 3);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => network.Train(
            TrainingData.Of(200_000, 1), new TrainingOptions { Epochs = 4, StepSize = 1e-9, SnapshotEpochs = [0, 1, 2, 3] }));

        Assert.Equal("SnapshotEpochs", refused.ParamName);
        Assert.Contains("4 snapshots of 200000 datapoints take 5,120,", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>One hidden layer of rectified units over one-hot inputs: sum over a and edges of the products of derivatives.</summary>
    private static double[,] TangentOfTwin(Trainee.ReluTwin twin, Trainee.Dataset data, double[,] h)
    {
        // Equal inputs: how many of the two indices two datapoints share.
        Random random = new(1);
        int[] items = [.. Enumerable.Range(0, 5).Select(_ => random.Next(4))];
        int[] contexts = [.. Enumerable.Range(0, 5).Select(_ => random.Next(3))];
        double[,] kernel = new double[5, 5];
        for (int n = 0; n < 5; n++)
        {
            for (int m = 0; m < 5; m++)
            {
                int shared = (items[n] == items[m] ? 1 : 0) + (contexts[n] == contexts[m] ? 1 : 0);
                for (int unit = 0; unit < 9; unit++)
                {
                    double squares = Enumerable.Range(0, 5).Sum(a => twin.Hidden1ToProperties[a, unit] * twin.Hidden1ToProperties[a, unit]);
                    bool isOn = h[unit, n] > 0 && h[unit, m] > 0;
                    kernel[n, m] += (5 * h[unit, n] * h[unit, m]) + (isOn ? shared * squares : 0);
                }
            }
        }

        return kernel;
    }

    /// <summary>Predictions are linear in each weight of a network without self-gated layers, so that a difference is the derivative up to rounding.</summary>
    private static double[,] TangentByDifferences(Deep network, Deep.Dataset data, int count, Dictionary<string, double> factors)
    {
        double[,] kernel = new double[count, count];
        float[] before = new float[2 * count];
        float[] after = new float[2 * count];
        network.Predict(data, before);
        foreach (EdgeWeights<float> edge in network.Weights)
        {
            double factor = factors.GetValueOrDefault(edge.Name.Split('[')[0], 1);
            for (int i = 0; i < edge.Targets; i++)
            {
                for (int j = 0; j < edge.Sources; j++)
                {
                    float kept = edge.Values[i, j];
                    edge.Values[i, j] = kept + 1;
                    network.Predict(data, after);
                    edge.Values[i, j] = kept;
                    for (int n = 0; n < count; n++)
                    {
                        for (int m = 0; m < count; m++)
                        {
                            for (int a = 0; a < 2; a++)
                            {
                                kernel[n, m] += factor * (after[(2 * n) + a] - before[(2 * n) + a]) * (after[(2 * m) + a] - before[(2 * m) + a]);
                            }
                        }
                    }
                }
            }
        }

        return kernel;
    }

    private static void AssertClose(double[] expected, double[,] actual)
    {
        int columns = actual.GetLength(1);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i / columns, i % columns], 1e-12);
        }
    }
}
