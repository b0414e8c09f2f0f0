using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Modules;

/// <summary>The bound of every reason to doubt: none is given at it, and the one that belongs to it just beyond.</summary>
public sealed class DoubtBoundTests
{
    private static readonly Doubts.Figures Sure =
        new(6, 12, 0.03, IdentificationError.Losses, 0.25, 0.85, 0.25, 0.5, new(3, IsGiven: false, 0.02, "a rule"), 4);

    [Fact]
    public void AtAllBoundsThereIsNoDoubt()
    {
        Assert.Empty(Doubts.Of(Sure));
        Assert.Empty(Doubts.Of(Sure with { LossRms = double.NaN, AgainstNoise = double.NaN, Elbow = new(4, IsGiven: true, double.NaN, "k was given") }));
        Assert.Empty(Doubts.Of(Sure with { Impossible = 0, Looked = 0, Elbow = new(1, IsGiven: false, 0.2, "a rule"), Candidates = 1 }));
    }

    [Fact]
    public void BeyondABoundItsDoubtAloneIsGiven()
    {
        const string Usual = " or less is usual where few modules explain a network.";
        Assert.StartsWith("Of 11 gates of single units 6 are none that a ReLU unit over these inputs can have", Only(Sure with { Looked = 11 }),
            StringComparison.Ordinal);
        Assert.Equal("The losses of these modules differ from the network's by rms 0.031 of the first loss; 0.03" + Usual,
            Only(Sure with { LossRms = 0.0305 }));
        Assert.Equal("26% of the gate bits differ from their module's gate; 25%" + Usual, Only(Sure with { Residual = 0.2551 }));
        Assert.Equal("The targets have no structure that these gates catch: they leave 86% of what they would leave of random targets.",
            Only(Sure with { AgainstNoise = 0.8551 }));
        Assert.Equal("Units that hold 26% of the path strength are in no module.", Only(Sure with { Unexplained = 0.2551 }));
        Assert.Equal("Other starts or samples of the units find exactly these gates in 49% of the cases only.", Only(Sure with { Stability = 0.49 }));
        Assert.Equal("The elbow is not clear: a factor is within 0.019 of its threshold.", Only(Sure with { Elbow = Sure.Elbow with { Margin = 0.0194 } }));
        Assert.Equal("There is no elbow up to k = 3: further modules may pay.", Only(Sure with { Candidates = 3 }));
    }

    /// <summary>
    /// Losses that are far off are those of another training where they were given; where they were forecast, the modules are no explanation.
    /// </summary>
    [Theory]
    [InlineData(IdentificationError.Losses, 0.2, false)]
    [InlineData(IdentificationError.Losses, 0.2001, true)]
    [InlineData(IdentificationError.ForecastLosses, 0.2, false)]
    [InlineData(IdentificationError.ForecastLosses, 0.9, false)]
    public void GivenLossesThatAreFarOffAreOfAnotherTraining(IdentificationError kind, double rms, bool isOther)
    {
        string doubt = Only(Sure with { LossRms = rms, Kind = kind });

        Assert.Equal(isOther,
            doubt.StartsWith("The losses of these modules differ from those given by rms 0.200 of the first loss, as those of another training",
                StringComparison.Ordinal));
        Assert.Equal(!isOther, doubt.StartsWith("The losses of these modules differ from the network's", StringComparison.Ordinal));
    }

    private static string Only(Doubts.Figures figures) => Assert.Single(Doubts.Of(figures));
}
