namespace GateDsl.Numerics.Tests.Training;

/// <summary>A step factor of 0 freezes an edge: its weights keep every bit, by either method and every reduction, whatever else descends.</summary>
public sealed class FrozenEdgeTests
{
    [Theory]
    [InlineData(TrainingMethod.Batch, StateReductions.Auto, 0)]
    [InlineData(TrainingMethod.Batch, StateReductions.Auto, 7)]
    [InlineData(TrainingMethod.Statistics, StateReductions.Never, 0)]
    [InlineData(TrainingMethod.Statistics, StateReductions.Always, 0)]
    public void AFrozenEdgeKeepsItsBits(TrainingMethod method, StateReductions reductions, int batchSize)
    {
        string[] frozen = ["ItemToCommon", "PairsToProperties[1]", "ItemToPairs[0]"];
        TrainingOptions options = Options(method, frozen) with { Reductions = reductions, BatchSize = batchSize };
        Trainee network = new(Gaussian.WithSigma(0.3), 1);
        Dictionary<string, long[]> before = network.Weights.ToDictionary(edge => edge.Name, Bits);

        network.Train(TrainingData.Of(40, 1), options);

        Assert.All(network.Weights, edge => Assert.Equal(frozen.Contains(edge.Name), Bits(edge).SequenceEqual(before[edge.Name])));
    }

    [Fact]
    public void AFrozenEdgeOfATwinKeepsItsBits()
    {
        Trainee.ReluTwin twin = new(Gaussian.WithSigma(0.3), 1);
        Dictionary<string, long[]> before = twin.Weights.ToDictionary(edge => edge.Name, Bits);

        twin.Train(TrainingData.Of(40, 1), Options(TrainingMethod.Auto, ["ItemToHidden1"]));

        Assert.All(twin.Weights, edge => Assert.Equal(edge.Name == "ItemToHidden1", Bits(edge).SequenceEqual(before[edge.Name])));
    }

    private static TrainingOptions Options(TrainingMethod method, string[] frozen) => new()
    {
        Epochs = 50,
        StepSize = 1e-3,
        Method = method,
        Momentum = 0.9,
        WeightDecay = 0.01,
        StepFactors = frozen.ToDictionary(name => name, _ => 0.0),
    };

    private static long[] Bits(EdgeWeights<double> edge)
    {
        double[] values = new double[edge.Targets * edge.Sources];
        edge.Values.FlattenTo(values);
        return [.. values.Select(BitConverter.DoubleToInt64Bits)];
    }
}
