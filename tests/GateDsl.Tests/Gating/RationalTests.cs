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
    [InlineData(" 1/2")]
    [InlineData("1 /2")]
    [InlineData("1/ 2")]
    [InlineData("1.-5")]
    [InlineData("1.+5")]
    [InlineData(".-5")]
    [InlineData(".+5")]
    [InlineData("-.")]
    [InlineData("1e")]
    [InlineData("1e 5")]
    [InlineData("1e5 ")]
    [InlineData("e5")]
    [InlineData("/3")]
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
    public void InfinityIsNoNumber()
    {
        Assert.Throws<ArgumentException>(() => Rational.FromDouble(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => Rational.FromDouble(double.NegativeInfinity));
        Assert.Throws<ArgumentException>(() => Rational.FromDouble(double.NaN));
    }

    [Fact]
    public void ArithmeticIsThatOfFractions()
    {
        int[] tops = [-6, -4, -1, 0, 1, 2, 5, 9], bottoms = [-4, -3, -1, 1, 2, 6];
        var all = (from top in tops from bottom in bottoms select (top, bottom)).ToArray();
        foreach ((int a, int b) in all)
        {
            Rational left = Rational.Of(a, b);
            Assert.True(left.Denominator.Sign > 0);
            Assert.Equal(BigInteger.One, BigInteger.GreatestCommonDivisor(left.Numerator, left.Denominator));
            foreach ((int c, int d) in all)
            {
                Rational right = Rational.Of(c, d);
                AssertIs((a * d) + (c * b), b * d, left + right);
                AssertIs(a * c, b * d, left * right);

                // Both sides times (bd)^2 > 0.
                Assert.Equal(Math.Sign((a * b * d * d) - (c * d * b * b)), Math.Sign(left.CompareTo(right)));
                Assert.Equal(a * d == c * b, left.Equals(right));
                Assert.Equal(a * d == c * b, left.Equals((object)right));
                Assert.True(!left.Equals(right) || left.GetHashCode() == right.GetHashCode());
            }
        }

        static void AssertIs(int top, int bottom, Rational value) => Assert.Equal(top * value.Denominator, bottom * value.Numerator);
    }

    [Fact]
    public void TheDefaultValueIsZeroAndNothingIsDividedByIt()
    {
        Assert.Equal(default, Rational.Zero);
        Assert.True(Rational.Zero.IsZero);
        Assert.Equal("0", default(Rational).ToString());
        Assert.False(Rational.One.IsZero);
        Assert.False(Rational.One.Equals("1"));
        Assert.Throws<DivideByZeroException>(() => Rational.Of(1, 0));
    }

    [Fact]
    public void ExponentsGoAsFarAsTheySay()
    {
        Assert.True(Rational.TryParse("2e400", out Rational large));
        Assert.Equal(2 * BigInteger.Pow(10, 400), large.Numerator);
        Assert.True(Rational.TryParse("3e-400", out Rational small));
        Assert.Equal(BigInteger.Pow(10, 400), small.Denominator);
        Assert.False(Rational.TryParse("3e-401", out Rational none));
        Assert.True(none.IsZero);
        Assert.False(Rational.TryParse("7/0", out none));
        Assert.True(none.IsZero);
        Assert.True(Rational.TryParse("-12/18", out Rational fraction));
        Assert.Equal("-2/3", fraction.ToString());
    }
}
