using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>Batches, momentum and decay predicted before any weight is drawn, against the mean of trainings.</summary>
public sealed class OptionsPredictionTests
{
    private const double Sigma = 7.1e-6;

    private static readonly ThreeContexts.Dataset Data = ThreeContexts.Experiment.CreateData();

    private static readonly TrainingOptions Options = new()
    {
        Epochs = 4000,
        StepSize = 2e-4,
        BatchSize = 8,
        ShuffleSeed = 11,
        Momentum = 0.9,
        WeightDecay = 1e-4,
        RecordEvery = 10,
    };

    [Fact]
    public void TheExpectationFollowsTheMeanOfTwentySeeds()
    {
        double[] mean = Mean([.. ThreeContexts.TrainMany(Data, Gaussian.WithSigma(Sigma), Seeds(20), Options).Select(trained => trained.Log.Loss)]);
        double[] predicted = ThreeContexts.Race.Expect(Data, Sigma).Integrate(Options).Loss;
        Assert.True(mean[^1] < 0.05 * mean[0], $"{mean[^1]} of {mean[0]} is left: nothing was learned");
        Assert.InRange(Agreement.Between(mean, predicted).Rms, 0, 0.01);
    }

    [Fact]
    public void RepresentativeUnitsFollowTheMeanOfThreeTwins()
    {
        double[] mean = Mean([.. ThreeContexts.ReluTwin.TrainMany(Data, Gaussian.WithSigma(Sigma), Seeds(3), Options).Select(trained => trained.Log.Loss)]);
        double[] predicted = ThreeContexts.Race.ForTwin(Data, Sigma).Integrate(Options).Loss;
        Assert.True(mean[^1] < 0.05 * mean[0], $"{mean[^1]} of {mean[0]} is left: nothing was learned");
        Assert.InRange(Agreement.Between(mean, predicted).Rms, 0, 0.006);
    }

    /// <summary>With a bias in every layer, of the network and of a leaky twin.</summary>
    [Fact]
    public void BiasesAndLeakyUnitsAreFollowedToo()
    {
        BiasedContexts.Dataset data = BiasedContexts.Experiment.CreateData();
        double[] network = Mean([.. BiasedContexts.TrainMany(data, Gaussian.WithSigma(Sigma), Seeds(8), Options).Select(trained => trained.Log.Loss)]);
        double[] twin = Mean([.. BiasedContexts.ReluTwin.TrainMany(data, Gaussian.WithSigma(Sigma), Seeds(3), Options).Select(trained => trained.Log.Loss)]);
        Assert.True(network[^1] < 0.05 * network[0] && twin[^1] < 0.05 * twin[0], $"{network[^1]} and {twin[^1]} are left: nothing was learned");
        Assert.InRange(Agreement.Between(network, BiasedContexts.Race.Expect(data, Sigma).Integrate(Options).Loss).Rms, 0, 0.01);
        Assert.InRange(Agreement.Between(twin, BiasedContexts.Race.ForTwin(data, Sigma).Integrate(Options).Loss).Rms, 0, 0.006);
    }

    private static ulong[] Seeds(int count) => [.. Enumerable.Range(1, count).Select(seed => (ulong)seed)];

    private static double[] Mean(double[][] losses) => [.. losses[0].Select((_, i) => losses.Average(loss => loss[i]))];
}
