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

    /// <summary>A row of truth values is no row of names.</summary>
    [Theory]
    [InlineData("True,False,True\nFalse,False,True\n", "2 x 3")]
    [InlineData("TRUE,FALSE,TRUE\nfalse,false,true", "2 x 3")]
    [InlineData("a,b,c\nTrue,False,True\n\"False\",false, TRUE\n", "2 x 3")]
    [InlineData("True,0,1\n0,False,1\n", "2 x 3")]
    [InlineData("True,False,True,False,False,True\n", "1 x 6")]
    public void TruthValuesAreOnesAndZeros(string text, string shape)
    {
        using TestFolder folder = new();
        using NumberArray array = NumberArray.Open(Write(folder, text));

        Assert.Equal(shape, array.Shape.ToString());
        Assert.Equal([1, 0, 1, 0, 0, 1], array.ReadAll());
    }

    [Theory]
    [InlineData("", "holds no row of numbers; expected numbers separated by commas")]
    [InlineData("a,b\n", "holds no row of numbers, only a line that names columns: it begins with 'a,b'")]
    [InlineData("True,x\n1,2\n", "line 1 has 'x' in column 2; expected a number, or True or False")]
    [InlineData("True,False\nyes,no\n", "line 2 has 'yes' in column 1; expected a number, or True or False")]
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
