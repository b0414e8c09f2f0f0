using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>Units that leak or are off, against the definition, at all widths around those of vector registers.</summary>
public sealed class LeakTests
{
    public static TheoryData<int> Widths => [0, 1, 7, 8, 9, 15, 16, 17, 31, 33];

    [Theory]
    [MemberData(nameof(Widths))]
    public void ALeakMultipliesWhatIsNotAboveZero(int units)
    {
        Check<double>(units);
        Check<float>(units);
    }

    /// <summary>Minus zero is not above zero: nothing is left of it but zero, in a register and behind it.</summary>
    [Fact]
    public void MinusZeroIsRectifiedToZero()
    {
        double[] doubles = [.. Enumerable.Repeat(-0.0, 19)];
        float[] singles = [.. Enumerable.Repeat(-0f, 35)];
        RowArithmetic.Rectify<double>(doubles);
        RowArithmetic.Rectify<float>(singles);
        Assert.All(doubles, value => Assert.False(double.IsNegative(value)));
        Assert.All(singles, value => Assert.False(float.IsNegative(value)));
    }

    [Fact]
    public void NoNumberStaysNone()
    {
        double[] h = [double.NaN, double.PositiveInfinity, -0.0];
        RowArithmetic.Leak<double>(h, h, 0.5);

        Assert.True(double.IsNaN(h[0]));
        Assert.Equal([double.PositiveInfinity, -0.0], h[1..]);
    }

    /// <summary>In whole registers and behind them; an error behind such a unit is cleared, whatever it is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    public void AUnitThatIsNoNumberIsOff(int units)
    {
        double[] h = [.. Enumerable.Repeat(double.NaN, units)], b = [.. Enumerable.Range(1, units).Select(i => (double)i)], closed = [.. b], rectified = [.. h];
        closed[0] = double.PositiveInfinity;
        closed[^1] = double.NaN;
        double[] halves = [.. b.Select(value => value / 2)];

        RowArithmetic.Leak<double>(h, b, 0.5);
        RowArithmetic.Close<double>(h, closed);
        RowArithmetic.Rectify<double>(rectified);

        Assert.Equal(halves, b);
        Assert.Equal(new double[units], closed);
        Assert.Equal(new double[units], rectified);
    }

    private static void Check<T>(int units)
        where T : struct, IFloatingPointIeee754<T>
    {
        Random random = new(units);
        T[] h = [.. Enumerable.Range(0, 2 * units).Select(i => T.CreateChecked(i % 5 == 0 ? 0 : random.Next(-8, 9)))];
        T[] b = [.. h.Select(_ => T.CreateChecked(random.Next(-8, 9)))];
        T half = T.CreateChecked(0.5);
        T[] expected = [.. b.Select((value, i) => i >= units && !(h[i] > T.Zero) ? half * value : value)];

        BatchKernels.Leak<T>(h, b, [1], units, half);

        Assert.Equal(expected, b);
    }
}
