using GateDsl.CompilerServices;

namespace GateDsl.Tests.Training;

/// <summary>What every network inherits, on one written by hand, against loops that share nothing with it.</summary>
public sealed class BatchTrainingTests
{
    private const int Hidden = 4;
    private const double Exact = 1e-14;

    [Fact]
    public void TheLossIsHalfTheSquaresOfWhatTheProductMisses()
    {
        TinyData data = TinyData.Create(10, 64);
        TinyNetwork network = new(Hidden, 64);

        Assert.Equal(LossOf(network, data), network.Loss(data, LossScale.Sum), Exact);
        Assert.Equal(LossOf(network, data) / 10, network.Loss(data, LossScale.Mean), Exact);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(4)]
    [InlineData(5)]
    public void PredictionsOfAllBlocksAreTheProduct(int blockSize)
    {
        TinyData data = TinyData.Create(10, blockSize);
        TinyNetwork network = new(Hidden, blockSize);

        Assert.All(network.Predict(data).Zip(PredictionsOf(network, data)), pair => Assert.Equal(pair.Second, pair.First, Exact));
    }

    [Theory]
    [InlineData(64, LossScale.Sum)]
    [InlineData(4, LossScale.Sum)]
    [InlineData(4, LossScale.Mean)]
    public void TheGradientIsTheSlopeOfTheLoss(int blockSize, LossScale scale)
    {
        const double Shift = 1e-6;
        TinyData data = TinyData.Create(10, blockSize);
        TinyNetwork network = new(Hidden, blockSize);
        EdgeMatrix<double>[] gradient = Gradient(network, data, scale);

        foreach ((EdgeMatrix<double> weights, EdgeMatrix<double> slope) in network.Weights.All.Zip(gradient))
        {
            for (int i = 0; i < weights.Values.Length; i++)
            {
                double at = weights.Values[i];
                weights.Values[i] = at + Shift;
                double above = network.Loss(data, scale);
                weights.Values[i] = at - Shift;
                double below = network.Loss(data, scale);
                weights.Values[i] = at;
                Assert.Equal((above - below) / (2 * Shift), slope.Values[i], 1e-8);
            }
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(4)]
    public void AStepGoesDownTheGradientAndReturnsTheLossBeforeIt(int blockSize)
    {
        TinyData data = TinyData.Create(10, blockSize);
        TinyNetwork network = new(Hidden, blockSize);
        double[][] before = Copy(network);
        double loss = network.Loss(data, LossScale.Sum);
        EdgeMatrix<double>[] gradient = Gradient(network, data, LossScale.Sum);
        Assert.Equal(before, Copy(network));

        Assert.Equal(loss, network.Step(data, 0.125));
        for (int edge = 0; edge < before.Length; edge++)
        {
            Assert.All(
                network.Weights.All[edge].Values.Zip(before[edge].Zip(gradient[edge].Values, (weight, slope) => weight - (0.125 * slope))),
                pair => Assert.Equal(pair.Second, pair.First, Exact));
        }
    }

    [Fact]
    public void TrainingIsThatManySteps()
    {
        TinyData data = TinyData.Create(10, 4);
        (TinyNetwork trained, TinyNetwork stepped) = (new TinyNetwork(Hidden, 4), new TinyNetwork(Hidden, 4));
        TrainingLog log = trained.Train(data, new TrainingOptions { Epochs = 5, StepSize = 0.05 });

        Assert.Equal(Enumerable.Range(0, 5).Select(_ => stepped.Step(data, 0.05)), log.Loss);
        Assert.Equal(Copy(stepped), Copy(trained));
        Assert.Equal("The test wants it.", log.MethodReason);
    }

    [Fact]
    public void StatisticsThatANetworkDoesNotHaveAreRefused() => Assert.Throws<NotSupportedException>(() =>
        new TinyNetwork(Hidden, 4) { Method = TrainingMethod.Statistics }.Train(TinyData.Create(3, 4), new TrainingOptions { Epochs = 1, StepSize = 0.1 }));

    [Fact]
    public void AWeightThatIsNoNumberIsNamed()
    {
        TinyNetwork network = new(Hidden, 64);
        network.Weights.All[1].Values[5] = double.NaN;

        Assert.Contains("HToY", Assert.Throws<ArgumentException>(() => network.Loss(TinyData.Create(3, 64), LossScale.Sum)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AStepSizeIsPositiveAndFinite(double stepSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TinyNetwork(Hidden, 64).Step(TinyData.Create(3, 64), stepSize));

    /// <summary>The loop over epochs trusts its options: whoever calls it has refused them.</summary>
    [Theory]
    [MemberData(nameof(TrainingLoopTests.Refused), MemberType = typeof(TrainingLoopTests), DisableDiscoveryEnumeration = true)]
    public void AnOptionOutOfItsBoundsIsRefusedBeforeAnythingIsDone(string option, TrainingOptions options)
    {
        TinyNetwork network = new(Hidden, 64);
        double[][] before = [.. network.Weights.All.Select(edge => edge.Values.ToArray())];

        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(() => network.Train(TinyData.Create(3, 64), options)).ParamName);
        Assert.Equal(before, network.Weights.All.Select(edge => edge.Values));
    }

    [Fact]
    public void PredictionsOfAnotherLengthAreRefused() =>
        Assert.Contains("y", Assert.Throws<ArgumentException>(() => TinyNetwork.Check(TinyData.Create(3, 64), new double[5])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void GatesAreTheSignsOfAHiddenLayer()
    {
        TinyData data = TinyData.Create(10, 4);
        TinyNetwork network = new(Hidden, 4);
        double[] into = network.Weights.All[0].Values;
        bool[,] gates = network.Gates(data, 1);

        for (int n = 0; n < 10; n++)
        {
            for (int unit = 0; unit < Hidden; unit++)
            {
                Assert.Equal(Enumerable.Range(0, 3).Sum(i => into[(3 * unit) + i] * data.X[(3 * n) + i]) > 0, gates[unit, n]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void AHiddenLayerThatIsNotThereIsRefused(int layer) =>
        Assert.Contains("1 to 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TinyNetwork(Hidden, 4).Gates(TinyData.Create(3, 4), layer)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void PathStrengthsAreProductsOfNorms()
    {
        TinyNetwork network = new(Hidden, 4);
        (double[] into, double[] outOf) = (network.Weights.All[0].Values, network.Weights.All[1].Values);

        Assert.All(network.Strengths("H").Select((strength, unit) => (strength, unit)), at => Assert.Equal(
            Math.Sqrt(Enumerable.Range(0, 3).Sum(i => Square(into[(3 * at.unit) + i])) * Enumerable.Range(0, 2)
                .Sum(o => Square(outOf[(Hidden * o) + at.unit]))),
            at.strength, Exact));
    }

    /// <summary>1,000 operations an epoch by batch; by statistics 2,000 with all units, 500 without, which first have to be reduced.</summary>
    [Theory]
    [InlineData(StateReductions.Auto, 4_000, TrainingMethod.Statistics, "9E+03")]
    [InlineData(StateReductions.Auto, 6_000, TrainingMethod.Batch, "1.1E+04")]
    [InlineData(StateReductions.Auto, 14_999, TrainingMethod.Batch, "2E+04")]
    [InlineData(StateReductions.Auto, 90_000, TrainingMethod.Batch, "2E+04")]
    [InlineData(StateReductions.Always, 4_000, TrainingMethod.Statistics, "9E+03")]
    [InlineData(StateReductions.Always, 90_000, TrainingMethod.Batch, "9.5E+04")]
    [InlineData(StateReductions.Never, 4_000, TrainingMethod.Batch, "2E+04")]
    public void TheWorkThatIsDoneIsCounted(StateReductions reductions, long span, TrainingMethod expected, string statistics)
    {
        TrainingOptions options = new() { Epochs = 10, StepSize = 0.1, Reductions = reductions };

        MethodChoice choice = new TinyNetwork(Hidden, 64).ChooseCheaper(TinyData.Create(10, 64), options, 2000, 500, span);

        Assert.Equal(expected, choice.Method);
        Assert.Contains($"1E+04 operations by batch, {statistics} by statistics", choice.Reason, StringComparison.Ordinal);
    }

    internal static double[][] Copy(TinyNetwork network) => [.. network.Weights.All.Select(edge => (double[])edge.Values.Clone())];

    private static EdgeMatrix<double>[] Gradient(TinyNetwork network, TinyData data, LossScale scale)
    {
        EdgeStore<double> gradients = new(TinyNetwork.UnitsOf(Hidden));
        TinyNetwork.Edges(gradients);
        network.Gradient(data, gradients, scale);
        return gradients.All;
    }

    private static double[] PredictionsOf(TinyNetwork network, TinyData data)
    {
        (double[] into, double[] outOf) = (network.Weights.All[0].Values, network.Weights.All[1].Values);
        return [.. Enumerable.Range(0, 2 * data.Count).Select(at => Enumerable.Range(0, Hidden).Sum(unit =>
            outOf[(Hidden * (at % 2)) + unit] * Enumerable.Range(0, 3).Sum(i => into[(3 * unit) + i] * data.X[(3 * (at / 2)) + i])))];
    }

    private static double LossOf(TinyNetwork network, TinyData data) =>
        PredictionsOf(network, data).Zip(data.Y, (prediction, y) => Square(y - prediction)).Sum() / 2;

    private static double Square(double value) => value * value;
}
