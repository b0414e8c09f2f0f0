using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>Which linear candidate is chosen, how wide its layers are, and at which epoch it is looked how many units are on everywhere.</summary>
public sealed class DeepChoiceTests
{
    private static readonly IdentificationData Items = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]).WithTargets([1, 1, 1, -1], 1);

    /// <summary>As many as are on everywhere, also where the quotient of two numbers times the second is a little less than the first.</summary>
    [Theory]
    [InlineData(22, 15)]
    [InlineData(49, 2)]
    [InlineData(47, 31)]
    [InlineData(12, 5)]
    public void ALinearLayerIsAsWideAsUnitsAreOnEverywhere(int units, int alwaysOn)
    {
        DeepRecordings recordings = new(Items);
        recordings.Add(0, [Layer(units, alwaysOn), Layer(units, alwaysOn - 1)]);

        DeepIdentificationResult found = Identification.OfDeep(recordings, Items, new([2, 1.9], 0.1, 0.01), new() { Draws = 2 });

        Assert.Equal([units, units, alwaysOn, units, alwaysOn, alwaysOn - 1], found.Candidates.SelectMany(candidate => candidate.Widths));
    }

    /// <summary>A share of units that is foreseen is none of a whole number of them: the nearest one is taken, above or below.</summary>
    [Fact]
    public void AForeseenShareIsRoundedToWholeUnits()
    {
        HashSet<bool> above = [];
        for (int units = 20; units < 26; units++)
        {
            DeepForecastResult foreseen = Forecast(units, 40);
            double exact = units * foreseen.Layers[0].AlwaysOn;

            Assert.InRange(foreseen.Candidates[1].Widths[0] - exact, -0.5, 0.5);
            above.Add(foreseen.Candidates[1].Widths[0] > exact + 0.01);
        }

        Assert.Equal(2, above.Count);
    }

    /// <summary>
    /// Losses from those of the ReLU network to those of a network with a linear layer: the farther they are on the way, the nearer is the latter.
    /// It is chosen from where it is no farther than twice what the ReLU network is.
    /// </summary>
    [Fact]
    public void ACandidateIsChosenUpToTwiceTheDistanceOfTheNetworkItself()
    {
        double[] start = [.. Enumerable.Repeat(2.0, 80)];
        DeepIdentificationResult first = Beside(start);
        double[] relu = [.. first.Prediction.Loss];
        double[] linear = [.. first.Candidates[2].Loss];
        (int near, int beyond) = (0, 0);
        for (int step = 0; step <= 400; step++)
        {
            DeepIdentificationResult found = Beside([.. relu.Zip(linear, (a, b) => a + (step / 400.0 * (b - a)))]);
            double[] times = [.. found.Candidates.Select(candidate => candidate.Apart / found.Candidates[0].Apart)];

            Assert.Equal(times[2] <= 2 ? 2 : times[1] <= 2 ? 1 : 0, found.Chosen.LinearLayers);
            near += times[2] is > 1.95 and <= 2 ? 1 : 0;
            beyond += times[2] is > 2 and < 2.05 ? 1 : 0;
        }

        Assert.True(near > 0 && beyond > 0, $"{near}, {beyond}");

        static DeepIdentificationResult Beside(double[] losses)
        {
            DeepRecordings recordings = new(Items);
            recordings.Add(1, [Layer(6, 2), Layer(6, 2)]);
            return Identification.OfDeep(recordings, Items, new(losses, 0.5, 0.05), new() { Draws = 2 });
        }
    }

    /// <summary>
    /// From weights that are nothing beside the targets all draws have the same losses: no candidate is farther than another, and every layer may be linear.
    /// </summary>
    [Fact]
    public void WhereNothingDiffersEveryLayerMayBeLinear()
    {
        DeepForecastResult foreseen = Identification.ForecastDeep(Items, [4, 4], 1e-60, 0.01, 3, new() { Draws = 2 });

        Assert.Equal([0, 0, 0], foreseen.Candidates.Select(candidate => candidate.Apart));
        Assert.Equal(2, foreseen.Chosen.LinearLayers);
    }

    /// <summary>Units are counted where they are looked at nearest to the first rest, not where training ends.</summary>
    [Fact]
    public void ForeseenUnitsAreCountedNearestToTheFirstRest()
    {
        const int Epochs = 400;
        DeepForecastResult foreseen = Forecast(12, Epochs);
        int[] looks = DeepForecast.Looks([.. foreseen.Epochs], Epochs, 2, 2, Shared.Count);
        int nearest = looks.MinBy(look => Math.Abs(look - foreseen.FirstRest));
        Assert.InRange(nearest, 1, Epochs - 100);

        double[][] alwaysOn = AlwaysOn(Shared, 12, Epochs, [nearest, Epochs - 1]);

        Assert.Equal(alwaysOn[0], foreseen.Layers.Select(layer => layer.AlwaysOn));
        Assert.NotEqual(alwaysOn[0], alwaysOn[1]);
    }

    /// <summary>Beside a recorded network they are counted at the recording that is nearest.</summary>
    [Fact]
    public void ForeseenUnitsAreCountedAtTheRecordingNearestToTheFirstRest()
    {
        double[] losses = [.. Enumerable.Range(0, 600).Select(epoch => 4 * Math.Exp(-epoch / 500.0))];
        DeepRecordings recordings = new(Shared);
        foreach (int epoch in new[] { 0, 350, 599 })
        {
            double[] layer = [.. Enumerable.Repeat(0.1, 12 * Shared.Count)];
            recordings.Add(epoch, [layer, layer]);
        }

        DeepIdentificationResult found = Identification.OfDeep(recordings, Shared, new(losses, 0.1, 0.01), new() { Draws = 2 });

        double[][] alwaysOn = AlwaysOn(Shared, 12, 600, [0, 350, 599]);
        Assert.Equal(347, found.FirstRest);
        Assert.Equal(alwaysOn[1], found.Layers.Select(layer => layer.AlwaysOn));
        Assert.NotEqual(alwaysOn[0], alwaysOn[1]);
    }

    /// <summary>
    /// Which gates a unit can have is decided of one-hot inputs alone; beside listed vectors a gate over both is not decided, as the first layer is
    /// not all that is asked of.
    /// </summary>
    [Fact]
    public void BesideListedVectorsGatesOverBothAreNotDecided()
    {
        IdentificationData mixed = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).Dense("X", "Which", 1, [1, 1, 2, 2]).WithTargets([1, 0, 0, 1], 1);
        IdentificationData oneHot = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Which", 2, [0, 0, 1, 1]).WithTargets([1, 0, 0, 1], 1);

        Assert.Null(ClassOf(mixed));
        Assert.Equal(GateClass.NotImplementable, ClassOf(oneHot));

        static GateClass? ClassOf(IdentificationData data)
        {
            LayerDatapoints datapoints = LayerDatapoints.Of(4);
            GateCensus census = GateCensus.Take(new[,] { { true, false, false, true } }, [1], datapoints);
            DeepRecordings recordings = new(data);
            recordings.Add(0, [census, census]);
            return Identification.OfDeep(recordings, data, new([1, 0.9], 0.1, 0.01), new() { Draws = 2 }).Recorded[0].Censuses[0].Patterns.Single().Class;
        }
    }

    /// <summary>Of several draws that diverge the first one is told of.</summary>
    [Fact]
    public void OfDrawsThatDivergeTheFirstIsToldOf()
    {
        int[] alone = [.. Enumerable.Range(0, 6).Select(draw => Diverged(1, (ulong)draw))];

        Assert.NotEqual(alone.Min(), alone.Max());
        Assert.Equal(alone.Min(), Diverged(6, 0));

        static int Diverged(int draws, ulong seed) => Assert.Throws<TrainingDivergedException>(
            () => RepresentativeDraws.Of(Items, 2, 1e-3, 3, 4_000, new() { Draws = draws, Seed = seed, ForecastEpochs = [0] }, LossScale.Sum)).Epoch;
    }

    // Every datapoint has a feature of its own and one that is in all, which equal targets make grow.
    private static readonly IdentificationData Shared = IdentificationData.Of(8)
        .Dense("X", 9, [.. Enumerable.Range(0, 8).SelectMany(n => Enumerable.Range(0, 9).Select(i => i == 8 ? 1.0 : i == n ? 2 : 0))])
        .WithTargets([.. Enumerable.Repeat(1.0, 8)], 1);

    private static DeepForecastResult Forecast(int units, int epochs) =>
        Identification.ForecastDeep(Shared, [units, units], 0.1, 0.01, epochs, new() { Draws = 2, ForecastEpochs = [0] });

    private static double[][] AlwaysOn(IdentificationData data, int units, int epochs, int[] looks) => [.. RepresentativeNetworks.Run(
        TwinTask.Of(GatedProblem.Of(data, [])), new TwinShape([units, units], [0.1, 0.1, 0.1]),
        new TwinDescent { Epochs = epochs, StepSize = 0.01, LossScale = LossScale.Sum },
        new DrawPlan { Draws = 2, GateShareEpochs = looks }).GateShares.Select(shares => shares.AlwaysOn)];

    // So many units that are on everywhere; the others at one of four datapoints.
    private static double[] Layer(int units, int alwaysOn) =>
        [.. Enumerable.Range(0, units).SelectMany(unit => Enumerable.Range(0, 4).Select(n => unit < alwaysOn || n == 0 ? 0.1 : 0))];
}
