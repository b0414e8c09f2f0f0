using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

public sealed class ElbowTests
{
    [Fact]
    public void IsTheFirstKFromWhichNoFurtherModulePays()
    {
        (int k, double margin) = Elbow.Of([([1, 0.6, 0.3, 0.27, 0.26], 0.8)], 1e-3);

        Assert.Equal(3, k);
        // From k = 3 the least factor is (0.26 / 0.3)^(1/2) or 0.9; at k = 2 it is 0.5, at k = 1 (0.3)^(1/2) = 0.548.
        Assert.Equal(0.9 - 0.8, margin, 1e-12);
    }

    [Fact]
    public void ALaterModuleThatPaysManyTimesOverIsWaitedFor() =>
        Assert.Equal(4, Elbow.Of([([1, 0.95, 0.9, 0.1, 0.1], 0.8)], 1e-3).K);

    /// <summary>
    /// From k = 1 the three further modules lower the error to 0.5^(1/3) = 0.794 each, just below the threshold; from k = 3 the last does so to 0.556.
    /// </summary>
    [Fact]
    public void TheLeastClearOfTheSmallerKSaysHowClearTheElbowIs()
    {
        (int k, double margin) = Elbow.Of([([1, 0.95, 0.9, 0.5, 0.5], 0.8)], 1e-3);

        Assert.Equal(4, k);
        Assert.Equal(0.8 - Math.Cbrt(0.5), margin, 1e-12);
    }

    [Fact]
    public void AnyOfTheErrorsMayAskForMore() =>
        Assert.Equal(3, Elbow.Of([([1, 0.5, 0.49, 0.48], 0.8), ([1, 0.9, 0.5, 0.5], 0.85)], 1e-3).K);

    [Fact]
    public void ErrorsBelowTheFloorAreNoDifferent() =>
        Assert.Equal(2, Elbow.Of([([1, 1e-4, 1e-8, 1e-12], 0.8)], 1e-3).K);

    /// <summary>Where no k up to the last predicts the losses, none is known to pay; where a later one does, it is waited for.</summary>
    [Theory]
    [InlineData(new[] { double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity }, 1, 1 - 0.8)]
    [InlineData(new[] { double.PositiveInfinity, double.PositiveInfinity, 0.3, 0.3 }, 3, 1 - 0.8)]
    public void InfiniteErrorsAreNoDifferentFromEachOther(double[] errors, int expected, double margin)
    {
        (int k, double found) = Elbow.Of([(errors, 0.8)], 1e-3);

        Assert.Equal(expected, k);
        Assert.Equal(margin, found, 1e-12);
    }

    [Fact]
    public void WhereErrorsFallToTheEndItIsTheLast() =>
        Assert.Equal(4, Elbow.Of([([1, 0.5, 0.25, 0.125], 0.8)], 1e-3).K);

    /// <summary>At exactly the threshold a further module does not pay, and nothing is clear about it; a little below it does.</summary>
    [Theory]
    [InlineData(0.8, 1, 0)]
    [InlineData(0.79, 2, 0.8 - 0.79)]
    [InlineData(0.83, 1, 0.83 - 0.8)]
    public void AtTheThresholdNoFurtherModulePays(double second, int expected, double margin)
    {
        (int k, double found) = Elbow.Of([([1, second], 0.8)], 1e-3);

        Assert.Equal(expected, k);
        Assert.Equal(margin, found, 1e-12);
    }

    /// <summary>A single k is the elbow by as much as the threshold is below 1.</summary>
    [Fact]
    public void OfOneKThereIsNothingToChoose() => Assert.Equal((1, 1 - 0.8), Elbow.Of([([0.3], 0.8)], 1e-3));
}
