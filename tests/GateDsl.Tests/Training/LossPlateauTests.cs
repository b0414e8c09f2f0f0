namespace GateDsl.Tests.Training;

/// <summary>Plateaus of curves made of straight pieces in log L, whose rates and levels are known.</summary>
public sealed class LossPlateauTests
{
    [Fact]
    public void TwoRestsBetweenThreeFallsAreFoundWithTheirLevels()
    {
        double[] losses = [.. Rest(100, 2000), .. Fall(100, 50, 500), .. Rest(50, 3000), .. Fall(50, 20, 500), .. Rest(20, 1000), .. Fall(20, 0.1, 1000)];

        LossPlateau[] plateaus = [.. LossPlateau.Find(losses)];

        Assert.Equal([50.0, 20.0], plateaus.Select(plateau => plateau.Level), (a, b) => Math.Abs(a - b) < 1e-9);

        // A window of 201 epochs that reaches into a fall, whose rate is a hundred times the bound, is no rest.
        Assert.InRange(plateaus[0].FirstEpoch, 2500, 2601);
        Assert.InRange(plateaus[0].LastEpoch, 5400, 5500);
        Assert.Equal(plateaus[0].LastEpoch - plateaus[0].FirstEpoch + 1, plateaus[0].Epochs);
    }

    [Fact]
    public void TheStartDoesNotCountNorWhatIsBelowAHundredthOfIt() =>
        Assert.Empty(LossPlateau.Find([.. Rest(100, 3000), .. Fall(100, 0.9, 1000), .. Rest(0.9, 3000)]));

    [Theory]
    [InlineData(4e-5, 1)]
    [InlineData(6e-5, 0)]
    public void ALossThatStillFallsRestsOnlyBelowTheRate(double rate, int plateaus)
    {
        double[] slow = [.. Enumerable.Range(0, 4000).Select(epoch => 50 * Math.Exp(-rate * epoch))];

        Assert.Equal(plateaus, LossPlateau.Find([.. Fall(100, 50, 500), .. slow, .. Fall(slow[^1], 1, 500)]).Count);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(300, 0)]
    public void ARestHasTwoPercentOfTheEpochsLessTheWindowAtItsEnds(int rest, int plateaus)
    {
        double[] losses = [.. Fall(100, 50, 4000), .. Rest(50, rest), .. Fall(50, 1, 10_000 - 4000 - rest)];

        Assert.Equal(plateaus, LossPlateau.Find(losses).Count);
    }

    [Fact]
    public void ALossOfZeroIsNoPlateauAndDoesNotHideOneBefore() =>
        Assert.Single(LossPlateau.Find([.. Fall(100, 50, 500), .. Rest(50, 2000), .. Enumerable.Repeat(0.0, 2000)]));

    [Fact]
    public void ShortCurvesHaveNone()
    {
        Assert.Empty(LossPlateau.Find([]));
        Assert.Empty(LossPlateau.Find([1.0]));
        Assert.Empty(LossPlateau.Find([1.0, 0.99]));
    }

    [Fact]
    public void CurvesThatAreNoLossesAreRefused()
    {
        Assert.Equal("losses", Assert.Throws<ArgumentException>(() => LossPlateau.Find([0.0, 1])).ParamName);
        Assert.Equal("losses", Assert.Throws<ArgumentException>(() => LossPlateau.Find([1.0, double.NaN])).ParamName);
        Assert.Equal("losses", Assert.Throws<ArgumentException>(() => LossPlateau.Find([1.0, -1])).ParamName);
    }

    private static IEnumerable<double> Rest(double level, int epochs) => Enumerable.Repeat(level, epochs);

    /// <summary>From one level to another, evenly in log L.</summary>
    private static IEnumerable<double> Fall(double from, double to, int epochs) =>
        Enumerable.Range(0, epochs).Select(epoch => from * Math.Pow(to / from, (double)epoch / epochs));
}
