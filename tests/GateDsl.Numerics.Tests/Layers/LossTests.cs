namespace GateDsl.Numerics.Tests.Layers;

/// <summary>What users meet of losses other than the squared error: data, refusals, scales, and what a gated output counts.</summary>
public sealed class LossTests
{
    private static readonly double[] Stimuli = [1, 0, 2, -1, 1, 0];

    [Fact]
    public void ZeroWeightsHaveTheLossOfChance()
    {
        AllLosses.Dataset data = Data();
        AllLosses network = new(Gaussian.WithSigma(0), 0);

        // Kind is on at the first datapoint alone.
        double chance = Math.Log(3) + (4 * Math.Log(2)) + ((9 + 4) / 2.0);
        Assert.Equal(chance, network.Loss(data), 1e-14 * chance);
        Assert.Equal(chance / 2, network.Loss(data, LossScale.Mean), 1e-14 * chance);
        Assert.Equal(chance, data.ZeroLoss, 1e-14 * chance);
    }

    [Fact]
    public void WithoutDatapointsTheLossIsZero()
    {
        AllLosses.Dataset none = AllLosses.Dataset.Create((double[])[], [], [], [], []);
        AllLosses network = new(Gaussian.WithSigma(1), 3);

        Assert.Equal(0, network.Loss(none, LossScale.Mean));
        Assert.Equal([0, 0], network.Train(none, new TrainingOptions { Epochs = 2, StepSize = 1 }).Loss);
    }

    [Fact]
    public void PredictionsAreLogitsAndZeroWhereAnOutputIsOff()
    {
        AllLosses.Dataset data = Data();
        AllLosses network = new(Gaussian.WithSigma(0.5), 3);
        double[] kind = new double[6];
        double[] traits = new double[4];
        network.Predict(data, kind, traits, new double[2]);

        Assert.Equal([0, 0, 0], kind[3..]);
        Assert.Contains(kind[..3], value => value < 0);
        double expected = 0;
        for (int unit = 0; unit < 4; unit++)
        {
            double h = network.StimulusToCommon[unit, 0] + (2 * network.StimulusToCommon[unit, 2]);
            expected += network.CommonToTraits[1, unit] * h;
        }

        Assert.Equal(expected, traits[1], 1e-14);
    }

    [Fact]
    public void LogitsOfAnySizeAreLearnedFrom()
    {
        AllLosses.Dataset data = Data();
        AllLosses network = new(Gaussian.WithSigma(1), 3);
        network.CommonToKind.Fill(1e300);
        network.StimulusToCommon.Fill(1);
        AllLosses.Gradients gradients = new();
        network.CommonToKind[0, 0] = -1e300;

        network.Gradient(data, gradients);

        Assert.True(double.IsFinite(network.Loss(data)));
        Assert.All(Enumerable.Range(0, 3), unit => Assert.True(double.IsFinite(gradients.CommonToKind[unit, 0])));
    }

    [Fact]
    public void TargetsOutOfRangeAreRefusedByDatapointAndBound()
    {
        ArgumentException label = Assert.Throws<ArgumentException>(() => AllLosses.Dataset.Create(Stimuli, [0, 1], [0, 3], [0, 1, 1, 0], [3, 2]));
        ArgumentException share = Assert.Throws<ArgumentException>(() => AllLosses.Dataset.Create(Stimuli, [0, 1], [0, 2], [0, 1, 1.5, 0], [3, 2]));
        ArgumentException noNumber = Assert.Throws<ArgumentException>(() => AllLosses.Dataset.Create(Stimuli, [0, 1], [0, 2], [0, 1, 1, double.NaN], [3, 2]));

        Assert.Equal("kind", label.ParamName);
        Assert.Contains("kind is 3 at datapoint 1; its values are 0 to 2.", label.Message, StringComparison.Ordinal);
        Assert.Equal("traits", share.ParamName);
        Assert.Contains("traits is 1.5 at datapoint 1, unit 0; a target of the logistic loss is at least 0 and at most 1.", share.Message,
            StringComparison.Ordinal);
        Assert.Contains("traits is NaN at datapoint 1, unit 1", noNumber.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StatisticsAndRacesAreRefusedByTheLoss()
    {
        AllLosses.Dataset data = Data();
        AllLosses network = new(Gaussian.WithSigma(0.1), 1);
        TrainingOptions byStatistics = new() { Epochs = 3, StepSize = 0.01, Method = TrainingMethod.Statistics };

        string[] refusals =
        [
            Assert.Throws<NotSupportedException>(() => network.Train(data, byStatistics)).Message,
            Assert.Throws<NotSupportedException>(() => AllLosses.Race.From(network, data).Integrate(3, 0.01, reduction: Reduction.Modes)).Message,
            Assert.Throws<NotSupportedException>(() => AllLosses.Race.Expect(data, 0.1).Integrate(3, 0.01, reduction: Reduction.ClosedForm)).Message,
            Assert.Throws<NotSupportedException>(() => AllLosses.Race.ForTwin(data, 0.1, TwinPrediction.Pathways)).Message,
            Assert.Throws<NotSupportedException>(() => AllLosses.Race.Modes(data, 0.1)).Message,
        ];

        Assert.All(refusals, refusal => Assert.Contains("Kind is trained by CrossEntropy", refusal, StringComparison.Ordinal));
        TrainingLog log = network.Train(data, byStatistics with { Method = TrainingMethod.Auto });
        Assert.Equal(TrainingMethod.Batch, log.Method);
        Assert.Contains("Kind is trained by CrossEntropy", log.MethodReason, StringComparison.Ordinal);
    }

    [Fact]
    public void NetworkAndTwinLearnTheirLabels()
    {
        LabelsOnly.Dataset data = LabelsOnly.Dataset.Create([0, 1, 2, 3], [2, 0, 3, 1]);
        LabelsOnly network = new(Gaussian.WithSigma(0.5), 4);
        double last = network.Train(data, new TrainingOptions { Epochs = 500, StepSize = 0.5 }).Loss[^1];
        float[] logits = new float[16];
        network.Predict(data, logits);

        Assert.True(last < 0.1, $"{last}");
        Assert.Equal([2, 0, 3, 1], Enumerable.Range(0, 4).Select(n => Array.IndexOf(logits[(4 * n)..(4 * (n + 1))], logits[(4 * n)..(4 * (n + 1))].Max())));

        AllLosses.ReluTwin twin = new(Gaussian.WithSigma(0.5), 4);
        Assert.True(twin.Train(Data(), new TrainingOptions { Epochs = 2000, StepSize = 0.02 }).Loss[^1] < 1);
    }

    [Fact]
    public void TheDescriptionSaysTheLoss()
    {
        Assert.Equal(OutputLoss.CrossEntropy, AllLosses.Description.Layers.Single(layer => layer.Name == "Kind").Loss);
        Assert.Contains("output layer of 2 units by the logistic loss", AllLosses.Description.ToMermaid(), StringComparison.Ordinal);
    }

    private static AllLosses.Dataset Data() => AllLosses.Dataset.Create(Stimuli, [0, 1], [2, 0], [0, 1, 1, 0], [3, 2]);
}
