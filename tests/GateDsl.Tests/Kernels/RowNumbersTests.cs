using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>Rows of numbers, converted, multiplied and measured: against one number at a time, for lengths around the widths of registers.</summary>
public sealed class RowNumbersTests
{
    public static TheoryData<int> Lengths => [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 67, 129];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ConversionsRoundToTheNearestNumber(int length)
    {
        double[] wide = Draw(length, Math.PI);
        float[] narrow = new float[length + 1];
        narrow[length] = 7;
        RowNumbers.Convert<double, float>(wide, narrow);

        Assert.Equal([.. wide.Select(value => (float)value), 7], narrow);

        double[] back = new double[length];
        RowNumbers.Convert<float, double>(narrow.AsSpan(0, length), back);
        Assert.Equal(narrow.Take(length).Select(value => (double)value), back);

        double[] same = new double[length];
        RowNumbers.Convert<double, double>(wide, same);
        Assert.Equal(wide, same);
    }

    [Fact]
    public void WhatIsTooLargeBecomesInfinite()
    {
        float[] narrow = new float[9];
        RowNumbers.Convert<double, float>([1e300, -1e300, double.NaN, 1e-300, 0, 1, 2, 3, 1e39], narrow);

        Assert.Equal([float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0, 0, 1, 2, 3, float.PositiveInfinity], narrow);
    }

    [Fact]
    public void ATargetThatIsTooShortIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RowNumbers.Convert<double, float>(new double[9], new float[8]));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ProductsOfWholeNumbersAreSummedUpExactly(int length)
    {
        double[] a = [.. Draw(length, 50).Select(value => Math.Round(value))];
        double[] b = [.. Draw(length + 3, 30).Select(value => Math.Round(value))];
        double expected = Enumerable.Range(0, length).Sum(i => a[i] * b[i]);

        Assert.Equal(expected, RowNumbers.Dot<double>(a, b));
        Assert.Equal((float)expected, RowNumbers.Dot<float>([.. a.Select(value => (float)value)], [.. b.Select(value => (float)value)]));
    }

    [Fact]
    public void ASecondRowThatIsTooShortIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => RowNumbers.Dot<double>(new double[9], new double[8]));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void WhatIsNotZeroIsCounted(int length)
    {
        float[] a = [.. Draw(length, 2).Select((value, i) => i % 5 == 4 ? float.NaN : Math.Abs(value) < 1 ? -0f : (float)value)];

        Assert.Equal(a.Count(value => value != 0), RowNumbers.CountNonzero<float>(a));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void TheLargestMagnitudeIsFoundWhereverItStands(int length)
    {
        CheckLargest<float>(length);
        CheckLargest<double>(length);
    }

    private static void CheckLargest<T>(int length)
        where T : struct, IFloatingPointIeee754<T>
    {
        T[] values = [.. Draw(length, 1).Select(value => T.CreateTruncating(value))];
        Assert.Equal(values.Select(value => T.Abs(value)).DefaultIfEmpty(T.Zero).Max(), RowNumbers.LargestMagnitude<T>(values));
        for (int i = 0; i < length; i++)
        {
            (T kept, values[i]) = (values[i], T.CreateTruncating(-17));
            Assert.Equal(T.CreateTruncating(17), RowNumbers.LargestMagnitude<T>(values));
            values[i] = T.NaN;
            Assert.True(T.IsNaN(RowNumbers.LargestMagnitude<T>(values)), $"{i} of {length}");
            values[i] = kept;
        }
    }

    private static double[] Draw(int length, double size)
    {
        Random random = new(length);
        return [.. Enumerable.Range(0, length).Select(_ => size * ((2 * random.NextDouble()) - 1))];
    }
}
