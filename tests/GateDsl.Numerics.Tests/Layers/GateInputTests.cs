namespace GateDsl.Numerics.Tests.Layers;

/// <summary>Gates that come with the data: how they are given, what they close, and what is said of them.</summary>
public sealed class GateInputTests
{
    private static readonly double[] Pixels = [1, 0, 0, 1, -1, 0, 1, 1];
    private static readonly double[] Open = [1, 0, 2, 0, 1, -1, 1, 1, 0, 0.5, 0, 0];
    private static readonly double[] Kinds = [1, 0, 0, 1, 1, 1, 0, 0];

    [Fact]
    public void ANumberMultipliesAndZeroCloses()
    {
        Experts network = new(Gaussian.WithSigma(0.5), 1);
        double[] predicted = Predict(network, Open);
        network.ExpertToKind[1].Fill(double.MaxValue);
        double[] closed = Predict(network, Open);

        double[] expected = new double[2];
        for (int unit = 0; unit < 4; unit++)
        {
            for (int kind = 0; kind < 2; kind++)
            {
                // The first datapoint is (1, 0), with gates 1, 0 and 2: Deep is closed, Both is multiplied by 2 * 1.
                expected[kind] += network.ExpertToKind[0][kind, unit] * network.PixelsToExpert[0][unit, 0];
                expected[kind] += network.ExpertToKind[2][kind, unit] * 2 * network.PixelsToExpert[2][unit, 0];
                expected[kind] += network.BothToKind[kind, unit] * 2 * network.PixelsToBoth[unit, 0];
            }
        }

        Assert.Equal(expected[0], predicted[0], 1e-14);
        Assert.Equal(expected[1], predicted[1], 1e-14);
        Assert.Equal(predicted[..2], closed[..2]);
        Assert.Equal(predicted[6..], closed[6..]);
    }

    [Fact]
    public void OpenOrClosedIsOneOrZero()
    {
        bool[] open = [true, false, true, false, true, true, true, true, false, true, false, false];
        Experts network = new(Gaussian.WithSigma(0.5), 1);

        double expected = network.Loss(Experts.Dataset.Create(Pixels, [.. open.Select(gate => gate ? 1.0 : 0)], Kinds));
        Assert.Equal(expected, network.Loss(Experts.Dataset.Create(Pixels, open, Kinds)));
        float[] pixels = [.. Pixels.Select(pixel => (float)pixel)];
        Assert.Equal(expected, network.Loss(Experts.Dataset.Create(pixels, open, [.. Kinds.Select(kind => (float)kind)])));
    }

    [Fact]
    public void GatesThatAreNotFiniteAreRefused()
    {
        ArgumentException none = Assert.Throws<ArgumentException>(() => Experts.Dataset.Create(Pixels, [.. Open[..7], double.NaN, 0, 0, 0, 0], Kinds));
        ArgumentException wide = Assert.Throws<ArgumentException>(() => Frozen.Dataset.Create(Pixels, [.. Open[..11], 1e300], Kinds));
        ArgumentException few = Assert.Throws<ArgumentException>(() => Experts.Dataset.Create(Pixels, Open[..9], Kinds));

        Assert.Equal("open", none.ParamName);
        Assert.Contains("open is NaN at datapoint 2, gate 1; a gate must be finite", none.Message, StringComparison.Ordinal);
        Assert.Contains("datapoint 3, gate 2", wide.Message, StringComparison.Ordinal);
        Assert.Contains("open has 9 values", few.Message, StringComparison.Ordinal);
    }

    /// <summary>In single precision 1e-50 is 0, and a gate given as open would be closed; the square of 1e25 is infinite.</summary>
    [Fact]
    public void GatesThatOtherPrecisionMakesOthersAreRefused()
    {
        ArgumentException closed = Assert.Throws<ArgumentException>(() => Frozen.Dataset.Create(Pixels, [.. Open[..10], -1e-50, 0], Kinds));
        ArgumentException large = Assert.Throws<ArgumentException>(() => Frozen.Dataset.Create(Pixels, [.. Open[..10], -1e25, 0], Kinds));

        Assert.Equal("open is -1E-50 at datapoint 3, gate 1; in single precision that is 0, which closes the gate; the magnitude of an open one must be at least 1.17549E-38. (Parameter 'open')", closed.Message);
        Assert.Contains("open is -1E+25 at datapoint 3, gate 1; in single precision the magnitude of a gate must be at most 5.32511E+18",
            large.Message, StringComparison.Ordinal);
        Experts.Dataset.Create(Pixels, [.. Open[..10], 1e-50, 1e25], Kinds);
    }

