using System.Diagnostics;

namespace GateDsl.Numerics.Tests.Steps;

/// <summary>
/// What is given in double precision is checked as the numbers that the network computes with; and what is too large for them is said at once.
/// </summary>
public sealed class PrecisionTests
{
    private static readonly IInitializer Small = Gaussian.WithSigma(0.1);

    [Theory]
    [InlineData(1e39)]
    [InlineData(-1e300)]
    [InlineData(1e25)]
    public void DataBeyondSinglePrecisionIsRefusedByArgumentDatapointAndBound(double value)
    {
        double[] pixels = [.. Enumerable.Repeat(0.5, 10)];
        double[] everywhere = [1, 1, 1, 1];
        double[] early = [1, 1, 1, 1, 1, 1];
        everywhere[3] = value;
        Says(() => Create(pixels, everywhere, early), "everywhere", "datapoint 1, feature 1", "single precision", "E+18");
        everywhere[3] = 1;
        pixels[6] = value;
        Says(() => Create(pixels, everywhere, early), "pixels", "datapoint 1, feature 1", "single precision", "E+18");
    }

    [Fact]
    public void TheBoundIsWhereTheSquaresOfAnArgumentAreStillFinite()
    {
        float[] targets = [0, 0, 0, 9.2e18f];
        Assert.True(float.IsFinite(targets.Length * targets[3] * targets[3]));
        Assert.True(float.IsFinite((float)GatedSingle.Dataset.Create([0, 1], [0, 1], new float[10], targets, new float[6]).ZeroLoss));
        targets[3] = 9.3e18f;
        Says(() => GatedSingle.Dataset.Create([0, 1], [0, 1], new float[10], targets, new float[6]), "everywhere", "datapoint 1, feature 1", "9.22337E+18");
    }

    [Theory]
    [InlineData(1e155)]
    [InlineData(1e300)]
    public void DoublePrecisionHasABoundToo(double value) =>
        Says(() => BankedDouble.Dataset.Create([0, 0, 0, value, 0], [0], [1, 1]), "pixels", "datapoint 0, feature 3", "double precision", "E+15");

    [Fact]
    public void DataThatRoundToNothingAreRefusedAndSingleSmallValuesAreNot()
    {
        double[] targets = [1e-50, 0, -3e-50, 0];
        Says(() => Create(new double[10], targets, new double[6]), "everywhere", "3E-50", "1.17549E-38");
        targets[0] = 1;
        Create(new double[10], targets, new double[6]);
        Create(new double[10], new double[4], new double[6]);
        BankedDouble.Dataset.Create(new double[5], [0], [1e-50, 0]);
    }

