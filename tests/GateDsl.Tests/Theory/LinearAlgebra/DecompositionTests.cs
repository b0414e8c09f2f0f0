using GateDsl.Theory.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.LinearAlgebra;

public sealed class DecompositionTests
{
    public static TheoryData<string> Names => MatrixCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Singular_values_agree_with_MathNet(string name)
    {
        var a = MatrixCases.Get(name);
        var svd = SingularValues.Of(MatrixAssert.FromMathNet(a));
        var k = Math.Min(a.RowCount, a.ColumnCount);
        Assert.Equal((a.RowCount, k, k, a.ColumnCount, k), (svd.U.Rows, svd.U.Columns, svd.S.Length, svd.V.Rows, svd.V.Columns));

        var scale = a.Enumerate().Max(Math.Abs) is > 0 and var largest ? largest : 1;
        var expected = (a / scale).Svd(computeVectors: false).S;
        for (var i = 0; i < k; i++)
        {
            Assert.Equal(expected[i], svd.S[i] / scale, 1e-13);
            Assert.True(svd.S[i] >= 0 && (i == 0 || svd.S[i] <= svd.S[i - 1]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Singular_vectors_are_orthonormal_and_rebuild_the_matrix(string name)
    {
        var a = MatrixCases.Get(name);
        var svd = SingularValues.Of(MatrixAssert.FromMathNet(a));
        MatrixAssert.Orthonormal(svd.U);
        MatrixAssert.Orthonormal(svd.V);
        var rebuilt = svd.U.ToMathNet() * DenseMatrix.OfDiagonalArray(svd.S) * svd.V.ToMathNet().Transpose();
        MatrixAssert.Close(a, rebuilt, 2e-14 * SizeOf(a));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Right_singular_vectors_have_the_stated_sign(string name)
    {
        var svd = SingularValues.Of(MatrixAssert.FromMathNet(MatrixCases.Get(name)));
        for (var k = 0; k < svd.V.Columns; k++)
        {
            AssertSign(svd.V.Column(k));
        }
    }

    [Fact]
    public void Small_singular_values_of_a_badly_scaled_matrix_keep_their_relative_accuracy()
    {
        // Columns scaled over twenty decades: the singular values are those of the scaled columns to relative precision.
        var columns = MatrixCases.Random(12, 3, 13).QR().Q.SubMatrix(0, 12, 0, 3);
        double[] scales = [1e-20, 1, 1e-10];
        var a = columns * DenseMatrix.OfDiagonalArray(scales);
        var s = SingularValues.Of(MatrixAssert.FromMathNet(a)).S;
        Assert.Equal(1, s[0], 1e-14);
        Assert.Equal(1, s[1] / 1e-10, 1e-13);
        Assert.Equal(1, s[2] / 1e-20, 1e-13);
    }

    [Theory]
    [InlineData("zero", 0)]
    [InlineData("rank two of six", 2)]
    [InlineData("rank one, equal entries", 1)]
    [InlineData("equal columns", 3)]
    [InlineData("one zero column", 3)]
    [InlineData("one-hot incidences", 10)]
    [InlineData("singular values over twelve decades", 5)]
    [InlineData("tiny", 4)]
    [InlineData("huge", 4)]
    public void Rank_counts_what_is_above_rounding(string name, int rank) =>
        Assert.Equal(rank, SingularValues.Of(MatrixAssert.FromMathNet(MatrixCases.Get(name))).Rank());

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void Empty_matrices_decompose_into_empty_factors(int rows, int columns)
    {
        var empty = new Matrix(rows, columns);
        var svd = SingularValues.Of(empty);
        Assert.Equal((rows, 0, columns, 0, 0), (svd.U.Rows, svd.U.Columns, svd.V.Rows, svd.V.Columns, svd.S.Length));
        Assert.Equal(0, svd.Rank());
        var qr = ThinQr.Of(empty);
        Assert.Equal((rows, 0, 0, columns), (qr.Q.Rows, qr.Q.Columns, qr.R.Rows, qr.R.Columns));
        Assert.Empty(SymmetricEigen.Of(new Matrix(0, 0)).Values);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(0, 0)).Rank);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Thin_qr_has_a_nonnegative_diagonal_and_rebuilds_the_matrix(string name)
    {
        var a = MatrixCases.Get(name);
        var qr = ThinQr.Of(MatrixAssert.FromMathNet(a));
        MatrixAssert.Orthonormal(qr.Q);
        AssertTrapezoid(qr.R);
        MatrixAssert.Close(a, qr.Q.ToMathNet() * qr.R.ToMathNet(), 1e-14 * SizeOf(a));
    }

    [Fact]
    public void Thin_qr_of_full_rank_is_the_one_with_a_positive_diagonal()
    {
        var a = MatrixCases.Random(9, 5, 21);
        var qr = ThinQr.Of(MatrixAssert.FromMathNet(a));

        // R is unique: the Cholesky factor of A^T A.
        var expected = (a.Transpose() * a).Cholesky().Factor.Transpose();
        MatrixAssert.Close(expected, qr.R.ToMathNet(), 1e-13);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pivoted_qr_rebuilds_the_matrix_with_a_falling_diagonal(string name)
    {
        var a = MatrixCases.Get(name);
        var qr = PivotedQr.Of(MatrixAssert.FromMathNet(a));
        MatrixAssert.Orthonormal(qr.Q);
        AssertTrapezoid(qr.R);
        Assert.Equal(Enumerable.Range(0, a.ColumnCount), qr.Order.Order());
        var permuted = Matrix<double>.Build.Dense(a.RowCount, a.ColumnCount, (i, j) => a[i, qr.Order[j]]);
        MatrixAssert.Close(permuted, qr.Q.ToMathNet() * qr.R.ToMathNet(), 1e-14 * SizeOf(a));
        for (var k = 1; k < Math.Min(qr.R.Rows, qr.R.Columns); k++)
        {
            Assert.True(qr.R[k, k] <= qr.R[k - 1, k - 1] * (1 + 1e-12));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Eigenvalues_of_the_gram_matrix_agree_with_its_singular_values(string name)
    {
        var a = MatrixCases.Get(name);
        var scale = a.Enumerate().Max(Math.Abs);
        a = scale > 0 ? a / scale : a;
        var g = a.Transpose() * a;
        var eigen = SymmetricEigen.Of(MatrixAssert.FromMathNet(g));
        MatrixAssert.Orthonormal(eigen.Vectors);
        var v = eigen.Vectors.ToMathNet();
        MatrixAssert.Close(g, v * DenseMatrix.OfDiagonalArray(eigen.Values) * v.Transpose(), 5e-14 * SizeOf(g));

        var s = a.Svd(computeVectors: false).S;
        for (var k = 0; k < eigen.Values.Length; k++)
        {
            Assert.Equal(k < s.Count ? s[k] * s[k] : 0, eigen.Values[k], 1e-13 * Math.Max(1, g.FrobeniusNorm()));
            AssertSign(eigen.Vectors.Column(k));
        }
    }

    [Fact]
    public void Eigenvalues_of_an_indefinite_matrix_fall_and_agree_with_MathNet()
    {
        var b = MatrixCases.Random(30, 30, 31);
        var a = b + b.Transpose();
        var expected = a.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending().ToArray();
        var eigen = SymmetricEigen.Of(MatrixAssert.FromMathNet(a));
        for (var k = 0; k < 30; k++)
        {
            Assert.Equal(expected[k], eigen.Values[k], 1e-12);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void Eigenvalues_of_the_second_difference_matrix_are_the_known_ones(int n)
    {
        var a = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            a[i, i] = 2;
            if (i > 0)
            {
                a[i, i - 1] = a[i - 1, i] = -1;
            }
        }

        var values = SymmetricEigen.Of(a).Values;
        for (var k = 1; k <= n; k++)
        {
            Assert.Equal(2 - (2 * Math.Cos(Math.PI * (n + 1 - k) / (n + 1))), values[k - 1], 1e-13);
        }
    }

    [Fact]
    public void Five_hundred_dimensions_take_seconds()
    {
        var b = MatrixCases.Random(500, 500, 41);
        var a = b + b.Transpose();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var eigen = SymmetricEigen.Of(MatrixAssert.FromMathNet(a));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(a.Trace(), eigen.Values.Sum(), 1e-9);
        var top = Vector<double>.Build.Dense(eigen.Vectors.Column(0));
        Assert.Equal(0, ((a * top) - (eigen.Values[0] * top)).L2Norm(), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pivoted_cholesky_rebuilds_the_gram_matrix_from_its_rank(string name)
    {
        var a = MatrixCases.Get(name);
        if (name is "huge" or "tiny")
        {
            a /= a.Enumerate().Max(Math.Abs);
        }

        var g = a.Transpose() * a;
        var cholesky = PivotedCholesky.Of(MatrixAssert.FromMathNet(g));
        if (cholesky.Rank > 0)
        {
            var l = cholesky.L.ToMathNet();
            MatrixAssert.Close(g, l * l.Transpose(), 4e-15 * g.RowCount * g.FrobeniusNorm());
        }

        if (name is not ("singular values over twelve decades" or "nearly equal singular values" or "kahan"))
        {
            Assert.Equal(a.Rank(), cholesky.Rank);
        }
    }

    [Fact]
    public void Pivots_are_the_largest_remaining_diagonals_and_the_factor_is_triangular_in_their_order()
    {
        var g = new Matrix(3, 3, [1, 0, 2, 0, 9, 0, 2, 0, 5]);
        var cholesky = PivotedCholesky.Of(g);
        Assert.Equal([1, 2, 0], cholesky.Pivots);
        Assert.Equal(0, cholesky.L[1, 1]);
        Assert.Equal(0, cholesky.L[1, 2]);
        Assert.Equal(0, cholesky.L[2, 2]);
        Assert.Equal(3, cholesky.L[1, 0]);
    }

    [Fact]
    public void Of_matrices_that_are_not_semidefinite_cholesky_takes_what_it_can()
    {
        Assert.Equal(1, PivotedCholesky.Of(new Matrix(2, 2, [1, 2, 2, 1])).Rank);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(1, 1, [-1])).Rank);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(2, 2, [0, 1, 1, 0])).Rank);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(1, 1, [double.NaN])).Rank);
    }

    [Fact]
    public void Rows_are_solved_where_they_lie_in_the_span()
    {
        var random = new Random(4);
        var a = DenseMatrix.Create(7, 3, (_, _) => random.NextDouble() - 0.5);
        var g = a * a.Transpose();
        var b = DenseMatrix.Create(5, 7, (_, _) => random.NextDouble() - 0.5) * g;
        var cholesky = PivotedCholesky.Of(MatrixAssert.FromMathNet(g));
        Assert.Equal(3, cholesky.Rank);
        var solution = cholesky.SolveRows(MatrixAssert.FromMathNet(b)).ToMathNet();
        MatrixAssert.Close(b, solution * g, 1e-13);
        Assert.Equal(4, Enumerable.Range(0, 7).Count(column => solution.Column(column).ForAll(value => value == 0)));
    }

    [Fact]
    public void Shapes_that_are_not_square_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PivotedCholesky.Of(new Matrix(1, 2)));
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Of(new Matrix(1, 2)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Entries_that_are_not_finite_are_refused(double value)
    {
        var a = new Matrix(1, 1, [value]);
        Assert.Throws<ArgumentException>(() => SingularValues.Of(a));
        Assert.Throws<ArgumentException>(() => ThinQr.Of(a));
        Assert.Throws<ArgumentException>(() => PivotedQr.Of(a));
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Of(a));
    }

    // Bounds the Frobenius norm without squaring, which a tiny matrix would not survive.
    private static double SizeOf(Matrix<double> a) =>
        Math.Max(a.Enumerate().Max(Math.Abs) * Math.Sqrt(a.RowCount * a.ColumnCount), double.Epsilon);

    private static void AssertTrapezoid(Matrix r)
    {
        for (var i = 0; i < r.Rows; i++)
        {
            Assert.True(r[i, i] >= 0);
            for (var j = 0; j < i; j++)
            {
                Assert.Equal(0, r[i, j]);
            }
        }
    }

    private static void AssertSign(double[] vector)
    {
        var largest = vector.Max(Math.Abs);
        Assert.True(vector.First(value => Math.Abs(value) >= largest * (1 - 1e-6)) > 0);
    }
}
