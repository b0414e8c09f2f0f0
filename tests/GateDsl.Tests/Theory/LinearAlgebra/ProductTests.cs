using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

public sealed class ProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 5)]
    [InlineData(7, 13, 11)]
    [InlineData(8, 16, 32)]
    [InlineData(5, 0, 6)]
    [InlineData(0, 3, 2)]
    public void ProductsAgreeWithTheDefinition(int m, int k, int n)
    {
        Matrix a = Random(m, k, 1);
        Matrix b = Random(k, n, 2);
        Matrix expected = Naive(a, b);
        AssertClose(expected, a.Times(b));
        AssertClose(expected, a.Transpose().TransposeTimes(b));
        AssertClose(expected, a.TimesTranspose(b.Transpose()));

        Matrix c = Random(m, n, 3);
        Matrix sum = c.Copy();
        Products.AddProduct(-2, a, b, sum);
        for (int i = 0; i < c.Values.Length; i++)
        {
            Assert.Equal(c.Values[i] - (2 * expected.Values[i]), sum.Values[i], 1e-13);
        }
    }

    [Fact]
    public void VectorAndPlainLoopsGiveTheSameBits()
    {
        // Width 13 runs through both; column j must equal the product with that column alone, which is all plain.
        Matrix a = Random(6, 9, 4);
        Matrix b = Random(9, 13, 5);
        Matrix whole = a.Times(b);
        for (int j = 0; j < 13; j++)
        {
            Assert.Equal(whole.Column(j), a.Times(new Matrix(9, 1, b.Column(j))).Values);
        }
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Matrix(2, 3).Times(new Matrix(2, 3)));
        Assert.Throws<ArgumentException>(() => new Matrix(2, 3).TransposeTimes(new Matrix(3, 2)));
        Assert.Throws<ArgumentException>(() => new Matrix(2, 2, new double[3]));
    }

    private static Matrix Random(int rows, int columns, int seed)
    {
        Random random = new(seed);
        return new(rows, columns, Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() - 0.5).ToArray());
    }

    private static Matrix Naive(Matrix a, Matrix b)
    {
        Matrix product = new(a.Rows, b.Columns);
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j < b.Columns; j++)
            {
                for (int k = 0; k < a.Columns; k++)
                {
                    product[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return product;
    }

    private static void AssertClose(Matrix expected, Matrix actual)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        for (int i = 0; i < expected.Values.Length; i++)
        {
            Assert.Equal(expected.Values[i], actual.Values[i], 1e-13);
        }
    }
}
