namespace GateDsl.Tests.Identifying.Refusing;

/// <summary>Settings that are none, each said by its name before anything is computed.</summary>
public sealed class RefusedSettingsTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Context", 2, [0, 0, 1, 1])
        .WithTargets([1, 0, 0, 1], 1);

    public static TheoryData<string, IdentificationOptions> Options => new()
    {
        { "Modules (k) is 0", new() { Modules = 0 } },
        { "Modules (k) is -1", new() { Modules = -1 } },
        { "MostModules is 0", new() { MostModules = 0 } },
        { "Starts is 0", new() { Starts = 0 } },
        { "Repetitions is 0", new() { Repetitions = 0 } },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void OptionsAreAtLeastOne(string expected, IdentificationOptions options) =>
        Assert.Equal(expected + "; it must be at least 1.", Assert.Throws<ArgumentException>(() => Identification.Of(Recorded(), Data, options)).Message);

    /// <summary>As the documentation has them.</summary>
    [Fact]
    public void DefaultsAreThoseThatAreSaid()
    {
        IdentificationOptions options = new();
        RecordedTraining training = new([1], 0.1, 0.01);

        Assert.Equal((8, 10, 20, 4, 0UL), (options.MostModules, options.Starts, options.Repetitions, options.Draws, options.Seed));
        Assert.Equal((null, null, null), (options.Modules, options.ForecastEpochs, options.Training));
        Assert.Equal(LossScale.Sum, training.LossScale);
    }

    /// <summary>One of each is enough.</summary>
    [Fact]
    public void OneIsEnough() =>
        Assert.Single(Identification.Of(Recorded(), Data, new() { Modules = 1, MostModules = 1, Starts = 1, Repetitions = 1 }).Candidates);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void AnInputHasOneValueForEveryDatapoint(int values) => Assert.Equal(
        $"There are {values} Cue; 4 datapoints of 1 values need 4.", Assert.Throws<ArgumentException>(() => Data.OneHot("Cue", 2, new int[values])).Message);

    [Fact]
    public void NothingIsNoDataAndNoRecording()
    {
        LayerRecordings layer = new(Data);
        DeepRecordings deep = new(Data);
        RecordedTraining training = new([1, 0.5], 0.1, 0.01);
        (string Name, Action Act)[] calls =
        [
            ("recordings", () => Identification.Of(null!, Data)),
            ("data", () => Identification.Of(layer, null!)),
            ("data", () => Identification.Forecast(null!, 4, 0.1, 0.01, 5)),
            ("data", () => Identification.ForecastDeep(null!, [4, 4], 0.1, 0.01, 5)),
            ("widths", () => Identification.ForecastDeep(Data, null!, 0.1, 0.01, 5)),
            ("recordings", () => Identification.OfDeep(null!, Data, training)),
            ("data", () => Identification.OfDeep(deep, null!, training)),
            ("training", () => Identification.OfDeep(deep, Data, null!)),
            ("data", () => _ = new LayerRecordings(null!)),
            ("data", () => _ = new DeepRecordings(null!)),
            ("census", () => layer.Add(null!)),
            ("gates", () => layer.Add(null!, [1])),
            ("activations", () => deep.Add(0, (double[][])null!)),
            ("censuses", () => deep.Add(0, (GateCensus[])null!)),
            ("task", () => IdentificationData.Of(null!)),
        ];

        Assert.All(calls, call => Assert.Equal(call.Name, Assert.Throws<ArgumentNullException>(call.Act).ParamName));
    }

    [Theory]
    [InlineData(0, 0.01, 2, "The standard deviation of the initial weights is 0; it must be positive and finite.")]
    [InlineData(double.NaN, 0.01, 2, "The standard deviation of the initial weights is NaN; it must be positive and finite.")]
    [InlineData(0.1, double.PositiveInfinity, 2, "The step size is Infinity; it must be positive and finite.")]
    [InlineData(0.1, -0.5, 2, "The step size is -0.5; it must be positive and finite.")]
    [InlineData(0.1, 0.01, 1, "A forecast of several hidden layers needs at least 2 draws, whose distance is the measure of others, not 1.")]
    public void ATrainingOfSeveralLayersHasAStartAndAStep(double sigma, double stepSize, int draws, string expected)
    {
        IdentificationOptions options = new() { Draws = draws };

        Assert.Equal(expected,
            Assert.Throws<ArgumentException>(() => Identification.OfDeep(DeeplyRecorded(Data), Data, new([1, 0.5], sigma, stepSize), options)).Message);
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => Identification.ForecastDeep(Data, [3, 3], sigma, stepSize, 2, options)).Message);
    }

    [Theory]
    [InlineData(0, 0.1, 0.01, 5, "units is 0; it must be at least 1.")]
    [InlineData(4, 0, 0.01, 5, "The standard deviation of the initial weights is 0; it must be positive and finite.")]
    [InlineData(4, 0.1, double.NaN, 5, "The step size is NaN; it must be positive and finite.")]
    [InlineData(4, 0.1, 0.01, 0, "epochs is 0; it must be at least 1.")]
    public void AForecastHasUnitsAStartAndAStep(int units, double sigma, double stepSize, int epochs, string expected)
    {
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => Identification.Forecast(Data, units, sigma, stepSize, epochs)).Message);
        Assert.Equal("Losses are predicted from targets: add them to the data.", Assert.Throws<ArgumentException>(() =>
            Identification.Forecast(IdentificationData.Of(2).OneHot("Item", 2, [0, 1]), 4, 0.1, 0.01, 5)).Message);
    }

    [Fact]
    public void ATrainingOfSeveralLayersHasTargetsAndLosses()
    {
        IdentificationData without = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]);

        Assert.Equal("Losses are predicted from targets: add them to the data.",
            Assert.Throws<ArgumentException>(() => Identification.OfDeep(DeeplyRecorded(without), without, new([1, 0.5], 0.1, 0.01))).Message);
        Assert.Equal("epochs is 0; it must be at least 1.",
            Assert.Throws<ArgumentException>(() => Identification.OfDeep(DeeplyRecorded(Data), Data, new([], 0.1, 0.01))).Message);
        Assert.StartsWith("The loss at epoch 1 is -2;",
            Assert.Throws<ArgumentException>(() => Identification.OfDeep(DeeplyRecorded(Data), Data, new([1, -2], 0.1, 0.01))).Message,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, -1, "The loss at epoch 1 is -1; losses are finite and not negative, the first one positive.")]
    [InlineData(0, double.NaN, "The loss at epoch 1 is NaN; losses are finite and not negative, the first one positive.")]
    [InlineData(1, 1, "The loss at epoch 0 is 0; losses are finite and not negative, the first one positive.")]
    [InlineData(3, 1, "The loss at epoch 0 is -2; losses are finite and not negative, the first one positive.")]
    [InlineData(0, double.PositiveInfinity, "The loss at epoch 1 is Infinity; losses are finite and not negative, the first one positive.")]
    public void LossesAreThoseOfATraining(int first, double second, string expected) => Assert.Equal(expected, Assert.Throws<ArgumentException>(() =>
        Identification.Of(Recorded(), Data, new() { Training = new([1 - first, second], 0.1, 0.01) })).Message);

    /// <summary>A loss may come to 0; the start and the step that losses are said to have are checked, each by its name.</summary>
    [Fact]
    public void LossesHaveAStartAndAStep()
    {
        RecordedTraining training = new([1, 0], 0.1, 0.01);

        Assert.Equal(IdentificationError.Losses, Identification.Of(Recorded(), Data, new() { Repetitions = 1, Training = training }).ErrorKind);
        Assert.StartsWith("The standard deviation of the initial weights is -0.1;", Refused(training with { Sigma = -0.1 }), StringComparison.Ordinal);
        Assert.StartsWith("The step size is -0.01;", Refused(training with { StepSize = -0.01 }), StringComparison.Ordinal);

        static string Refused(RecordedTraining training) =>
            Assert.Throws<ArgumentException>(() => Identification.Of(Recorded(), Data, new() { Training = training })).Message;
    }

    [Fact]
    public void InputsAndTargetsAreNotZeroNorTooSmallForTheirSquares()
    {
        IdentificationData zero = IdentificationData.Of(2).Dense("X", "Which", 1, [0, 0]).WithTargets([1, 0], 1);
        LayerRecordings recordings = new(zero);
        recordings.Add(new[,] { { true, true } }, [1]);
        DeepRecordings deep = new(zero);
        GateCensus census = GateCensus.Take(new[,] { { true, true } }, [1], LayerDatapoints.Of(2).Label("Which", 1, [0, 0]));
        deep.Add(0, [census, census]);
        Action[] calls =
        [
            () => Identification.OfDeep(deep, zero, new([1, 0.5], 0.1, 0.01)), () => Identification.Of(recordings, zero),
            () => Identification.Forecast(zero, 4, 0.1, 0.01, 5), () => Identification.ForecastDeep(zero, [4, 4], 0.1, 0.01, 5),
        ];

        Assert.All(calls, call => Assert.Equal("All inputs are zero: no unit can be on anywhere.", Assert.Throws<ArgumentException>(call).Message));
        Assert.StartsWith("All targets are of magnitude 1E-60 or less;",
            Assert.Throws<ArgumentException>(() => Data.WithTargets([1e-60, 0, 0, -1e-60], 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("All X are of magnitude 1E-60 or less;",
            Assert.Throws<ArgumentException>(() => Data.Dense("X", 1, [1e-60, 0, 0, 0])).Message, StringComparison.Ordinal);
        Assert.StartsWith("All X are of magnitude 1E-60 or less;",
            Assert.Throws<ArgumentException>(() => Data.Dense("X", "Which", 1, [1e-60, 0, 0, 0])).Message, StringComparison.Ordinal);
    }

    /// <summary>Numbers are finite and at most 1e50; that is one that can be taken.</summary>
    [Fact]
    public void NumbersAreNoLargerThanTheirSquaresMayBe()
    {
        LayerRecordings recordings = new(Data);

        recordings.Add([1e50, 1, 1, 1], 1);
        _ = Data.WithTargets([1e50, 0, 0, -1e50], 1).Dense("X", 1, [1e50, 0, 0, -1e50]);

        Assert.StartsWith("The activation of unit 0 at datapoint 1 is 1.1E+50; it must be at most 1E+50",
            Refused(() => recordings.Add([1, 1.1e50, 1, 1], 1)), StringComparison.Ordinal);
        Assert.StartsWith("The target at datapoint 3, output 0 is -1.1E+50; it must be at most 1E+50",
            Refused(() => Data.WithTargets([1, 0, 0, -1.1e50], 1)), StringComparison.Ordinal);
        Assert.Equal("The target at datapoint 1, output 1 is NaN; it must be finite.", Refused(() => Data.WithTargets([1, 0, 0, double.NaN, 1, 1, 1, 1], 2)));
        Assert.Equal("The target at output 1, datapoint 2 is Infinity; it must be finite.",
            Refused(() => Data.WithTargetColumns([1, 0, 0, 1, 1, 1, double.PositiveInfinity, 1], 2)));

        static string Refused(Action call) => Assert.Throws<ArgumentException>(call).Message;
    }

    private static LayerRecordings Recorded()
    {
        LayerRecordings recordings = new(Data);
        recordings.Add(new[,] { { true, true, true, true }, { true, true, false, false } }, [1, 1]);
        return recordings;
    }

    private static DeepRecordings DeeplyRecorded(IdentificationData data)
    {
        DeepRecordings recordings = new(data);
        recordings.Add(1, [[1, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1], [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]]);
        return recordings;
    }
}
