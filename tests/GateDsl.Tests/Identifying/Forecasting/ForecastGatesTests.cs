using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>Gates of forecasts: which are read, where they are counted, and that without any there is no forecast.</summary>
public sealed class ForecastGatesTests
{
    /// <summary>
    /// Before any update a unit without bias is on at each of 30 one-hot datapoints or not, as a coin falls: none is on nowhere or everywhere.
    /// </summary>
    [Fact]
    public void AtTheStartEveryUnitIsOnSomewhere()
    {
        RepresentativeDraws run = RepresentativeDraws.Of(Ones(30), 50, 0.1, 0.01, 1, new() { Draws = 2, ForecastEpochs = [0] }, LossScale.Sum);
        GatePatterns patterns = GatePatterns.Of(run.Recordings);

        Assert.Equal(2, run.Recordings.Count);
        Assert.Equal((0, 0), (patterns.DeadRows, patterns.AlwaysOnRows));
    }

    /// <summary>
    /// Each of 20 datapoints has a feature of its own and a smaller one that is in all: at the start, to be on everywhere 20 weights have to be
    /// positive, nearly. Equal targets make the one in all grow most, until it keeps units on everywhere; that is counted where the loss rests.
    /// </summary>
    [Fact]
    public void AlwaysOnIsForeseenWhereTheLossRests()
    {
        const int Datapoints = 20;
        IdentificationData data = IdentificationData.Of(Datapoints)
            .Dense("X", Datapoints + 1,
                [.. Enumerable.Range(0, Datapoints).SelectMany(n => Enumerable.Range(0, Datapoints + 1).Select(i => i == Datapoints ? 1.0 : i == n ? 3 : 0))])
            .WithTargets([.. Enumerable.Repeat(1.0, Datapoints)], 1);
        int rest = Forecast([0]).FirstRest;
        DeepForecastResult foreseen = Forecast([0, rest]);
        double[] shares = [.. foreseen.Layers[0].Censuses.Select(
            census => census.Patterns.Where(row => !row.Pattern.Contains('0', StringComparison.Ordinal)).Sum(row => row.Share))];

        Assert.Equal((rest, 0), (foreseen.FirstRest, shares[0]));
        Assert.InRange(shares[1], 0.1, 1);
        Assert.InRange(foreseen.Layers[0].AlwaysOn, (1 / 12.0) - 1e-12, 1);

        DeepForecastResult Forecast(int[] read) => Identification.ForecastDeep(data, [6, 6], 0.1, 0.01, 300, new() { Draws = 2, ForecastEpochs = read });
    }

    /// <summary>
    /// After a step that is far too large no unit of the first layer is on, and then none above it: the network answers 0, and half the squared error is 1.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ALayerThatDiesIsNoForecast(double target)
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]).WithTargets([target, target], 1);

        TrainingDivergedException refused =
            Assert.Throws<TrainingDivergedException>(() => Identification.ForecastDeep(data, [4, 4], 0.5, 20, 60, new() { Draws = 2 }));

        Assert.StartsWith("The training killed all units of hidden layer 1: before the update of epoch ", refused.Message, StringComparison.Ordinal);
        Assert.Equal((1, 20), (refused.Loss, refused.StepSize));
    }

    /// <summary>More datapoints than all draws have units: before any update the network answers nearly 0.</summary>
    [Fact]
    public void ManyDatapointsAreForeseen()
    {
        DeepForecastResult foreseen = Identification.ForecastDeep(Ones(600), [2, 2], 1e-3, 1e-6, 2, new() { Draws = 2 });

        Assert.Equal([0, 1], foreseen.Epochs);
        Assert.Equal(300, foreseen.Prediction.Loss[0], 1e-3);
    }

    private static IdentificationData Ones(int datapoints) => IdentificationData.Of(datapoints)
        .OneHot("Item", datapoints, [.. Enumerable.Range(0, datapoints)]).WithTargets([.. Enumerable.Repeat(1.0, datapoints)], 1);
}
