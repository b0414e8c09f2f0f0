namespace GateDsl.Numerics.Tests.Racing;

/// <summary>The loss on data that are not trained on, in expectation over Gaussian starts, against the mean of trained networks.</summary>
public sealed partial class ExpectedTestLossTests
{
    private const double Sigma = 0.02;
    private const int Seeds = 600;

    /// <summary>Fewer datapoints than inputs: half of every test input lies where nothing is learned, and only the last term of the formula knows.</summary>
    [Fact]
    public void ItIsWithinTwoStandardErrorsOfTheMeanOfSixHundredSeeds()
    {
        Random random = new(7);
        OneDensePathway.Dataset data = OneDensePathway.Dataset.Create(Draw(random, 6 * 12), Draw(random, 6 * 3));
        OneDensePathway.Dataset test = OneDensePathway.Dataset.Create(Draw(random, 20 * 12), Draw(random, 20 * 3));
        TrainingOptions options = new() { Epochs = 271, StepSize = 2e-3, RecordEvery = 30 };
        double[] predicted = OneDensePathway.Race.Expect(data, Sigma).Integrate(options, test).TestLoss!;
        double[][] trained = [.. Enumerable.Range(1, Seeds).Select(seed =>
            new OneDensePathway(Gaussian.WithSigma(Sigma), (ulong)seed).Train(data, options, test).TestLoss!)];

        Assert.Equal(10, predicted.Length);
        for (int i = 0; i < predicted.Length; i++)
        {
            double mean = trained.Average(losses => losses[i]);
            double error = Math.Sqrt(trained.Average(losses => (losses[i] - mean) * (losses[i] - mean)) / (Seeds - 1));
            Assert.True(Math.Abs(predicted[i] - mean) <= 2 * error, $"epoch {options.RecordEvery * i}: predicted {predicted[i]:R}, trained {mean:R} +- {error:R}");
        }
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];

    [GatedNetwork(Precision = Precision.Double)]
    public sealed partial class OneDensePathway
    {
        [Input(12)] public partial Layer X { get; }

        [Hidden(1000), From(nameof(X))] public partial Layer Units { get; }

        [Output(3), From(nameof(Units))] public partial Layer Y { get; }
    }
}
