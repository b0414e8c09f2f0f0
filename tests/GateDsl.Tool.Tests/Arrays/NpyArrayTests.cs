using GateDsl.Tool.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Arrays;

/// <summary>.npy files by NumPy and by hand: the same numbers, whatever version, precision, byte order and order of the axes.</summary>
public sealed class NpyArrayTests
{
    /// <summary>The fixtures were written by NumPy 1.24: the element at [i, j, k] is (100 i + 10 j + k) / 7.</summary>
    [Theory]
    [InlineData("v1_f4_little_c", "3 x 5", true)]
    [InlineData("v1_f8_big_c", "3 x 5", false)]
    [InlineData("v2_f4_big_fortran", "2 x 3 x 4", true)]
    [InlineData("v2_f8_little_fortran", "3 x 5", false)]
    [InlineData("v3_f8_little_c", "2 x 3 x 4", false)]
    [InlineData("v3_f4_little_c", "7", true)]
    public void FilesOfNumPyAreReadExactly(string name, string shape, bool isSingle)
    {
        using NumberArray array = NumberArray.Open(Fixture(name));

        Assert.Equal(shape, array.Shape.ToString());
        Assert.Equal(isSingle, array.IsSingle);
        double[] expected = [.. Enumerable.Range(0, (int)array.Shape.Length).Select(i => Decimal(array.Shape.Index(i)) / 7.0)];
        Assert.Equal(isSingle ? [.. expected.Select(value => (double)(float)value)] : expected, array.ReadAll());
    }

    /// <summary>
    /// Axes long and short, so that runs are read one by one and with what lies between them, in one piece and in several; a row at a time in any
    /// order, and many at once.
    /// </summary>
    [Theory]
    [InlineData("<f4", 6, 5, 7)]
    [InlineData(">f4", 3000, 9)]
    [InlineData("<f8", 4, 1100, 60)]
    [InlineData(">f8", 2, 3, 4, 5)]
    [InlineData("<f4", 2500, 2, 130)]
    [InlineData("<f8", 1, 12)]
    [InlineData(">f8", 12, 1)]
    [InlineData("<f4", 12)]
    public void RowsAreTheSameInBothOrdersOfTheAxes(string type, params int[] shape)
    {
        using TestFolder folder = new();
        int rows = shape.SkipLast(1).Aggregate(1, (product, axis) => product * axis);
        int length = shape[^1];
        double[] values = [.. Enumerable.Range(0, rows * length).Select(i => (double)(i % 9973) / 8)];
        foreach (bool isFortranOrder in new[] { false, true })
        {
            using NumberArray array = NumberArray.Open(NpyBytes.Write(folder.Path, "a.npy", values, shape, type, isFortranOrder));

            Assert.Equal(rows, array.Shape.Rows);
            Assert.Equal(values, array.ReadAll());
            foreach (int first in new[] { rows - 1, 0, rows / 2 })
            {
                double[] one = new double[length];
                array.Read(first, one.AsSpan());
                Assert.Equal(values[(first * length)..((first + 1) * length)], one);
            }

            foreach (int count in new[] { Math.Max(1, rows / 4), Math.Max(1, rows / 2) })
            {
                float[] part = new float[count * length];
                int first = (rows - count) / 2;
                array.Read(first, part.AsSpan());
                Assert.Equal(values[(first * length)..((first + count) * length)].Select(value => (float)value), part);
            }
        }
    }

    [Fact]
    public void EntriesOfTheHeaderMayStandInAnyOrderAndNotation()
    {
        string[] headers =
        [
            "{'shape': (2L, 1L), 'fortran_order': False, 'descr': '<f4'}",
            "{\"descr\": \"<f4\", \"fortran_order\": True, \"shape\": (2, 1)}      \n",
            "{'descr': '=f4', 'shape': (2, 1), 'fortran_order': False, }\n",
        ];
        Assert.All(headers, header =>
        {
            using TestFolder folder = new();
            string file = Path.Combine(folder.Path, "a.npy");
            File.WriteAllBytes(file, NpyBytes.WithHeader(header, [0, 0, 128, 63, 0, 0, 0, 192]));
            using NumberArray array = NumberArray.Open(file);
            Assert.Equal([1.0, -2.0], array.ReadAll());
        });
    }

    private static double Decimal(string index) =>
        index.Trim('[', ']').Split(", ").Aggregate(0.0, (number, digit) => (10 * number) + int.Parse(digit, System.Globalization.CultureInfo.InvariantCulture));

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Arrays", "Fixtures", name + ".npy");
}