    [Fact]
    public void StatisticsFollowTheBatchAndTheRaceIsTheTraining()
    {
        Experts.Dataset data = Experts.Dataset.Create(Pixels, Open, Kinds);
        Experts network = new(Gaussian.WithSigma(0.5), 1);
        TrainingOptions options = new() { Epochs = 200, StepSize = 0.02 };

        TrainingLog byStatistics = new Experts(Gaussian.WithSigma(0.5), 1).Train(data, options with { Method = TrainingMethod.Statistics });
        Experts.Race race = Experts.Race.From(network, data);
        Assert.Contains("numbers of Open", Assert.Throws<NotSupportedException>(() => race.Integrate(200, 0.02, reduction: Reduction.Modes)).Message,
            StringComparison.Ordinal);
        RaceLog predicted = race.Integrate(options);
        TrainingLog log = network.Train(data, options with { Method = TrainingMethod.Batch });
        Assert.Equal(TrainingMethod.Statistics, byStatistics.Method);
        Assert.All(log.Loss.Zip(byStatistics.Loss), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * log.Loss[0]));
        Assert.True(log.Loss[^1] < log.Loss[0]);
        Assert.All(log.Loss.Zip(predicted.Loss), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * log.Loss[0]));
    }

    /// <summary>A batch of one datapoint is a step over a data set of one datapoint, its gates and their products included.</summary>
    [Fact]
    public void BatchesHaveTheGatesOfTheirDatapoints()
    {
        Experts trained = new(Gaussian.WithSigma(0.5), 1);
        Experts stepped = new(Gaussian.WithSigma(0.5), 1);
        trained.Train(Experts.Dataset.Create(Pixels, Open, Kinds), new TrainingOptions { Epochs = 3, StepSize = 0.05, BatchSize = 1, ShuffleSeed = 5 });
        foreach (int n in Enumerable.Range(0, 3).SelectMany(epoch => MiniBatches.Order(4, 5, epoch)))
        {
            stepped.Step(Experts.Dataset.Create(Pixels[(2 * n)..(2 * (n + 1))], Open[(3 * n)..(3 * (n + 1))], Kinds[(2 * n)..(2 * (n + 1))]), 0.05);
        }

        Assert.All(Enumerable.Range(0, 4), unit => Assert.Equal(stepped.PixelsToBoth[unit, 0], trained.PixelsToBoth[unit, 0], 1e-13));
        Assert.All(Enumerable.Range(0, 4), unit => Assert.Equal(stepped.ExpertToKind[2][1, unit], trained.ExpertToKind[2][1, unit], 1e-13));
    }

    /// <summary>Gates over (1, 0), (0, 1), (-1, 0), (1, 1): on at the first and the last but one contradicts itself, they are opposite.</summary>
    [Fact]
    public void TheReportDecidesGatesOnTheActualInputs()
    {
        GateReport report = Experts.Dataset.Create(Pixels, Open, Kinds).GateReport();

        Assert.Equal(["Expert[0]", "Expert[1]", "Expert[2]", "Both", "Deep"], report.Gates.Select(gate => gate.Name));
        Assert.Equal(GateClass.NotImplementable, report.Gates[0].Class);
        Assert.NotNull(report.Gates[0].Proof!.Multipliers);
        Assert.Equal(GateClass.NestedMixed, report.Gates[1].Class);
        Assert.NotNull(report.Gates[1].Proof!.Witness);
        Assert.Equal(GateClass.SingleDatapoint, report.Gates[3].Class);
        Assert.Null(report.Gates[4].Class);
        Assert.Empty(Experts.Dataset.Create((double[])[], (double[])[], []).GateReport().Gates);
        Assert.Null(Experts.Description.GateReport().Gates[0].Class);
    }

    /// <summary>A network with a unit per frozen gate and the twin's weights says what the twin says (P1 Def. 3.1).</summary>
    [Fact]
    public void FrozenGatesMakeTheTwinsOwnNetwork()
    {
        Frozen.Dataset data = Frozen.Dataset.Create(Pixels, Open, Kinds);
        Frozen.ReluTwin twin = new(Gaussian.WithSigma(1), 3);
        double[] frozen = twin.FrozenGates(data);
        Frozen network = new(Gaussian.WithSigma(0), 1);
        for (int unit = 0; unit < 3; unit++)
        {
            for (int i = 0; i < 2; i++)
            {
                network.PixelsToUnit[unit][0, i] = twin.PixelsToHidden1[unit, i];
                network.UnitToKind[unit][i, 0] = twin.Hidden1ToKind[i, unit];
            }
        }

        float[] expected = new float[8];
        twin.Predict(data, expected);
        float[] actual = new float[8];
        network.Predict(Frozen.Dataset.Create(Pixels, frozen, Kinds), actual);

        Assert.Contains(0, frozen);
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(expected[i], actual[i], 1e-6));
    }

    [Fact]
    public void HalfSpacesAreOpenAboveTheirThreshold()
    {
        HalfSpaces given = new(new double[,] { { 1, 0 }, { 0, -1 } }, [0.5, -0.5]);
        Assert.Equal([true, true, false, false, false, true, true, false], given.Evaluate(Pixels));

        HalfSpaces random = HalfSpaces.Random(3, 2, seed: 7);
        Assert.Equal(random.Evaluate(Pixels), HalfSpaces.Random(3, 2, seed: 7).Evaluate([.. Pixels.Select(pixel => (float)pixel)]));
        Assert.NotEqual(random.Evaluate(Pixels), HalfSpaces.Random(3, 2, seed: 8).Evaluate(Pixels));
        Assert.DoesNotContain(true, HalfSpaces.Random(3, 2, seed: 7, threshold: 1e9).Evaluate(Pixels));
        Experts.Dataset.Create(Pixels, random.Evaluate(Pixels), Kinds);

        Assert.Equal("x", Assert.Throws<ArgumentException>(() => random.Evaluate([1.0, 2, 3])).ParamName);
        Assert.Equal("threshold", Assert.Throws<ArgumentOutOfRangeException>(() => HalfSpaces.Random(1, 1, 0, double.NaN)).ParamName);
        Assert.Throws<ArgumentException>(() => new HalfSpaces(new double[1, 2], []));
    }

    private static double[] Predict(Experts network, double[] open)
    {
        double[] predicted = new double[8];
        network.Predict(Experts.Dataset.Create(Pixels, open, Kinds), predicted);
        return predicted;
    }
}
