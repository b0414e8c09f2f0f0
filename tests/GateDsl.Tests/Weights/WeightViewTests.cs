using GateDsl.CompilerServices;

namespace GateDsl.Tests;

public sealed class WeightViewTests
{
    [Fact]
    public void ABankShowsEachCopyLive()
    {
        double[][] weights = [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]];
        WeightBank<double> bank = new("AToB", targets: 2, sources: 3, [View(weights[0], 3), View(weights[1], 3)]);

        Assert.Equal(2, bank.Count);
        Assert.Equal([2, 3], bank[1].Lengths.ToArray());
        Assert.Equal(10, bank[1][1, 0]);
        bank[0][0, 2] = -1;
        Assert.Equal(-1, weights[0][2]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void ACopyThatThereIsNotIsRefused(int k)
    {
        WeightBank<float> bank = new("AToB", 1, 1, [View([1f], 1), View([2f], 1)]);

        Assert.Contains("AToB has the copies 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => bank[k].Clear()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGridIsIndexedBySourceThenTargetCopy()
    {
        WeightGrid<double> grid =
            new("Low", "Mix", targets: 1, sources: 2, [[View([1.0, 2], 2), default, View([3.0, 4], 2)], [View([5.0, 6], 2), View([7.0, 8], 2), default]]);

        Assert.Equal((2, 3), (grid.SourceCount, grid.TargetCount));
        Assert.Equal(4, grid[0, 2][0, 1]);
        Assert.Equal([1, 2], grid[1, 0].Lengths.ToArray());
        Assert.True(grid.IsConnected(1, 1));
        Assert.False(grid.IsConnected(1, 2));
    }

    [Fact]
    public void APairNeverOnTogetherIsRefusedByBothNames()
    {
        WeightGrid<double> grid = new("Low", "Mix", 1, 1, [[View([1.0], 1), default]]);
        string message = Assert.Throws<ArgumentException>(() => grid[0, 1].Clear()).Message;

        Assert.Contains("Low[0]", message, StringComparison.Ordinal);
        Assert.Contains("Mix[1]", message, StringComparison.Ordinal);
        Assert.Equal("i", Assert.Throws<ArgumentOutOfRangeException>(() => grid[1, 0].Clear()).ParamName);
        Assert.Equal("j", Assert.Throws<ArgumentOutOfRangeException>(() => grid[0, 2].Clear()).ParamName);
    }

    private static MatrixView<T> View<T>(T[] values, int columns) => new(values, 0, values.Length / columns, columns, columns);
}
