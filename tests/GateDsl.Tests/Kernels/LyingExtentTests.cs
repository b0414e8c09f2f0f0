using GateDsl.CompilerServices;

namespace GateDsl.Tests.Kernels;

/// <summary>
/// The one check before loops without checks: whatever is said about rows, columns and how far they are apart, nothing outside the given spans is
/// read or written. The numbers are a machine's whole range, the products of which leave 32 bits.
/// </summary>
public sealed class LyingExtentTests
{
    private const int Rows = 5;
    private const int Inner = 70;
    private const int Columns = 9;

    private static readonly int[] Lies = [-1, -8, int.MinValue, Rows + Inner + Columns, 1 << 16, int.MaxValue];

    private delegate void Product(
        ReadOnlySpan<double> a, int aRow, ReadOnlySpan<double> b, int bRow, Span<double> c, int cRow, int rows, int inner, int columns);

    [Theory]
    [InlineData("A B")]
    [InlineData("A B entry by entry")]
    [InlineData("A^T B")]
    [InlineData("A B^T")]
    [InlineData("A B^T of short rows")]
    public void AProductRefusesWhatIsNotThere(string kind)
    {
        int inner = kind.EndsWith("rows", StringComparison.Ordinal) ? 7 : Inner;
        bool isTransposedA = kind == "A^T B", isTransposedB = kind.StartsWith("A B^T", StringComparison.Ordinal);
        Product product = kind switch
        {
            "A B" => (a, aRow, b, bRow, c, cRow, rows, inner, columns) => MatrixProducts.Add(a, aRow, b, bRow, c, cRow, rows, inner, columns, 1.0),
            "A B entry by entry" =>
                (a, aRow, b, bRow, c, cRow, rows, inner, columns) => SmallProducts.Add(a, aRow, b, bRow, c, cRow, rows, inner, columns, 1.0),
            "A^T B" =>
                (a, aRow, b, bRow, c, cRow, rows, inner, columns) => MatrixProducts.AddFromTransposed(a, aRow, b, bRow, c, cRow, rows, inner, columns, 1.0),
            _ => (a, aRow, b, bRow, c, cRow, rows, inner, columns) => MatrixProducts.AddTransposed(a, aRow, b, bRow, c, cRow, rows, inner, columns, 1.0),
        };
        int[] said =
        [
            Rows * inner, isTransposedA ? Rows : inner, inner * Columns, isTransposedB ? inner : Columns, Rows * Columns, Columns, Rows, inner, Columns,
        ];
        Run(said);
        for (int i = 0; i < said.Length; i++)
        {
            // The lengths of the spans: one entry less. All else: lies.
            foreach (int lie in i is 0 or 2 or 4 ? [said[i] - 1] : Lies)
            {
                int[] lying = [.. said];
                lying[i] = lie;
                Assert.ThrowsAny<ArgumentException>(() => Run(lying));
            }
        }

        void Run(int[] s) => product(new double[s[0]], s[1], new double[s[2]], s[3], new double[s[4]], s[5], s[6], s[7], s[8]);
    }

    [Theory]
    [InlineData("A B, set")]
    [InlineData("A B, added")]
    [InlineData("A B^T")]
    [InlineData("A^T B")]
    public void AProductOfZerosRefusesWhatIsNotThere(string kind)
    {
        (int rows, int inner, int columns) = (150, 80, 140);
        Product product = kind switch
        {
            "A B, set" => SparseTile.Set,
            "A B, added" => SparseTile.Add,
            "A B^T" => SparseTile.AddTransposed,
            _ => (a, aRow, b, bRow, c, cRow, m, k, n) => SparseTile.AddFromTransposed(a, aRow, b, bRow, c, cRow, m, k, n, 1.0),
        };
        int[] said =
        [
            rows * inner, kind == "A^T B" ? rows : inner, inner * columns, kind == "A B^T" ? inner : columns, rows * columns, columns, rows, inner, columns,
        ];
        Run(said);
        for (int i = 0; i < said.Length; i++)
        {
            foreach (int lie in i is 0 or 2 or 4 ? [said[i] - 1] : Lies.Where(lie => lie is < 0 or > 1000))
            {
                int[] lying = [.. said];
                lying[i] = lie;
                Assert.ThrowsAny<ArgumentException>(() => Run(lying));
            }
        }

        void Run(int[] s) => product(new double[s[0]], s[1], new double[s[2]], s[3], new double[s[4]], s[5], s[6], s[7], s[8]);
    }

    [Fact]
    public void ATransposeRefusesWhatIsNotThere()
    {
        int[] said = [Rows * Columns, Columns, Columns * Rows, Rows, Rows, Columns];
        Run(said);
        for (int i = 0; i < said.Length; i++)
        {
            foreach (int lie in i is 0 or 2 ? [said[i] - 1] : Lies)
            {
                int[] lying = [.. said];
                lying[i] = lie;
                Assert.ThrowsAny<ArgumentException>(() => Run(lying));
            }
        }

        static void Run(int[] s) => MatrixPacking.Transpose<float>(new float[s[0]], s[1], new float[s[2]], s[3], s[4], s[5]);
    }

