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

    private delegate void Product(ReadOnlySpan<double> a, int aRow, ReadOnlySpan<double> b, int bRow, Span<double> c, int cRow, int rows, int inner, int columns);

    [Theory]
    [InlineData("A B")]
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
            "A^T B" => (a, aRow, b, bRow, c, cRow, rows, inner, columns) => MatrixProducts.AddFromTransposed(a, aRow, b, bRow, c, cRow, rows, inner, columns, 1.0),
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
