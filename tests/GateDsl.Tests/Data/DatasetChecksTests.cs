namespace GateDsl.Tests;

public sealed class DatasetChecksTests
{
    private static void Names(Action check, params string[] parts)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(check);
        Assert.Equal(parts[0], refused.ParamName);
        Assert.All(parts, part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void TheFirstArgumentCountsTheDatapoints()
    {
        Assert.Equal(4, DatasetChecks.Datapoints("items", 12, 3));
        Assert.Equal(0, DatasetChecks.Datapoints("items", 0, 3));
        Names(() => DatasetChecks.Datapoints("sense", 13, 3), "sense", "13", "3 per datapoint");
    }

    [Fact]
    public void OtherArgumentsHaveARowForEach()
    {
        DatasetChecks.Length("targets", 8, 2, 4, "item");
        Names(() => DatasetChecks.Length("targets", 9, 2, 4, "item"), "targets", "9 values", "4 datapoints", "item", "need 8");
        Names(() => DatasetChecks.Destination("targets", 7, 2, 4), "targets", "7 values", "4 datapoints", "are 8");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void AnIndexOutOfRangeIsNamedWithItsDatapoint(int index)
    {
        DatasetChecks.Range("item", [0, 2], 3);
        Names(() => DatasetChecks.Range("item", [0, 2, index], 3), "item", $"is {index} at datapoint 2", "0 to 2");
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void AValueThatIsNotFiniteIsNamedWithItsDatapoint(float value, string text)
    {
        DatasetChecks.Finite<float>("sense", [1, 2], 2);
        Names(() => DatasetChecks.Finite<float>("sense", [1, 2, 3, value], 2), "sense", $"{text} at datapoint 1, feature 1", "finite");
        Names(() => DatasetChecks.FiniteWeights<double>("AToB[1]", [1, 2, 3, value], 2), "AToB[1]", $"{text} at [1, 1]", "finite");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AStepSizeMustBePositiveAndFinite(double stepSize)
    {
        Assert.Equal(1e-300, Positive.Require(1e-300, what: "The step size"));
        Names(() => Positive.Require(stepSize, what: "The step size"), "stepSize", "The step size must be positive and finite");
    }
}