    /// <summary>Every number of a message is another one.</summary>
    [Fact]
    public void WhatIsNotThereIsSaidInNumbers()
    {
        Refused("a", "The matrix has 13 entries; 2 rows that start 7 apart with 10 entries 1 apart are not within it.",
            () => MatrixProducts.Set<double>(new double[13], 7, new double[500], 30, new double[500], 40, 2, 10, 20));
        Refused("a", "The matrix has 13 entries; 2 rows that start 1 apart with 10 entries 7 apart are not within it.",
            () => MatrixProducts.AddFromTransposed<double>(new double[13], 7, new double[500], 30, new double[500], 40, 2, 10, 20, 1));
        Refused("b", "The matrix has 200 entries; 10 rows that start 30 apart with 20 entries 1 apart are not within it.",
            () => MatrixProducts.Set<double>(new double[99], 11, new double[200], 30, new double[500], 40, 2, 10, 20));
        Refused("c", "The matrix has 59 entries; 2 rows that start 40 apart with 20 entries 1 apart are not within it.",
            () => MatrixProducts.Set<double>(new double[99], 11, new double[500], 30, new double[59], 40, 2, 10, 20));
        Refused("u", "The matrix has 4 entries; 1 rows that start 0 apart with 5 entries 1 apart are not within it.",
            () => DescentKernels.Roll<double>(new double[5], new double[4], 1, 0, 0.9));
        Refused(null, "A product of 3 x 4 and 5 x 6 does not fit a matrix of 7 x 8.", () => MatrixProducts.SetProduct(View(3, 4), View(5, 6), View(7, 8)));
        Refused(null, "A product of 4 x 3 and 5 x 6 does not fit a matrix of 7 x 8.",
            () => MatrixProducts.AddProductFromTransposed(View(3, 4), View(5, 6), View(7, 8), 1));
        Refused(null, "A product of 3 x 4 and 6 x 5 does not fit a matrix of 7 x 8.",
            () => MatrixProducts.AddProductWithTransposed(View(3, 4), View(5, 6), View(7, 8), 1));

        static MatrixView<double> View(int rows, int columns) => new(new double[rows * columns], 0, rows, columns, columns);

        static void Refused(string? parameter, string message, Action product)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(product);
            Assert.Equal(parameter, refused.ParamName);
            Assert.Equal(message + (parameter is null ? "" : $" (Parameter '{parameter}')"), refused.Message);
        }
    }

    [Fact]
    public void RowsThatAreReadAreAsLongAsTheRowThatIsWritten()
    {
        double[] row = new double[9], shorter = new double[8];
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Add<double>(shorter, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.AddScaled(shorter, 1, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Sum<double>(shorter, row, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Sum<double>(row, shorter, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Subtract<double>(shorter, row, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Subtract<double>(row, shorter, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Close<double>(shorter, row));
        Assert.ThrowsAny<ArgumentException>(() => RowArithmetic.Leak<double>(new double[8], new double[16], 0.5));
    }

    [Theory]
    [InlineData(-1, 3, 4, 4)]
    [InlineData(0, -3, 4, 4)]
    [InlineData(0, 3, -4, 4)]
    [InlineData(0, 3, 4, 3)]
    [InlineData(0, 3, 4, -4)]
    [InlineData(1, 3, 4, 4)]
    [InlineData(0, 4, 4, 4)]
    [InlineData(0, int.MaxValue, 4, int.MaxValue)]
    [InlineData(int.MaxValue, 3, 4, 4)]
    public void AViewLiesWithinItsArray(int first, int rows, int columns, int stride)
    {
        double[] values = new double[12];
        Assert.ThrowsAny<ArgumentException>(() => new MatrixView<double>(values, first, rows, columns, stride));
        Assert.ThrowsAny<ArgumentException>(() => MatrixView<double>.Packed(values, first, rows, columns, stride));
    }

    [Fact]
    public void APackedViewWithoutRowsHasNoEntries() => Assert.Equal(0, MatrixView<double>.Packed(new double[20], 3, 0, 5, 16).Span.Length);

    [Fact]
    public void ShapesOfViewsMustFit()
    {
        MatrixView<double> a = View(3, 4), b = View(4, 5), c = View(3, 5), at = View(4, 3), bt = View(5, 4);
        MatrixProducts.SetProduct(a, b, c);
        MatrixProducts.AddProductFromTransposed(at, b, c, 1);
        MatrixProducts.AddProductWithTransposed(a, bt, c, 1);
        foreach ((int rows, int columns) in new[] { (2, 4), (4, 4), (3, 3), (3, 5) })
        {
            MatrixView<double> other = View(rows, columns), transposed = View(columns, rows);
            Assert.Throws<ArgumentException>(() => MatrixProducts.SetProduct(other, b, c));
            Assert.Throws<ArgumentException>(() => MatrixProducts.AddProductFromTransposed(transposed, b, c, 1));
            Assert.Throws<ArgumentException>(() => MatrixProducts.AddProductWithTransposed(other, bt, c, 1));
        }

        Assert.Throws<ArgumentException>(() => MatrixProducts.SetProduct(a, View(4, 4), c));
        Assert.Throws<ArgumentException>(() => MatrixProducts.AddProductWithTransposed(a, View(6, 4), c, 1));

        static MatrixView<double> View(int rows, int columns) => new(new double[rows * columns], 0, rows, columns, columns);
    }
}
