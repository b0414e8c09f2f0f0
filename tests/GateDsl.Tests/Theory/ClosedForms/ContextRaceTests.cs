namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class ContextRaceTests
{
    // The authors' setting for three contexts: 100 units per pathway, 0.005/700 for the common one, 0.01/700 for the others.
    private static readonly double CommonStart = 100 * Math.Pow(0.005 / 700, 2) / 2;
    private static readonly double ContextStart = 100 * Math.Pow(0.01 / 700, 2) / 2;

    [Fact]
    public void ThreeContextsFollowTheRecordedReluNetworks()
    {
        Reference reference = Reference.Load("race_same");
        double[] losses = ContextRace.Create(3, 8, CommonStart, ContextStart).Losses(8001, 1e-3);
        double[] epochs = reference.Array("epochs");
        foreach (string? network in new[] { "relu0", "relu1" })
        {
            double[] recorded = reference.Array(network);
            IEnumerable<double> squares = recorded.Select((loss, i) => Math.Pow(loss - losses[(int)epochs[i]], 2));
            double rms = Math.Sqrt(squares.Average()) / recorded[0];
            Assert.InRange(rms, 0, 0.016); // Measured for the theory: 0.011 against a network it never saw.
        }
    }

    [Theory]
    [InlineData(2, 4, 24.0)]
    [InlineData(3, 8, 96.0)]
    [InlineData(5, 8, 160.0)]
    [InlineData(4, 16, 320.0)]
    public void TheLossFallsFromThatOfTheTaskToZero(int contexts, int objects, double initial)
    {
        ContextTask task = ContextTask.Create(contexts, ContextStructure.Same, objects);
        Assert.Equal(initial, 0.5 * task.Targets.Sum(y => y * y));
        ContextRace race = ContextRace.Create(contexts, objects, 1e-9, 1e-9);
        Assert.Equal(initial, race.Loss(0), 1e-6);
        Assert.Equal(0, race.Loss(1e9), 1e-9);
        double[] losses = race.Losses(500, 0.1 / race.Count);
        Assert.All(losses.Skip(1).Zip(losses), pair => Assert.True(pair.First <= pair.Second + 1e-12));
    }

    [Fact]
    public void ModesAreThoseOfTheEffectiveDatasets()
    {
        const int C = 4;
        ContextRace race = ContextRace.Create(C, 8, 1e-9, 2e-9);
        double[] sigma = [Math.Sqrt(7), Math.Sqrt(3), Math.Sqrt(3), 1, 1, 1, 1];
        Assert.Equal(sigma.Length, race.CentredStrengths.Count);
        for (int k = 0; k < sigma.Length; k++)
        {
            Assert.Equal(sigma[k], race.CentredStrengths[k], 1e-13);
            Assert.Equal(Math.Sqrt(20) * sigma[k] / 32, race.CommonModes[k].InputOutputStrength, 1e-14);
            Assert.Equal(4.0 / 32, race.CommonModes[k].InputStrength, 1e-15);
            Assert.Equal(Math.Sqrt(0.75) * sigma[k] / 32, race.ResidualModes[k]!.InputOutputStrength, 1e-14);
            Assert.Equal(1.0 / 32, race.ResidualModes[k]!.InputStrength, 1e-15);
            Assert.Equal(race.CommonModes[k].TimeTo(race.CommonModes[k].End / 2, 7), race.HandOver(k, 7), 1e-12);

            // Continuous at the hand-over, and what the pathway has grown to along (C - 1; 1, ..., 1, 0).
            double grown = 2e-9 * Math.Exp(2 * Math.Sqrt(12) * sigma[k] / 32 * race.HandOver(k)) / 16;
            Assert.Equal(grown, race.ResidualAt(k, race.HandOver(k)), 1e-9 * grown);
            Assert.Equal(grown, race.ResidualAt(k, race.HandOver(k) * (1 - 1e-12)), 1e-6 * grown);
        }

        Assert.Equal(Math.Sqrt(120) / 32, race.ContextDifferenceMode.InputOutputStrength, 1e-14);
        Assert.Equal(8.0 / 32, race.ContextDifferenceMode.InputStrength, 1e-15);
        Assert.Equal((1 / 8.0) + (1 / 4.0), race.MeanMode.InputStrength, 1e-15);
    }

    [Fact]
    public void SettingsOutOfRangeAreRefusedByName()
    {
        Assert.Equal("contexts", Assert.Throws<ArgumentOutOfRangeException>(() => ContextRace.Create(1, 8, 1, 1)).ParamName);
        Assert.Equal("objects", Assert.Throws<ArgumentOutOfRangeException>(() => ContextRace.Create(3, 6, 1, 1)).ParamName);
        Assert.Equal("commonStart", Assert.Throws<ArgumentOutOfRangeException>(() => ContextRace.Create(3, 8, 0, 1)).ParamName);
        Assert.Equal("contextStart", Assert.Throws<ArgumentOutOfRangeException>(() => ContextRace.Create(3, 8, 1, double.NaN)).ParamName);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => ContextRace.Create(3, 8, 1, 1).Losses(-1, 1)).ParamName);
        Assert.Equal("stepSize", Assert.Throws<ArgumentOutOfRangeException>(() => ContextRace.Create(3, 8, 1, 1).Losses(1, 0)).ParamName);
    }
}
