using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>The public faces of "who wins": the data frame of modes and the ranking of gatings.</summary>
public sealed class WinnersTests
{
    [Fact]
    public void TheFrameOfModesHasEachModeWithItsOwnTime()
    {
        IReadOnlyList<PathwayMode> modes = DeepLinear.Race.Modes(DeepLinear.Experiment.CreateData(), sigma: 1e-3);
        double[] s = [Math.Sqrt(7) / 4, Math.Sqrt(3) / 4, 0.25, 0.25];
        Assert.Equal(4, modes.Count);
        foreach (PathwayMode mode in modes)
        {
            Assert.Equal("Code", mode.Pathway);
            Assert.Equal(s[mode.Mode], mode.InputOutputStrength, 1e-13);
            Assert.Equal(0.25, mode.InputStrength, 1e-13);
            Assert.Equal(64e-6 / 2, mode.Start, 1e-15);
            Assert.Equal(new ModeCurve(s[mode.Mode], 0.25, 64e-6 / 2).TimeTo(s[mode.Mode] / 0.5), mode.HalfTime, 1e-9);
        }

        Assert.Equal(2 * 64e-6 / 2, DeepLinear.Race.Modes(DeepLinear.Experiment.CreateData(), 1e-3, unitsPerPathway: 128)[0].Start, 1e-15);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void PathwaysThatMissOneContextComeNextAfterTheCommonOne(int contexts)
    {
        IReadOnlyList<RankedGating> ranked = GatingRace.OfContexts(contexts, ContextStructure.Same, 1e-4, 100, objects: 4);
        Assert.Equal(
            ["common", .. Enumerable.Range(1, contexts - 1).Reverse().Select(size => $"{size} of {contexts} contexts")], ranked.Select(gating => gating.Name));
        Assert.Equal(ranked.Select(gating => gating.FirstSingularValue).OrderDescending(), ranked.Select(gating => gating.FirstSingularValue));
    }

    [Fact]
    public void TheWinnerOfExclusiveOrFlipsAtTheCrossover()
    {
        Assert.Equal("one per point", GatingRace.OfXor(0.81, 1e-3)[0].Name);
        Assert.Equal("one per label", GatingRace.OfXor(0.823, 1e-3)[0].Name);
    }

    [Fact]
    public void NumbersOutOfRangeAreRefusedByName()
    {
        Assert.Equal("sigma", Assert.Throws<ArgumentOutOfRangeException>(() => GatingRace.OfContexts(3, ContextStructure.Same, 0, 100)).ParamName);
        Assert.Equal(
            "unitsPerPathway", Assert.Throws<ArgumentOutOfRangeException>(() => GatingRace.OfContexts(3, ContextStructure.Same, 1, double.NaN)).ParamName);
        Assert.Equal("points", Assert.Throws<ArgumentOutOfRangeException>(() => GatingRace.OfXor(1, 1, points: 0)).ParamName);
        Assert.Equal("sigma", Assert.Throws<ArgumentOutOfRangeException>(() => DeepLinear.Race.Modes(DeepLinear.Experiment.CreateData(), -1)).ParamName);
    }
}
