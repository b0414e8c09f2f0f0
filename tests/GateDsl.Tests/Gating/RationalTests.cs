using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

public sealed class RationalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+2", "2")]
    [InlineData("0.5", "1/2")]
    [InlineData("-0.25", "-1/4")]
    [InlineData(".5", "1/2")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1000")]
    [InlineData("12.5e-2", "1/8")]
    [InlineData("1E+2", "100")]
    [InlineData("1/3", "1/3")]
    [InlineData("-4/6", "-2/3")]
    public void Reads(string text, string expected)
    {
        Assert.True(Rational.TryParse(text, out Rational value));
        Assert.Equal(expected, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1,5")]
    [InlineData("1/0")]
    [InlineData("1/-3")]
    [InlineData("1/2/3")]
    [InlineData("1 2")]
    [InlineData(" 1")]
    [InlineData("1.-5")]
    [InlineData("1.+5")]
    [InlineData("-.")]
    [InlineData("1e")]
    [InlineData("1e401")]
    [InlineData("1e99999999999")]
    [InlineData("NaN")]
    public void Refuses(string text) => Assert.False(Rational.TryParse(text, out _));

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    [InlineData(double.MaxValue)]
    public void DoublesAreExact(double value)
    {
        Rational exact = Rational.FromDouble(value);

        // A double is at most 53 bits over a power of two, so turning the fraction back is exact.
        int exponent = (int)exact.Denominator.GetBitLength() - 1;
        Assert.Equal(BigInteger.One << exponent, exact.Denominator);
        Assert.Equal(value, Math.ScaleB((double)exact.Numerator, -exponent));
    }

    [Fact]
    public void InfinityIsNoNumber() => Assert.Throws<ArgumentException>(() => Rational.FromDouble(double.PositiveInfinity));
}
