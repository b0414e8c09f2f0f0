namespace GateDsl.Tests.Kernels;

/// <summary>Products that are made once: small ones, those on either side of the bound, and large ones, against a triple loop over whole numbers.</summary>
public sealed class SingleProductsTests
{
    [Theory]
    [InlineData(0, 3, 4)]
    [InlineData(3, 0, 4)]
    [InlineData(3, 4, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 64, 4)]
    [InlineData(7, 5, 9)]
    [InlineData(32, 32, 32)]
    [InlineData(32, 33, 32)]
    [InlineData(17, 70, 41)]
    public void EveryEntryIsItsSum(int rows, int inner, int columns)
    {
        Random random = new(rows + inner + columns);
        (double[] a, double[] b, double[] c) = (Draw(rows * inner), Draw(inner * (columns + 2)), Draw(rows * (columns + 1)));
        double[] turned = new double[a.Length], set = (double[])c.Clone(), added = (double[])c.Clone();
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < inner; k++)
            {
                turned[(k * rows) + i] = a[(i * inner) + k];
            }

            for (int j = 0; j < columns; j++)
            {
                double sum = Enumerable.Range(0, inner).Sum(k => a[(i * inner) + k] * b[(k * (columns + 2)) + j]);
                set[(i * (columns + 1)) + j] = sum;
                added[(i * (columns + 1)) + j] -= 3 * sum;
            }
        }

        Assert.Equal(set, Made(target => SingleProducts.Set(a, inner, 1, b, columns + 2, target, columns + 1, rows, inner, columns)));
        Assert.Equal(set, Made(target => SingleProducts.Set(turned, 1, rows, b, columns + 2, target, columns + 1, rows, inner, columns)));
        Assert.Equal(added, Made(target => SingleProducts.Add(a, inner, 1, b, columns + 2, target, columns + 1, rows, inner, columns, -3)));
        Assert.Equal(added, Made(target => SingleProducts.Add(turned, 1, rows, b, columns + 2, target, columns + 1, rows, inner, columns, -3)));

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-9, 10))];

        double[] Made(Action<double[]> make)
        {
            double[] target = (double[])c.Clone();
            make(target);
            return target;
        }
    }

    /// <summary>Small and large products round differently, and rows must not depend on how many of them are made at a time.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(64)]
    public void ByPiecesItIsTheSameToTheLastBit(int rows)
    {
        const int Inner = 40, Columns = 30, Piece = 5;
        Random random = new(rows);
        double[] a = [.. Enumerable.Range(0, rows * Inner).Select(_ => random.NextDouble())];
        double[] b = [.. Enumerable.Range(0, Inner * Columns).Select(_ => random.NextDouble())];
        double[] atOnce = new double[rows * Columns], byPieces = new double[rows * Columns];

        SingleProducts.Set(a, Inner, 1, b, Columns, atOnce, Columns, rows, Inner, Columns);
        for (int first = 0; first < rows; first += Piece)
        {
            int some = Math.Min(Piece, rows - first);
            SingleProducts.Set(a.AsSpan(first * Inner), Inner, 1, b, Columns, byPieces.AsSpan(first * Columns), Columns, some, Inner, Columns, allRows: rows);
        }

        Assert.Equal(atOnce, byPieces);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40_000)]
    public void RowsAreMultiplied(int length)
    {
        double[] a = [.. Enumerable.Range(0, length).Select(i => (double)(i % 7))];
        double[] b = [.. Enumerable.Range(0, length).Select(i => (double)(i % 5))];

        Assert.Equal(Enumerable.Range(0, length).Sum(i => (double)(i % 7 * (i % 5))), SingleProducts.Dot(a, b));
    }

    [Fact]
    public void WhatIsNotWithinAMatrixIsRefused()
    {
        Assert.Throws<ArgumentException>(() => SingleProducts.Set(new double[5], 3, 1, new double[6], 2, new double[4], 2, 2, 3, 2));
        Assert.Throws<ArgumentException>(() => SingleProducts.Set(new double[6], 3, 1, new double[5], 2, new double[4], 2, 2, 3, 2));
        Assert.Throws<ArgumentException>(() => SingleProducts.Set(new double[6], 3, 1, new double[6], 2, new double[3], 2, 2, 3, 2));
    }
}
