using GateDsl.Numerics.Tests.ReferenceTrainings.Networks;

namespace GateDsl.Numerics.Tests.ReferenceTrainings;

/// <summary>Declared networks follow trainings recorded by an independent implementation, at every epoch, from the same weights.</summary>
public sealed class ReferenceTrainingTests
{
    private const double GradientTolerance = 1e-11;
    private const double LossTolerance = 1e-9;
    private const double EntryTolerance = 1e-8;

    private static NetworkUnderTest NetworkOf(string name, ReferenceTraining reference) => name switch
    {
        "three_contexts" => ThreeContexts.On(reference),
        "graph_sum" or "graph_mean" => Graph.On(reference),
        "routing" => Routing.On(reference),
        "xor" => Xor.On(reference),
        "relu_one" => ThreeContexts.TwinOn(reference),
        "relu_two" => TwoLayers.TwinOn(reference),
        _ => TwoLayers.On(reference),
    };

    [Theory]
    [InlineData("three_contexts")]
    [InlineData("graph_sum")]
    [InlineData("graph_mean")]
    [InlineData("routing")]
    [InlineData("xor")]
    [InlineData("relu_one")]
    [InlineData("relu_two")]
    [InlineData("self_gated")]
    public void TheGradientAtTheStartIsTheirs(string name)
    {
        ReferenceTraining reference = ReferenceTraining.Load(name);
        NetworkUnderTest network = NetworkOf(name, reference);
        network.Set(reference.Arrays("init"));
        network.FillGradients(reference.Scale);
        AssertClose(reference.Arrays("grad"), NetworkUnderTest.Read(network.Gradients), GradientTolerance);
    }

    [Theory]
    [InlineData("three_contexts", TrainingMethod.Batch)]
    [InlineData("three_contexts", TrainingMethod.Statistics)]
    [InlineData("three_contexts", TrainingMethod.Auto)]
    [InlineData("graph_sum", TrainingMethod.Batch)]
    [InlineData("graph_sum", TrainingMethod.Statistics)]
    [InlineData("graph_sum", TrainingMethod.Auto)]
    [InlineData("graph_mean", TrainingMethod.Batch)]
    [InlineData("graph_mean", TrainingMethod.Statistics)]
    [InlineData("graph_mean", TrainingMethod.Auto)]
    [InlineData("routing", TrainingMethod.Batch)]
    [InlineData("routing", TrainingMethod.Statistics)]
    [InlineData("routing", TrainingMethod.Auto)]
    [InlineData("xor", TrainingMethod.Batch)]
    [InlineData("xor", TrainingMethod.Statistics)]
    [InlineData("xor", TrainingMethod.Auto)]
    [InlineData("relu_one", TrainingMethod.Batch)]
    [InlineData("relu_one", TrainingMethod.Auto)]
    [InlineData("relu_two", TrainingMethod.Batch)]
    [InlineData("relu_two", TrainingMethod.Auto)]
    [InlineData("self_gated", TrainingMethod.Batch)]
    [InlineData("self_gated", TrainingMethod.Auto)]
    public void TrainingFollowsTheirsAtEveryEpoch(string name, TrainingMethod method)
    {
        ReferenceTraining reference = ReferenceTraining.Load(name);
        NetworkUnderTest network = NetworkOf(name, reference);
        network.Set(reference.Arrays("init"));
        TrainingLog log = network.Train(new TrainingOptions
        {
            Epochs = reference.Loss.Length,
            StepSize = reference.StepSize,
            LossScale = reference.Scale,
            Method = method,
        });
        AssertFollows(reference.Loss, log.Loss);
        AssertEnd(reference, network);
    }

    [Theory]
    [InlineData("three_contexts")]
    [InlineData("graph_sum")]
    [InlineData("routing")]
    [InlineData("relu_one")]
    [InlineData("relu_two")]
    [InlineData("self_gated")]
    public void SingleStepsFollowTheirs(string name)
    {
        ReferenceTraining reference = ReferenceTraining.Load(name);
        NetworkUnderTest network = NetworkOf(name, reference);
        network.Set(reference.Arrays("init"));
        AssertFollows(reference.Loss, [.. reference.Loss.Select(_ => network.Step(reference.StepSize))]);
        AssertEnd(reference, network);
    }

    private static void AssertFollows(double[] expected, double[] losses)
    {
        Assert.Equal(expected.Length, losses.Length);
        for (int epoch = 0; epoch < expected.Length; epoch++)
        {
            Assert.Equal(expected[epoch], losses[epoch], LossTolerance * Math.Max(expected[epoch], 1e-6 * expected[0]));
        }
    }

    private static void AssertEnd(ReferenceTraining reference, NetworkUnderTest network)
    {
        AssertClose(reference.Arrays("final"), NetworkUnderTest.Read(network.Weights), EntryTolerance);
        AssertClose(reference.Arrays("pred"), network.Predict(), EntryTolerance);
        if (network.Gates is not null)
        {
            bool[,] gates = network.Gates();
            int units = gates.GetLength(0);
            Assert.Equal(reference.Datapoints, gates.GetLength(1));
            Assert.Equal(reference.Gates, Enumerable.Range(0, gates.Length).Select(i => gates[i % units, i / units]));
        }
    }

    private static void AssertClose(Dictionary<string, double[]> expected, Dictionary<string, double[]> actual, double tolerance)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        double largest = expected.Values.Max(values => values.Max(Math.Abs));
        foreach ((string name, double[] values) in expected)
        {
            for (int i = 0; i < values.Length; i++)
            {
                Assert.Equal(values[i], actual[name][i], tolerance * largest);
            }
        }
    }
}
