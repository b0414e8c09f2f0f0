namespace GateDsl.Numerics.Tests.Layers;

/// <summary>Where biases start, what knows of them, and that statistics and races do.</summary>
public sealed class BiasTests
{
    private static readonly double[] Stimuli = [1, 0, 2, -1, 0.5, 1, -1, 1];
    private static readonly double[] Answers = [1, 0, 0, 2, 1, 1, 3, 0];

    [Fact]
    public void BiasesStartAtZeroUnlessTheInitialiserNamesThem()
    {
        Biased network = new(Gaussian.WithSigma(1), 1);
        Assert.All(Enumerable.Range(0, 4), unit => Assert.Equal(0, network.BiasToLow[unit, 0]));

        (string, double)[] others = [("StimulusToLow", 1), ("LowToHigh", 1), ("HighToAnswer", 1)];
        Biased named = new(Gaussian.PerEdge([.. others, ("BiasToHigh[1]", 2)]), 1);
        Assert.Equal(0, named.BiasToHigh[0][0, 0]);
        Assert.NotEqual(0, named.BiasToHigh[1][0, 0]);
        Assert.Equal(0, named.BiasToAnswer[0, 0]);

        ArgumentException unknown = Assert.Throws<ArgumentException>(() => new Biased(Gaussian.PerEdge([.. others, ("BiasToMiddle", 1)]), 1));
        Assert.Contains("BiasToMiddle is none of the network's edges", unknown.Message, StringComparison.Ordinal);
    }

    /// <summary>With all weights 0 the network says what its output's bias says, and gradients of biases are sums of errors.</summary>
    [Fact]
    public void AnOutputSaysItsBias()
    {
        Biased.Dataset data = Data();
        Biased network = new(Gaussian.WithSigma(0), 1);
        network.BiasToAnswer[0, 0] = 1.5;
        double[] predicted = new double[8];
        network.Predict(data, predicted);
        Biased.Gradients gradients = new();
        network.Gradient(data, gradients);

        Assert.Equal([1.5, 0, 1.5, 0, 1.5, 0, 1.5, 0], predicted);
        Assert.Equal((4 * 1.5) - 5, gradients.BiasToAnswer[0, 0], 1e-14);
        Assert.Equal(-3, gradients.BiasToAnswer[1, 0], 1e-14);
    }

    [Fact]
    public void TheDescriptionKnowsThem()
    {
        NetworkDescription description = Biased.Description;

        Assert.Equal((4 * 2) + 4 + (2 * ((3 * 4) + 3)) + (2 * 2 * 3) + 2, description.Parameters);
        Assert.Equal(["BiasToLow", "BiasToHigh[0]", "BiasToHigh[1]", "BiasToAnswer"],
            description.Edges.Where(edge => edge.Source == "Bias").Select(edge => edge.Name));
        Assert.Contains("layer_Bias --> layer_High", description.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("1 at every datapoint", description.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TrainingMethod.Batch)]
    [InlineData(TrainingMethod.Statistics)]
    public void TheRaceFromActualWeightsIsTheTraining(TrainingMethod method)
    {
        Biased.Dataset data = Data();
        Biased network = new(Gaussian.PerEdge(("StimulusToLow", 0.4), ("LowToHigh", 0.4), ("HighToAnswer", 0.4), ("BiasToLow", 0.3)), 5);
        double[] raced = Biased.Race.From(network, data).Integrate(200, 0.01).Loss;
        double[] trained = network.Train(data, new TrainingOptions { Epochs = 200, StepSize = 0.01, Method = method }).Loss;

        Assert.True(trained[^1] < trained[0] / 2);
        for (int epoch = 0; epoch < 200; epoch++)
        {
            Assert.Equal(trained[epoch], raced[epoch], 1e-9 * Math.Max(trained[epoch], 1e-6 * trained[0]));
        }
    }

    /// <summary>Many narrow draws are what is expected: biases begin at 0 in both.</summary>
    [Fact]
    public void TheExpectedRaceStartsBiasesAtZero()
    {
        BiasedOnce.Dataset data = BiasedOnce.Dataset.Create(Stimuli, Answers);
        double[] expected = BiasedOnce.Race.Expect(data, 0.05).Integrate(300, 0.01).Loss;
        ulong[] seeds = [.. Enumerable.Range(0, 60).Select(seed => (ulong)seed)];
        double[][] losses = [.. BiasedOnce.TrainMany(data, Gaussian.WithSigma(0.05), seeds, new TrainingOptions { Epochs = 300, StepSize = 0.01 })
            .Select(trained => trained.Log.Loss)];
        double[] mean = [.. Enumerable.Range(0, 300).Select(epoch => losses.Average(loss => loss[epoch]))];

        Assert.True(Agreement.Between(mean, expected).Rms < 0.005, $"{Agreement.Between(mean, expected).Rms}");
    }

    [Fact]
    public void WhatIsNotPredictedYetIsRefusedByName()
    {
        BiasedOnce.Dataset data = BiasedOnce.Dataset.Create(Stimuli, Answers);

        Assert.Contains("biases", Assert.Throws<NotSupportedException>(() => BiasedOnce.Race.ForTwin(data, 0.1, TwinPrediction.Pathways)).Message,
            StringComparison.Ordinal);
        Assert.Contains("biases", Assert.Throws<NotSupportedException>(() => BiasedOnce.Race.Modes(data, 0.1)).Message, StringComparison.Ordinal);
        LeaksAll.Dataset leaking = LeaksAll.Dataset.Create(Stimuli, Answers);
        Assert.Contains("slope 1", Assert.Throws<NotSupportedException>(() => LeaksAll.Race.ForTwin(leaking, 0.1, TwinPrediction.Pathways)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheTwinHasItsOwnWidthsAndBiases()
    {
        Biased.ReluTwin twin = new(Gaussian.WithSigma(0.5), 1);

        Assert.Equal([3, 6], twin.Hidden1ToHidden2.Lengths.ToArray().Select(length => (int)length));
        Assert.Equal([3, 1], twin.BiasToHidden2.Lengths.ToArray().Select(length => (int)length));
        Assert.Equal([2, 3], twin.Hidden2ToAnswer.Lengths.ToArray().Select(length => (int)length));

        // A unit whose weights are 0 is on everywhere by its bias alone: with opposite stimuli only the constant allows that.
        twin.StimulusToHidden1.Clear();
        twin.BiasToHidden1.Fill(1);
        GateCensus census = twin.Census(Biased.Dataset.Create([1, 0, -1, 0], [0, 1], [1, 0, 0, 1]));
        Assert.All(census.Patterns, pattern => Assert.Equal(GateClass.AlwaysOn, pattern.Class));
    }

    [Fact]
    public void AUnitThatLeaksAllIsLinear()
    {
        LeaksAll.Dataset data = LeaksAll.Dataset.Create(Stimuli, Answers);
        LeaksAll linear = new(Gaussian.WithSigma(0.3), 2);
        LeaksAll.ReluTwin leaking = new(Gaussian.WithSigma(0.3), 2);
        TrainingOptions options = new() { Epochs = 100, StepSize = 0.02, Method = TrainingMethod.Batch };

        double[] expected = linear.Train(data, options).Loss;
        Assert.Equal(expected, leaking.Train(data, options).Loss, (a, b) => Math.Abs(a - b) <= 1e-12 * expected[0]);
    }

    private static Biased.Dataset Data() => Biased.Dataset.Create(Stimuli, [0, 1, 0, 1], Answers);
}
