using GateDsl.Tool.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Arrays;

/// <summary>Numbers in .csv files.</summary>
public sealed class CsvArrayTests
{
    [Theory]
    [InlineData("1,-2.5,3e-7\n4,5,6\n")]
    [InlineData("1,-2.5,3e-7\r\n4,5,6")]
    [InlineData("a,b,c\n1,-2.5,3e-7\n4,5,6\n")]
    [InlineData("\"a\",\"b\",\"c\"\n1,\"-2.5\", 3e-7\n4,5,6\n")]
    public void RowsAreReadExactly(string text)
    {
        using TestFolder folder = new();
        using NumberArray array = NumberArray.Open(Write(folder, text));

        Assert.Equal("2 x 3", array.Shape.ToString());
        Assert.Equal([1, -2.5, 3e-7, 4, 5, 6], array.ReadAll());
        double[] row = new double[3];
        array.Read(1, row.AsSpan());
        Assert.Equal([4.0, 5, 6], row);
        array.Read(0, row.AsSpan());
        Assert.Equal([1, -2.5, 3e-7], row);
    }

    [Theory]
    [InlineData("", "holds no row of numbers; expected numbers separated by commas")]
    [InlineData("a,b\n", "holds no row of numbers")]
    [InlineData("1,2\n3\n", "line 2 has 1 fields; expected 2, as in the first one")]
    [InlineData("1,2\n3,4,5\n", "line 2 has 3 fields; expected 2")]
    [InlineData("1,2\n3,x\n", "line 2 has 'x' in column 2; expected a number")]
    [InlineData("a,b\n1,2\n3,\n", "line 3 has '' in column 2; expected a number")]
    [InlineData("1,2\n3,nan\n", "element [1, 1] is NaN; expected finite numbers")]
    [InlineData("1,2\n3,1e999\n", "element [1, 1] is infinite; expected finite numbers")]
    public void WhatIsNoTableOfNumbersIsRefused(string text, string reason)
    {
        using TestFolder folder = new();
        string file = Write(folder, text);

        BadInputException exception = Assert.Throws<BadInputException>(() =>
        {
            using NumberArray array = NumberArray.Open(file);
            array.ReadAll();
        });

        Assert.StartsWith($"{file}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private static string Write(TestFolder folder, string text)
    {
        string file = Path.Combine(folder.Path, "A.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
