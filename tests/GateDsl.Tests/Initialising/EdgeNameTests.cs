namespace GateDsl.Tests.Initialising;

public sealed class EdgeNameTests
{
    [Theory]
    [InlineData(" InToOut ", "InToOut", "InToOut")]
    [InlineData("InToOut[0]", "InToOut[0]", "InToOut")]
    [InlineData(" InToOut [ 1,2 ]", "InToOut[1, 2]", "InToOut")]
    [InlineData("InToOut[1, 2]", "InToOut[1, 2]", "InToOut")]
    public void SpaceDoesNotCount(string edge, string normalised, string withoutIndex)
    {
        Assert.Equal(normalised, EdgeName.Normalise(edge));
        Assert.Equal(withoutIndex, EdgeName.WithoutIndex(edge));
    }

    /// <summary>65 536 times 65 536 is 0 in 32 bits.</summary>
    [Fact]
    public void MoreWeightsThanAnArrayHoldsAreNotNone() => Assert.Equal("rowMajor", Assert.Throws<ArgumentException>(
        () => Gaussian.WithSigma(1).Fill("InToOut", 65_536, 65_536, 1, [])).ParamName);
}
