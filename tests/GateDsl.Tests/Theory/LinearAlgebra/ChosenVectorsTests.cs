using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

/// <summary>Singular vectors that a matrix does not determine are chosen so that they depend on what it does determine alone.</summary>
public sealed class ChosenVectorsTests
{
    [Fact]
    public void WhateverBasisOfEqualModesComesInTheSameGoesOut()
    {
        Random random = new(11);
        for (int trial = 0; trial < 200; trial++)
        {
            // Two clusters of equal values around one that is alone.
            int rows = random.Next(6, 10), first = random.Next(1, 4), last = random.Next(1, 3), count = first + 1 + last;
            double[] s = [.. Enumerable.Repeat(3.0, first), 2.0, .. Enumerable.Repeat(1.0, last)];
            Matrix u = Orthonormal(random, rows, count), v = Orthonormal(random, rows, count);
            Matrix turn = Blocks(Orthonormal(random, first, first), Sign(random), Orthonormal(random, last, last));
            Matrix otherU = Times(u, turn), otherV = Times(v, turn), product = Rebuilt(u, s, v);
            EqualSingularValues.Canonicalise(u, s, v);
            EqualSingularValues.Canonicalise(otherU, s, otherV);
            AssertClose(product, Rebuilt(u, s, v));
            AssertClose(product, Rebuilt(otherU, s, otherV));
            AssertClose(Identity(count), Times(Transposed(v), v));
            for (int k = 0; k < count; k++)
            {
                // The mode that is alone is left as it is, sign and all.
                bool isAlone = k == first || (k > first ? last : first) == 1;
                double sign = isAlone ? Math.Sign(Dot(v, otherV, k)) : 1;
                for (int i = 0; i < rows; i++)
                {
                    Assert.Equal(v[i, k], sign * otherV[i, k], 1e-9);
                    Assert.Equal(u[i, k], sign * otherU[i, k], 1e-9);
                }

                double largest = Enumerable.Range(0, rows).Max(i => Math.Abs(v[i, k]));
                Assert.True(isAlone || v[Enumerable.Range(0, rows).First(i => Math.Abs(v[i, k]) >= largest * (1 - 1e-6)), k] > 0);
            }
        }
    }

    [Fact]
    public void TheFirstOfTheLargestEntriesIsPositive()
    {
        Assert.True(SignConvention.MustFlip([-2, 1], 0, 1, 2));
        Assert.False(SignConvention.MustFlip([1, -1, 0.5], 0, 1, 3));
        Assert.True(SignConvention.MustFlip([-1 + 1e-9, 1], 0, 1, 2));
        Assert.False(SignConvention.MustFlip([-1 + 1e-4, 1], 0, 1, 2));
        Assert.True(SignConvention.MustFlip([9, 0, 9, -3, 9, 2], 1, 2, 3));
        Assert.False(SignConvention.MustFlip([9, 0, 9, 3, -9, -2], 1, 2, 3));
        Assert.False(SignConvention.MustFlip([0, 0], 0, 1, 2));
        Assert.False(SignConvention.MustFlip([], 0, 1, 0));
    }

    /// <summary>Entries count as equal within a millionth of the largest.</summary>
    [Theory]
    [InlineData(0.9e-6, true)]
    [InlineData(1.1e-6, false)]
    public void AMillionthIsTheMargin(double less, bool isFlipped) => Assert.Equal(isFlipped, SignConvention.MustFlip([-3 * (1 - less), 3], 0, 1, 2));

    /// <summary>
    /// Singular values are equal within 1e-9 of the largest: then their vectors are chosen, here those of the axes; else they stay as they are.
    /// </summary>
    [Theory]
    [InlineData(0.9e-9, true)]
    [InlineData(1.1e-9, false)]
    public void SingularValuesAreEqualWithinABillionth(double apart, bool areEqual)
    {
        Matrix u = new(3, 3, [1, 0, 0, 0, 0.6, -0.8, 0, 0.8, 0.6]);
        Matrix v = u.Copy();

        EqualSingularValues.Canonicalise(u, [5, 2, 2 - (5 * apart)], v);

        Assert.Equal(areEqual ? [1, 0, 0, 0, 1, 0, 0, 0, 1] : [1, 0, 0, 0, 0.6, -0.8, 0, 0.8, 0.6], v.Values.Select(value => Math.Round(value, 12)));
        Assert.Equal(v.Values, u.Values);
    }

