using System.Globalization;
using GateDsl.Tool.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Arrays;

/// <summary>Tables of another layout than it seems: wide ones are read, and what would be other numbers is named, with how the file begins.</summary>
public sealed class CsvLayoutTests
{
    /// <summary>Lines beyond every buffer: of 2 to 400,000 characters, with names and without, and both line ends.</summary>
    [Theory]
    [InlineData(1_000, "\n", false)]
    [InlineData(1_000, "\r\n", true)]
    [InlineData(20_000, "\n", true)]
    public void WideFilesAreRead(int columns, string end, bool hasNames)
    {
        double[][] rows = [.. Enumerable.Range(1, 3).Select(row => Enumerable.Range(0, columns).Select(column => Math.Sin(row + (0.1 * column))).ToArray())];
        string text = (hasNames ? string.Join(',', Enumerable.Range(0, columns).Select(column => $"d{column}")) + end : "")
            + string.Concat(rows.Select(row => string.Join(',', row.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + end));
        using CsvFiles files = new();
        using NumberArray array = NumberArray.Open(files.Write("A.csv", text));

        Assert.Equal($"3 x {columns}", array.Shape.ToString());
        Assert.Equal(rows.SelectMany(row => row), array.ReadAll());
    }

    [Fact]
    public void LossesMayStandInOneRow()
    {
        using CsvFiles files = new();
        using NumberArray array =
            NumberArray.Open(files.Write(
                "L.csv", string.Join(',', Enumerable.Range(0, 8_001).Select(epoch => (1.0 / (epoch + 1)).ToString("R", CultureInfo.InvariantCulture)))));

        Assert.Equal("1 x 8001", array.Shape.ToString());
        Assert.Equal(1.0 / 8_001, array.ReadAll()[^1]);
    }

    /// <summary>Wherever what is looked at of the first line ends.</summary>
    [Fact]
    public void ACommaAtTheEndOfWhatIsLookedAtIsNoneAtTheEndOfTheLine()
    {
        for (int first = 1; first <= 4; first++)
        {
            using CsvFiles files = new();
            using NumberArray array = NumberArray.Open(files.Write("L.csv", new string('1', first) + string.Concat(Enumerable.Repeat(",400", 30_000))));

            Assert.Equal(30_001, array.Shape.RowLength);
        }
    }

    [Theory]
    [InlineData("\n1,2\n\n3,4\n\n\n")]
    [InlineData("1,2\r\n  \r\n3,4")]
    public void BlankLinesArePassedOver(string text)
    {
        using CsvFiles files = new();
        using NumberArray array = NumberArray.Open(files.Write("A.csv", text));

        Assert.Equal("2 x 2", array.Shape.ToString());
        Assert.Equal([1.0, 2, 3, 4], array.ReadAll());
        double[] row = new double[2];
        array.Read(1, row.AsSpan());
        Assert.Equal([3.0, 4], row);
    }

    [Theory]
    [InlineData("1;2;3\n4;5;6\n", "its numbers are separated by semicolons; expected commas. It begins with '1;2;3'")]
    [InlineData("1,5;2,5\n4,0;5,5\n", "its numbers are separated by semicolons; expected commas. It begins with '1,5;2,5'")]
    [InlineData("1\t2\n3\t4\n", "its numbers are separated by tabs; expected commas. It begins with '1\t2'")]
    [InlineData("1.0e+00 2.0e+00\n3 4\n", "its numbers are separated by spaces; expected commas. It begins with '1.0e+00 2.0e+00'")]
    [InlineData("1|2|3\n4|5|6\n", "its numbers are separated by vertical bars; expected commas. It begins with '1|2|3'")]
    [InlineData("a | b\n1 | 2\n", "its numbers are separated by vertical bars")]
    [InlineData("1:2:3\n4:5:6\n", "its numbers are separated by colons")]
    [InlineData("1 & 2 & 3\n4 & 5 & 6\n", "its numbers are separated by ampersands")]
    [InlineData("[[1. 0. 0.]\n [0. 1. 0.]]\n", "its numbers are separated by spaces")]
    [InlineData("1,0\0\n0,1\n", "line 1 has '0\0' in column 2; expected a number")]
    [InlineData("1,2,\n3,4,\n", "line 1 ends with a comma")]
    [InlineData("1,2\n3,4,\n", "line 2 has 3 fields; expected 2, as in the first one, which begins with '1,2'")]
    [InlineData("1,2\n\"3,4\n5,6\n", "is no line of a .csv file; expected numbers separated by commas. The file begins with '1,2'")]
    [InlineData("1,\"2\" 3\n4,5\n", "is no line of a .csv file")]
    [InlineData("0,1,2,3\n0.5,0,0.1,2\n0,0,1,0\n", "its first line counts the columns: they are names, and would be read as numbers. It begins with '0,1,2,3'")]
    [InlineData("1,2,3\n0,0,1\n1,1,0\n", "its first line counts the columns")]
    [InlineData("0,1,2,3,4,5,6,7\n3,1,4,1,5,9,2,6\n", "its first line counts the columns")]
    [InlineData("24,25,26,27,28,29,30,31\n0.5,0,1,0,1,0,1,0\n", "its first line counts the columns")]
    [InlineData("0,10,20,30,40,50,60,70\n0,0,1,0,1,0,1,0\n", "its first line counts the columns")]
    [InlineData("3,7,1,0,2,6,5,4\n0,0,1,0,1,0,1,0\n", "its first line counts the columns")]
    [InlineData("\"1\",\"2\",\"3\"\n0.5,0,1\n", "its first line counts the columns")]
    [InlineData("0,0.5,0.25\n1,0.1,0.2\n2,0.7,0.9\n", "its first column counts the rows")]
    [InlineData("5,1\n3,.5\n1,.4\n0,.3\n4,.2\n2,.1\n7,.05\n6,.01\n", "its first column counts the rows")]
    [InlineData(",0,1\n0,0.5,0.25\n1,0.1,0.2\n", "its first line and its first column name columns and rows")]
    [InlineData("\"\",a,b\n0,0.5,0.25\n1,0.1,0.2\n", "its first line and its first column name columns and rows")]
    public void AnotherLayoutIsNamed(string text, string reason)
    {
        using CsvFiles files = new();
        string file = files.Write("A.csv", text);

        BadInputException exception = Assert.Throws<BadInputException>(() =>
        {
            using NumberArray array = NumberArray.Open(file);
            array.ReadAll();
        });

        Assert.StartsWith($"{file}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData("0,1\n1,0\n")]
    [InlineData("1,2\n3,4\n")]
    [InlineData("0,1,2\n5,3,1\n")]
    [InlineData("0,1,2\n0,1,2\n0.5,1,1\n")]
    [InlineData("0,1,2,3,4,5,6,7,8\n")]
    [InlineData("1,0\n0,1\n0,0\n")]
    [InlineData("0,10,20,30\n0,0,1,0\n")]
    [InlineData("3,1,2,0\n0.5,0,1,0\n")]
    [InlineData("70,60,50,40,30,20,10,0\n0,0,1,0,1,0,1,0\n")]
    [InlineData("-4,-3,-2,-1,0,1,2,3\n0,0,1,0,1,0,1,0\n")]
    [InlineData("# made elsewhere: a | b\n1,2\n3,4\n")]
    public void NumbersThatHappenToCountAreNumbers(string text)
    {
        using CsvFiles files = new();
        using NumberArray array = NumberArray.Open(files.Write("A.csv", text));

        Assert.Equal(text.Count(c => c == '\n') - (text.StartsWith('#') ? 1 : 0), array.Shape.Rows);
        Assert.Equal(array.Shape.Length, array.ReadAll().Length);
    }

    /// <summary>Any bytes under the name of a table end as numbers or as a line on that file.</summary>
    [Fact]
    public void RandomTextIsReadOrRefused()
    {
        Random random = new(5);
        const string Letters = "0123456789.,,,,\n\n\"-+eE \t;\ra'\0é\\";
        for (int round = 0; round < 1_000; round++)
        {
            using CsvFiles files = new();
            string file = files.Write("A.csv", string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)])));
            try
            {
                using NumberArray array = NumberArray.Open(file);
                array.ReadAll();
            }
            catch (BadInputException exception)
            {
                Assert.StartsWith($"{file}: ", exception.Message, StringComparison.Ordinal);
            }
        }
    }
}
