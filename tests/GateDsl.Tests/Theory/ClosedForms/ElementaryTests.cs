using GateDsl.Theory.ClosedForms;

namespace GateDsl.Tests.Theory.ClosedForms;

/// <summary>e^x - 1 and ln(1 + x) where the plain expressions cancel, and what modes refuse.</summary>
public sealed class ElementaryTests
{
    public static TheoryData<double> Arguments => [-0.9, -0.5, -1e-3, -1e-9, -1e-17, -1e-300, 0, 1e-300, 1e-17, 1e-9, 1e-3, 0.3, 1, 2, 40];

    [Theory]
    [MemberData(nameof(Arguments))]
    public void NothingIsLostNearZero(double x)
    {
        // Six terms of the series are exact to a double below a hundredth; above it the plain expression loses two digits at most.
        bool isSmall = Math.Abs(x) < 0.01;
        double exponential = isSmall ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5)))))))) : Math.Exp(x) - 1;
        double logarithm = isSmall ? x * (1 - (x * ((1.0 / 2) - (x * ((1.0 / 3) - (x * ((1.0 / 4) - (x / 5)))))))) : Math.Log(1 + x);
        Assert.Equal(exponential, AccurateElementary.ExpMinusOne(x), 1e-13 * Math.Abs(exponential));
        Assert.Equal(logarithm, AccurateElementary.LogOnePlus(x), 1e-13 * Math.Abs(logarithm));
    }

    [Fact]
    public void EndsAreReached()
    {
        Assert.Equal(-1, AccurateElementary.ExpMinusOne(-800));
        Assert.Equal(double.PositiveInfinity, AccurateElementary.ExpMinusOne(800));
        Assert.Equal(double.NegativeInfinity, AccurateElementary.LogOnePlus(-1));
        Assert.Equal(double.PositiveInfinity, AccurateElementary.LogOnePlus(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ModesHaveFiniteNumbersThatAreNotNegative(double value)
    {
        Assert.Equal("s", Assert.Throws<ArgumentOutOfRangeException>(() => new BalancedMode(value, 1, 1)).ParamName);
        Assert.Equal("d", Assert.Throws<ArgumentOutOfRangeException>(() => new BalancedMode(1, value, 1)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentOutOfRangeException>(() => new BalancedMode(1, 1, value)).ParamName);
        Assert.Equal(double.MaxValue, new BalancedMode(double.MaxValue, 0, 0).S);
    }

    [Fact]
    public void AStrengthThatIsNotOnTheWayIsNeverReached()
    {
        BalancedMode rising = new(2, 1, 0.5), falling = new(1, 1, 3);
        Assert.Equal(0, rising.TimeTo(0.5));
        Assert.All((double[])[0.4, 2, 2.5, 0, -1], strength => Assert.Equal(double.PositiveInfinity, rising.TimeTo(strength)));
        Assert.All((double[])[3.5, 1, 0.5, 0, -1], strength => Assert.Equal(double.PositiveInfinity, falling.TimeTo(strength)));
        Assert.All((double[])[0.6, 1.99], strength => Assert.Equal(strength, rising.At(rising.TimeTo(strength)), 1e-12));
        Assert.All((double[])[2.9, 1.01], strength => Assert.Equal(strength, falling.At(falling.TimeTo(strength)), 1e-12));
        Assert.Equal(double.PositiveInfinity, new BalancedMode(2, 1, 0).TimeTo(1));

        // Beyond s/d where the start is not beyond s, and below it where it is.
        BalancedMode beyond = new(1, 4, 0.5), below = new(1, 0.1, 2);
        Assert.All((double[])[0.45, 0.26], strength => Assert.Equal(strength, beyond.At(beyond.TimeTo(strength)), 1e-12));
        Assert.All((double[])[2.5, 9.9], strength => Assert.Equal(strength, below.At(below.TimeTo(strength)), 1e-12));
        Assert.Equal(0.5, new BalancedMode(0, 0, 0.5).End);
        Assert.Equal(0, new BalancedMode(2, 1, 0).End);
        Assert.Equal(2, rising.End);
    }

    /// <summary>The clock of steps, t (1 + h s) - 3/4 h ln(a/a0), does not go back beyond the start, as it would where steps are far too large.</summary>
    [Fact]
    public void StepsThatAreFarTooLargeLeaveAModeAtItsStart()
    {
        BalancedMode mode = new(1, 1, 1e-3);
        double flow = mode.At(2);
        Assert.True((2 * (1 + 4)) - (0.75 * 4 * Math.Log(flow / 1e-3)) < 0);

        Assert.Equal(1e-3, mode.AfterSteps(0.5, 4), 1e-18);
        Assert.Equal(mode.At((2 * 1.1) - (0.075 * Math.Log(flow / 1e-3))), mode.AfterSteps(20, 0.1), 1e-15);
    }
}