    [Fact]
    public void InitialWeightsMustBeNumbersOfThePrecision()
    {
        Says(() => new GatedSingle(Gaussian.WithSigma(1e39), 1), "init", "ItemToCommon[", "single precision", "3.40282E+38");
        Says(() => new GatedSingle(Orthogonal.WithGain(1e300), 1), "init", "ItemToCommon[", "single precision");
        Says(() => new GatedSingle(Gaussian.WithSigma(1e-50), 1), "init", "ItemToCommon", "1.17549E-38");
        Says(() => new GatedSingle.ReluTwin(Gaussian.WithSigma(1e39), 1), "init", "single precision");
        Says(() => new BankedDouble(Gaussian.WithSigma(1e308), 1), "init", "[", "double precision", "1.79769E+308");
        Assert.Equal(0, new GatedSingle(Gaussian.WithSigma(0), 1).ItemToCommon[0, 0]);
        Assert.NotEqual(0, new BankedDouble(Gaussian.WithSigma(1e-50), 1).PixelsToEncoders[0][0, 0]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void AnInitialiserThatDrawsNoNumberIsRefused(double value)
    {
        Says(() => new GatedSingle(new One(value), 1), "init", "ItemToCommon[0, 1]");
        Says(() => new BankedDouble(new One(value), 1), "init", "PixelsToEncoders[0][0, 1]");
    }

    [Theory]
    [InlineData(1e39)]
    [InlineData(1e-50)]
    public void AStepMustBeANumberOfThePrecision(double step)
    {
        GatedSingle network = new(Small, 1);
        GatedSingle.Dataset data = Create(new double[10], new double[4], new double[6]);
        Says(() => network.Step(data, step), "stepSize", "1.17549E-38", "3.40282E+38");
        Says(() => network.Train(data, new TrainingOptions { Epochs = 1, StepSize = step }), "StepSize", "single precision");

        // By datapoint it is half as large.
        Says(() => network.Train(data, new TrainingOptions { Epochs = 1, StepSize = 1.5e-38, LossScale = LossScale.Mean }), "StepSize", "2.35099E-38", "Mean");
        network.Train(data, new TrainingOptions { Epochs = 1, StepSize = 1.5e-38 });
    }

    [Theory]
    [InlineData(1e39)]
    [InlineData(1e-50)]
    public void DecayAndFactorsMustBeNumbersOfThePrecision(double value)
    {
        GatedSingle.Dataset data = Create(new double[10], new double[4], new double[6]);
        TrainingOptions options = new() { Epochs = 1, StepSize = 0.5 };
        foreach (TrainingMethod method in new[] { TrainingMethod.Batch, TrainingMethod.Statistics })
        {
            Says(() => Train(options with { WeightDecay = value }), "WeightDecay", "must be 0 or between 1.17549E-38 and 3.40282E+38");
            Says(() => Train(options with { StepFactors = new Dictionary<string, double> { ["ItemToCommon"] = value } }), "StepFactors",
                "ItemToCommon", "1.17549E-38");

            TrainingLog Train(TrainingOptions options) => new GatedSingle(Small, 1).Train(data, options with { Method = method });
        }

        new GatedSingle(Small, 1).Train(data, options with { WeightDecay = 0, StepFactors = new Dictionary<string, double> { ["ItemToCommon"] = 0 } });
    }

    [Theory]
    [InlineData(1 - 1e-9)]
    [InlineData(0.99999999)]
    public void AMomentumThatRoundsToOneIsRefused(double momentum)
    {
        GatedSingle.Dataset data = Create(new double[10], new double[4], new double[6]);
        TrainingOptions options = new() { Epochs = 1, StepSize = 0.5, Momentum = momentum };

        Says(() => new GatedSingle(Small, 1).Train(data, options), "Momentum", "single precision", "below 1 by 6E-08 or more");
        new GatedSingle(Small, 1).Train(data, options with { Momentum = 0.9999999 });
        new BankedDouble(Small, 1).Train(BankedDouble.Dataset.Create(new double[5], [0], [1, 0]), options);
    }

    /// <summary>Before the first update no step is to blame.</summary>
    [Fact]
    public void WeightsTooLargeForAnyStepAreNotBlamedOnTheStep()
    {
        TrainingOptions options = new() { Epochs = 3, StepSize = 1e-3 };
        DenseRace.Dataset dense = DenseRace.Dataset.Create([1, 2, -1, 0, 1, 3], [1, -1, 2]);
        GatedSingle.Dataset gated = Create([.. Enumerable.Repeat(0.5, 10)], [1, 1, 1, 1], [1, 1, 1, 1, 1, 1]);
        Func<TrainingLog>[] trainings =
        [
            () => new DenseRace(Gaussian.WithSigma(1e200), 1).Train(dense, options with { Method = TrainingMethod.Batch }),
            () => new DenseRace(Gaussian.WithSigma(1e200), 1).Train(dense, options with { Method = TrainingMethod.Statistics }),
            () => new GatedSingle(Gaussian.WithSigma(1e25), 1).Train(gated, options),
            () => new GatedSingle(Gaussian.WithSigma(1e25), 1).Train(gated, options with { BatchSize = 1 }),
            () => new GatedSingle.ReluTwin(Gaussian.WithSigma(1e25), 1).Train(gated, options),
        ];

        Assert.All(trainings, training =>
        {
            TrainingDivergedException thrown = Assert.Throws<TrainingDivergedException>(training);
            Assert.Contains("before the update of epoch 0", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("no step size mends", thrown.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("smaller step", thrown.Message, StringComparison.Ordinal);
            Assert.Equal((0, 1e-3, double.NaN), (thrown.Epoch, thrown.StepSize, thrown.StableStepSize));
            Assert.False(double.IsFinite(thrown.Loss));
        });
    }

    [Theory]
    [InlineData(1e25, 1)]
    [InlineData(1e40, 1)]
    [InlineData(1, 1e18)]
    [InlineData(1e40, 1e18)]
    [InlineData(1e100, 1e100)]
    [InlineData(1e150, 1e150)]
    public void WhatIsTooLargeToTrainIsSaidAtOnce(double inputs, double targets)
    {
        DenseRace.Dataset data = DenseRace.Dataset.Create([inputs, 2 * inputs, -inputs, 0, inputs, 3 * inputs], [targets, -targets, 2 * targets]);
        foreach (TrainingMethod method in new[] { TrainingMethod.Batch, TrainingMethod.Statistics })
        {
            Quickly($"{method}", () => new DenseRace(Small, 1).Train(data, new TrainingOptions { Epochs = 2000, StepSize = 1e-3, Method = method }));
        }

        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            Quickly($"{reduction}", () => DenseRace.Race.Expect(data, 0.1).Integrate(2000, 1e-3, reduction: reduction));
        }

        Quickly("twin", () => DenseRace.Race.ForTwin(data, 0.1).Integrate(2000, 1e-3));
    }

    /// <summary>Ends, with a curve of numbers or a reason that is ours, within seconds also where everything is compiled for the first time.</summary>
    private static void Quickly(string what, Func<object> training)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Exception? thrown = Record.Exception(() =>
        {
            double[] losses = training() is TrainingLog log ? log.Loss : [];
            Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
        });
        Assert.True(thrown is null or ArgumentException or TrainingDivergedException or NotSupportedException, thrown?.ToString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{what}: {watch.Elapsed}");
    }

    private static GatedSingle.Dataset Create(double[] pixels, double[] everywhere, double[] early) =>
        GatedSingle.Dataset.Create([0, 1], [0, 1], pixels, everywhere, early);

    private static void Says(Func<object> refused, string parameter, params string[] parts)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(refused);
        Assert.Equal(parameter, exception.ParamName);
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    /// <summary>Ones, with one value beside the first.</summary>
    private sealed class One(double value) : IInitializer
    {
        public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
        {
            rowMajor.Fill(1);
            rowMajor[1] = value;
        }

        public double? Variance(string edge, int targets, int sources) => null;
    }
}

/// <summary>A linear network over dense inputs with everything that is predicted of one.</summary>
[GatedNetwork(Precision = Precision.Double), ReluTwin(20)]
internal sealed partial class DenseRace
{
    [Input(2)] public partial Layer Pixels { get; }

    [Hidden(10), From(nameof(Pixels))] public partial Layer Code { get; }

    [Output(1), From(nameof(Code))] public partial Layer Answer { get; }
}
