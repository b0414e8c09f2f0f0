using System.Numerics;
using System.Runtime.Intrinsics;

namespace GateDsl.Tests.Kernels;

/// <summary>Where zeros are skipped: what they would have been multiplied by does not show, not even where it is no number.</summary>
public sealed class SparseTileTests
{
    private delegate void Product<T>(ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> b, int bRow, Span<T> c, int cRow, int rows, int inner, int columns);

    // Of 96 numbers of the inner extent, those that are not 0; of the rows or columns, as many as the registers need.
    [Theory]
    [InlineData("A B, set", 67, 8, true)]
    [InlineData("A B, set", 68, 8, false)]
    [InlineData("A B, set", 67, 7, false)]
    [InlineData("A B, added", 67, 8, true)]
    [InlineData("A B, added", 68, 8, false)]
    [InlineData("A B^T", 33, 4, true)]
    [InlineData("A B^T", 34, 4, false)]
    [InlineData("A B^T", 33, 3, false)]
    [InlineData("A^T B, A has zeros", 67, 8, true)]
    [InlineData("A^T B, A has zeros", 68, 8, false)]
    [InlineData("A^T B, B has zeros", 67, 8, true)]
    [InlineData("A^T B, B has zeros", 68, 8, false)]
    public void ZerosAreSkippedWhereItPays(string kind, int on, int registers, bool isSkipped)
    {
        Run<float>(kind, on, registers, isSkipped);
        Run<double>(kind, on, registers, isSkipped);
    }

    /// <summary>What is no number is not 0: a training that has failed shows that it has, in as many registers as are compared and behind them.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(98)]
    public void WhatIsNoNumberIsNotSkipped(int place)
    {
        Run<float>(place);
        Run<double>(place);
    }

    /// <summary>C += factor A^T B in each way that there is: the zeros of A are skipped, those of B, or none.</summary>
    [Theory]
    [InlineData(4, 1)]
    [InlineData(1, 4)]
    [InlineData(1, 1)]
    public void AFactorCountsOnce(int everyOfA, int everyOfB)
    {
        const int Inner = 96;
        int width = 8 * (Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count);
        double[] a = [.. Enumerable.Range(0, Inner * width).Select(i => i % everyOfA == 0 ? (i % 7) - 3.0 : 0)];
        double[] b = [.. Enumerable.Range(0, Inner * width).Select(i => i % everyOfB == 0 ? (i % 5) - 2.0 : 0)];
        double[] c = [.. Enumerable.Repeat(1.0, width * width)];

        SparseTile.AddFromTransposed<double>(a, width, b, width, c, width, width, Inner, width, 0.5);

        Assert.All(Enumerable.Range(0, c.Length), i =>
            Assert.Equal(1 + (0.5 * Enumerable.Range(0, Inner).Sum(k => a[(k * width) + (i / width)] * b[(k * width) + (i % width)])), c[i]));
    }

    private static void Run<T>(int place)
        where T : struct, IFloatingPointIeee754<T>
    {
        // Half of A is 0; 99 numbers of the inner extent, in two pieces, fill no register at the end.
        const int Rows = 64, Inner = 99;
        int columns = 8 * (Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256<T>.Count);
        T[] a = [.. Enumerable.Range(0, Rows * Inner).Select(i => i == (5 * Inner) + place ? T.NaN : i % 2 == 0 ? T.One : T.Zero)];
        T[] b = [.. Enumerable.Repeat(T.One, Inner * columns)];
        T[] c = new T[Rows * columns];

        SparseTile.Set(a, Inner, b, columns, c, columns, Rows, Inner, columns);

        Assert.All(Enumerable.Range(0, c.Length), i => Assert.Equal(i / columns == 5, T.IsNaN(c[i])));
    }

    private static void Run<T>(string kind, int on, int registers, bool isSkipped)
        where T : struct, IFloatingPointIeee754<T>
    {
        int inner = 96, lanes = Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256<T>.Count, width = registers * lanes;
        bool hasAZeros = kind != "A^T B, B has zeros";
        (int rows, int columns) = hasAZeros ? (64, width) : (width, 64);
        Product<T> product = kind switch
        {
            "A B, set" => SparseTile.Set,
            "A B, added" => SparseTile.Add,
            "A B^T" => SparseTile.AddTransposed,
            _ => (a, aRow, b, bRow, c, cRow, m, k, n) => SparseTile.AddFromTransposed(a, aRow, b, bRow, c, cRow, m, k, n, T.One),
        };

        // The inner extent runs along the rows or down the columns; the last numbers of it are 0 in one factor and no numbers in the other.
        T At(int k, bool isZero) => k < on ? T.One : isZero ? T.Zero : T.NaN;
        bool isATransposed = kind.StartsWith("A^T", StringComparison.Ordinal), isBTransposed = kind == "A B^T";
        T[] a = [.. Enumerable.Range(0, rows * inner).Select(i => At(isATransposed ? i / rows : i % inner, hasAZeros))];
        T[] b = [.. Enumerable.Range(0, inner * columns).Select(i => At(isBTransposed ? i % inner : i / columns, !hasAZeros))];
        T[] c = new T[rows * columns];
        product(a, isATransposed ? rows : inner, b, isBTransposed ? inner : columns, c, columns, rows, inner, columns);

        bool isListed = isSkipped && Vector256.IsHardwareAccelerated;
        Assert.All(c, value => Assert.Equal(isListed ? T.CreateChecked(on) : T.NaN, value));
    }
}