    /// <summary>The power of two at or below a number; 1 of what has none whose inverse is as exact.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3.99, 2)]
    [InlineData(4, 4)]
    [InlineData(0.3, 0.25)]
    [InlineData(0, 1)]
    [InlineData(double.Epsilon, 1)]
    [InlineData(2e-308, 1)]
    [InlineData(9e307, 1)]
    [InlineData(double.MaxValue, 1)]
    public void APowerOfTwoIsNear(double magnitude, double expected) => Assert.Equal(expected, Precisions.PowerOfTwoNear(magnitude));

    /// <summary>Gram-Schmidt, twice, on random columns.</summary>
    private static Matrix Orthonormal(Random random, int rows, int columns)
    {
        Matrix matrix = new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() - 0.5)]);
        for (int k = 0; k < columns; k++)
        {
            for (int j = 0; j < 2 * k; j++)
            {
                double along = Enumerable.Range(0, rows).Sum(i => matrix[i, j % k] * matrix[i, k]);
                for (int i = 0; i < rows; i++)
                {
                    matrix[i, k] -= along * matrix[i, j % k];
                }
            }

            double norm = Math.Sqrt(Dot(matrix, matrix, k));
            for (int i = 0; i < rows; i++)
            {
                matrix[i, k] /= norm;
            }
        }

        return matrix;
    }

    private static Matrix Sign(Random random) => new(1, 1, [random.Next(2) == 0 ? 1.0 : -1.0]);

    private static double Dot(Matrix left, Matrix right, int column) => Enumerable.Range(0, left.Rows).Sum(i => left[i, column] * right[i, column]);

    private static Matrix Blocks(params Matrix[] blocks)
    {
        int size = blocks.Sum(block => block.Rows), at = 0;
        Matrix whole = new(size, size);
        foreach (Matrix block in blocks)
        {
            for (int i = 0; i < block.Rows * block.Columns; i++)
            {
                whole[at + (i / block.Columns), at + (i % block.Columns)] = block[i / block.Columns, i % block.Columns];
            }

            at += block.Rows;
        }

        return whole;
    }

    private static Matrix Identity(int size) => Blocks([.. Enumerable.Repeat(new Matrix(1, 1, [1.0]), size)]);

    private static Matrix Transposed(Matrix matrix)
    {
        Matrix transposed = new(matrix.Columns, matrix.Rows);
        for (int i = 0; i < matrix.Rows * matrix.Columns; i++)
        {
            transposed[i % matrix.Columns, i / matrix.Columns] = matrix[i / matrix.Columns, i % matrix.Columns];
        }

        return transposed;
    }

    private static Matrix Times(Matrix left, Matrix right)
    {
        Matrix product = new(left.Rows, right.Columns);
        for (int i = 0; i < left.Rows; i++)
        {
            for (int j = 0; j < right.Columns; j++)
            {
                product[i, j] = Enumerable.Range(0, left.Columns).Sum(k => left[i, k] * right[k, j]);
            }
        }

        return product;
    }

    private static Matrix Rebuilt(Matrix u, double[] s, Matrix v)
    {
        Matrix scaled = new(u.Rows, u.Columns, [.. u.Values.Select((value, i) => value * s[i % u.Columns])]);
        return Times(scaled, Transposed(v));
    }

    private static void AssertClose(Matrix expected, Matrix actual)
    {
        for (int i = 0; i < expected.Values.Length; i++)
        {
            Assert.Equal(expected.Values[i], actual.Values[i], 1e-12);
        }
    }
}
