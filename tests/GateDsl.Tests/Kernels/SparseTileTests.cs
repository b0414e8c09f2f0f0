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
