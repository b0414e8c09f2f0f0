using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

public sealed class SparseColumnsTests
{
    [Fact]
    public void ProductsHaveTheBitsOfDenseOnes()
    {
        Random random = new(3);
        Matrix x = new(9, 7);
        foreach (int place in new[] { 0, 11, 25, 26, 40, 62 })
        {
            x.Values[place] = random.NextDouble() - 0.5;
        }

        SparseColumns sparse = SparseColumns.Of(x)!;
        Matrix a = Filled(5, 9);
        Matrix dense = Filled(5, 7);
        Matrix own = dense.Copy();
        Products.AddProduct(-1, a, x, dense);
        sparse.SubtractProduct(a, own);
        Assert.Equal(dense.Values, own.Values);

        Matrix pulls = Filled(5, 9);
        Matrix ownPulls = pulls.Copy();
        Products.AddProduct(1, dense, x.Transpose(), pulls);
        sparse.AddProductWithTranspose(own, ownPulls);
        Assert.Equal(pulls.Values, ownPulls.Values);
        Assert.Equal(6, sparse.Count);

        Matrix Filled(int rows, int columns) =>
            new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() - 0.5)]);
    }

    [Fact]
    public void AMatrixThatIsMoreThanAQuarterFullIsLeftDense()
    {
        Assert.NotNull(SparseColumns.Of(Matrix.Identity(4)));
        Assert.Null(SparseColumns.Of(Matrix.Identity(3)));
    }
}
