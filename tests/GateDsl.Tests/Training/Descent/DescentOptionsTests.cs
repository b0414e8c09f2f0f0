namespace GateDsl.Tests.Training.Descent;

/// <summary>Factors by name, and the largest stable step against updates of L = h w^2 / 2 written out.</summary>
public sealed class DescentOptionsTests
{
    private static readonly string[] Edges = ["ItemToCommon", "ItemToPairs[0]", "ItemToPairs[1]", "HighToMix[0, 1]"];

    [Fact]
    public void TheNameWithTheIndexWins()
    {
        DescentOptions update = Options(new() { ["ItemToPairs"] = 0.5, ["ItemToPairs[1]"] = 0, ["HighToMix[0,1]"] = 2 });

        Assert.Equal([1, 0.5, 0, 2], update.Factors);
        Assert.False(update.IsPlain);
    }

    [Fact]
    public void WithoutOptionsItIsPlain() => Assert.True(Options([]).IsPlain);

    [Theory]
    [InlineData("ItemToPairs[2]")]
    [InlineData("Item")]
    [InlineData("itemToCommon")]
    [InlineData("")]
    public void AnUnknownEdgeIsNamedWithTheKnownOnes(string edge)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Options(new() { [edge] = 1 }));

        Assert.Equal(nameof(TrainingOptions.StepFactors), refused.ParamName);
        Assert.Contains($"names {edge}, which is none", refused.Message, StringComparison.Ordinal);
        Assert.Contains("HighToMix[0, 1]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneEdgeUnderTwoSpellingsIsRefused() =>
        Assert.Throws<ArgumentException>(() => Options(new() { ["HighToMix[0,1]"] = 1, ["HighToMix[0, 1]"] = 2 }));

    [Theory]
    [InlineData(0, false, 0, 1)]
    [InlineData(0.9, false, 0, 1)]
    [InlineData(0.9, true, 0, 1)]
    [InlineData(0.5, true, 0.3, 1)]
    [InlineData(0.5, false, 0.3, 4)]
    [InlineData(0, false, 2, 0.25)]
    public void TheStableStepIsWhereUpdatesStopToContract(double momentum, bool isNesterov, double decay, double factor)
    {
        const double Curvature = 3;
        DescentOptions update = new(momentum, isNesterov, decay, [factor]);
        double stable = update.StableStepSize(2 / Curvature);

        Assert.True(After(stable * 0.99) < 1e-3);
        Assert.True(After(stable * 1.01) > 1e3);

        double After(double eta)
        {
            (double w, double v) = (1, 0);
            for (int update = 0; update < 3000; update++)
            {
                double g = (Curvature * w) + (decay * w);
                v = (momentum * v) + g;
                w -= eta * factor * (isNesterov ? g + (momentum * v) : v);
            }

            return Math.Abs(w);
        }
    }

    private static DescentOptions Options(Dictionary<string, double> factors) =>
        DescentOptions.Of(new TrainingOptions { StepFactors = factors }, Edges);
}
