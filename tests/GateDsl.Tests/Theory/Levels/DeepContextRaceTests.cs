namespace GateDsl.Tests.Theory.Levels;

public sealed class DeepContextRaceTests
{
    /// <summary>Six measured seeds: 5174 +- 279 with the same structures, 4848 with different ones.</summary>
    [Theory]
    [InlineData(ContextStructure.Same, 5174)]
    [InlineData(ContextStructure.Different, 4848)]
    public void TheFirstDropComesWhenItWasMeasured(ContextStructure structure, double measured)
    {
        DeepContextRace race = DeepContextRace.Of(ContextTask.Create(3, structure), units: 420);

        DeepContextForecast forecast = race.Expect(sigma: 6e-4, stepSize: 1e-3, epochs: 5700, draws: 2);

        Assert.Equal(measured, Assert.Single(forecast.Drops), 0.05 * measured);
    }

    /// <summary>A narrow network from large weights runs through all stages in few epochs; its loss starts at L(0) and ends at 0.</summary>
    [Fact]
    public void TheStagesTakeTheLossFromItsStartToZero()
    {
        DeepContextRace race = DeepContextRace.Of(ContextTask.Create(3, ContextStructure.Same), units: 24);

        DeepContextForecast forecast = race.Expect(sigma: 0.02, stepSize: 2e-3, epochs: 12_000, draws: 2, seed: 4);

        Assert.Equal(96, race.InitialLoss);
        Assert.Equal(96, forecast.Loss[0], 0.1);
        Assert.Equal(0, forecast.Loss[^1], 1e-3);
        Assert.Equal(5, forecast.Drops.Length);
        Assert.Equal(forecast.Drops.Order(), forecast.Drops);
    }

    /// <summary>
    /// Modes are those of the best linear map, s = S sqrt(d); the first has half of both layers, the others 3/4 and 2/3. Losses are those of their strengths.
    /// </summary>
    [Fact]
    public void EveryStageIsItsModeAlone()
    {
        const double Sigma = 0.05, Step = 5e-3;
        const int Epochs = 1500;
        ContextTask task = ContextTask.Create(3, ContextStructure.Same);
        DeepContextRace race = DeepContextRace.Of(task, units: 24);
        LinearMapModes modes = LinearMapModes.Of(RestLevels.Inputs(task), RestLevels.Targets(task));
        (double S, double D)[] stages = [.. modes.Strengths.Zip(modes.InputStrengths, (s, d) => (S: Math.Round(s * Math.Sqrt(d), 9), D: Math.Round(d, 9)))
            .Where(mode => mode.S > 0).Distinct().OrderByDescending(mode => mode.S)];
        double[] levels = [96, .. race.Levels, 0];
        Assert.Equal(5, stages.Length);

        double[] loss = race.Expect(Sigma, Step, Epochs, draws: 1, seed: 9).Loss;

        double[][] strengths = [.. stages.Select((mode, k) =>
            new ThreeLayerMode(mode.S, mode.D, k == 0 ? 12 : 18, k == 0 ? 12 : 16).Strengths(Sigma, Step, Epochs, seed: 9))];
        for (int epoch = 0; epoch < Epochs; epoch += 100)
        {
            double expected = stages.Select((mode, k) => (levels[k] - levels[k + 1]) * Math.Pow(1 - (strengths[k][epoch] * mode.D / mode.S), 2)).Sum();
            Assert.Equal(expected, loss[epoch], 1e-4);
        }

        Assert.InRange(loss[^1], 0, 60);
    }

    [Fact]
    public void WithDifferentStructuresOnlyTheFirstDropIsPredicted()
    {
        DeepContextRace race = DeepContextRace.Of(ContextTask.Create(3, ContextStructure.Different), units: 24);

        DeepContextForecast forecast = race.Expect(sigma: 0.02, stepSize: 2e-3, epochs: 6000, draws: 1);

        Assert.Single(forecast.Drops);
        Assert.Equal(race.Levels[0], forecast.Loss[^1], 1e-9 * race.InitialLoss);
    }

    [Fact]
    public void ARunTooShortForAnyDropPredictsNone()
    {
        DeepContextRace race = DeepContextRace.Of(ContextTask.Create(3, ContextStructure.Same), units: 24);

        Assert.Empty(race.Expect(sigma: 6e-4, stepSize: 1e-3, epochs: 10).Drops);
    }

    [Fact]
    public void ItStopsWhenAskedTo() =>
        Assert.Throws<OperationCanceledException>(() => DeepContextRace.Of(ContextTask.Create(3, ContextStructure.Same), units: 24)
            .Expect(0.02, 2e-3, 1000, cancellationToken: new CancellationToken(canceled: true)));
}
