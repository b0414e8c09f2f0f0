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
