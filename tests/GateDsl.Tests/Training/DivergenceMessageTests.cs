using System.Globalization;

namespace GateDsl.Tests.Training;

/// <summary>
/// What a training that diverged says of steps. The bound is that of the end which small initial weights come to; one that the step was below, and
/// diverged, was computed where its assumption does not hold, and is no bound.
/// </summary>
public sealed class DivergenceMessageTests
{
    [Theory]
    [InlineData(1e-3, 1.76e-3)]
    [InlineData(1e-3, 1e-3)]
    [InlineData(1e-3, 1e6)]
    public void ABoundAboveTheStepIsNoBound(double stepSize, double bound)
    {
        TrainingDivergedException exception = new(7, 1e12, stepSize, bound);

        Assert.Equal(double.NaN, exception.StableStepSize);
        Assert.DoesNotContain("Steps are stable below", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"Take a smaller step size: {bound:G6}, the bound for small initial weights, does not hold for these."),
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABoundBelowItIsSaid()
    {
        TrainingDivergedException exception = new(7, 1e12, 0.1, 0.02);

        Assert.Equal(0.02, exception.StableStepSize);
        Assert.Equal("The training diverged: before the update of epoch 7 the loss was 1E+12 at step size 0.1. Steps are stable below 0.02.",
            exception.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhereNoneIsKnownNoneIsSaid(double bound)
    {
        TrainingDivergedException exception = new(7, double.NaN, 0.1, bound);

        Assert.Equal(double.NaN, exception.StableStepSize);
        Assert.EndsWith("Take a smaller step size.", exception.Message, StringComparison.Ordinal);
    }
}
