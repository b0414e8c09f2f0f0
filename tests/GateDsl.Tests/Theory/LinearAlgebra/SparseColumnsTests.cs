using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

public sealed class SparseColumnsTests
{
    [Fact]
    public void Products_have_the_bits_of_dense_ones()
    {
        var random = new Random(3);
        var x = new Matrix(9, 7);
        foreach (var place in new[] { 0, 11, 25, 26, 40, 62 })
        {
            x.Values[place] = random.NextDouble() - 0.5;
        }

        var sparse = SparseColumns.Of(x)!;
        var a = Filled(5, 9);
        var dense = Filled(5, 7);
        var own = dense.Copy();
        Products.AddProduct(-1, a, x, dense);
        sparse.SubtractProduct(a, own);
        Assert.Equal(dense.Values, own.Values);

        var pulls = Filled(5, 9);
        var ownPulls = pulls.Copy();
        Products.AddProduct(1, dense, x.Transpose(), pulls);
        sparse.AddProductWithTranspose(own, ownPulls);
        Assert.Equal(pulls.Values, ownPulls.Values);
        Assert.Equal(6, sparse.Count);

        Matrix Filled(int rows, int columns) =>
            new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() - 0.5)]);
    }

    [Fact]
    public void A_matrix_that_is_more_than_a_quarter_full_is_left_dense()
    {
        Assert.NotNull(SparseColumns.Of(Matrix.Identity(4)));
        Assert.Null(SparseColumns.Of(Matrix.Identity(3)));
    }
}
