using System.Diagnostics;
using GateDsl.Theory.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.LinearAlgebra;

/// <summary>Decompositions against a library and their own definitions.</summary>
/// <remarks>One file of more than 300 lines: the same cases go through every decomposition.</remarks>
public sealed class DecompositionTests
{
    public static TheoryData<string> Names => MatrixCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void SingularValuesAgreeWithMathNet(string name)
    {
        Matrix<double> a = MatrixCases.Get(name);
        SingularValues svd = SingularValues.Of(MatrixAssert.FromMathNet(a));
        int k = Math.Min(a.RowCount, a.ColumnCount);
        Assert.Equal((a.RowCount, k, k, a.ColumnCount, k), (svd.U.Rows, svd.U.Columns, svd.S.Length, svd.V.Rows, svd.V.Columns));

        double scale = a.Enumerate().Max(Math.Abs) is > 0 and var largest ? largest : 1;
        Vector<double> expected = (a / scale).Svd(computeVectors: false).S;
        for (int i = 0; i < k; i++)
        {
            Assert.Equal(expected[i], svd.S[i] / scale, 1e-13);
            Assert.True(svd.S[i] >= 0 && (i == 0 || svd.S[i] <= svd.S[i - 1]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SingularVectorsAreOrthonormalAndRebuildTheMatrix(string name)
    {
        Matrix<double> a = MatrixCases.Get(name);
        SingularValues svd = SingularValues.Of(MatrixAssert.FromMathNet(a));
        MatrixAssert.Orthonormal(svd.U);
        MatrixAssert.Orthonormal(svd.V);
        Matrix<double> rebuilt = svd.U.ToMathNet() * DenseMatrix.OfDiagonalArray(svd.S) * svd.V.ToMathNet().Transpose();
        MatrixAssert.Close(a, rebuilt, 2e-14 * SizeOf(a));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RightSingularVectorsHaveTheStatedSign(string name)
    {
        SingularValues svd = SingularValues.Of(MatrixAssert.FromMathNet(MatrixCases.Get(name)));
        for (int k = 0; k < svd.V.Columns; k++)
        {
            AssertSign(svd.V.Column(k));
        }
    }

    [Fact]
    public void SmallSingularValuesOfABadlyScaledMatrixKeepTheirRelativeAccuracy()
    {
        // Columns scaled over twenty decades: the singular values are those of the scaled columns to relative precision.
        Matrix<double> columns = MatrixCases.Random(12, 3, 13).QR().Q.SubMatrix(0, 12, 0, 3);
        double[] scales = [1e-20, 1, 1e-10];
        Matrix<double> a = columns * DenseMatrix.OfDiagonalArray(scales);
        double[] s = SingularValues.Of(MatrixAssert.FromMathNet(a)).S;
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
    public void RankCountsWhatIsAboveRounding(string name, int rank) =>
        Assert.Equal(rank, SingularValues.Of(MatrixAssert.FromMathNet(MatrixCases.Get(name))).Rank());

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void EmptyMatricesDecomposeIntoEmptyFactors(int rows, int columns)
    {
        Matrix empty = new(rows, columns);
        SingularValues svd = SingularValues.Of(empty);
        Assert.Equal((rows, 0, columns, 0, 0), (svd.U.Rows, svd.U.Columns, svd.V.Rows, svd.V.Columns, svd.S.Length));
        Assert.Equal(0, svd.Rank());
        ThinQr qr = ThinQr.Of(empty);
        Assert.Equal((rows, 0, 0, columns), (qr.Q.Rows, qr.Q.Columns, qr.R.Rows, qr.R.Columns));
        Assert.Empty(SymmetricEigen.Of(new Matrix(0, 0)).Values);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(0, 0)).Rank);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ThinQrHasANonnegativeDiagonalAndRebuildsTheMatrix(string name)
    {
        Matrix<double> a = MatrixCases.Get(name);
        ThinQr qr = ThinQr.Of(MatrixAssert.FromMathNet(a));
        MatrixAssert.Orthonormal(qr.Q);
        AssertTrapezoid(qr.R);
        MatrixAssert.Close(a, qr.Q.ToMathNet() * qr.R.ToMathNet(), 1e-14 * SizeOf(a));
    }

    [Fact]
    public void ThinQrOfFullRankIsTheOneWithAPositiveDiagonal()
    {
        Matrix<double> a = MatrixCases.Random(9, 5, 21);
        ThinQr qr = ThinQr.Of(MatrixAssert.FromMathNet(a));

        // R is unique: the Cholesky factor of A^T A.
        Matrix<double> expected = (a.Transpose() * a).Cholesky().Factor.Transpose();
        MatrixAssert.Close(expected, qr.R.ToMathNet(), 1e-13);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PivotedQrRebuildsTheMatrixWithAFallingDiagonal(string name)
    {
        Matrix<double> a = MatrixCases.Get(name);
        PivotedQr qr = PivotedQr.Of(MatrixAssert.FromMathNet(a));
        MatrixAssert.Orthonormal(qr.Q);
        AssertTrapezoid(qr.R);
        Assert.Equal(Enumerable.Range(0, a.ColumnCount), qr.Order.Order());
        Matrix<double> permuted = Matrix<double>.Build.Dense(a.RowCount, a.ColumnCount, (i, j) => a[i, qr.Order[j]]);
        MatrixAssert.Close(permuted, qr.Q.ToMathNet() * qr.R.ToMathNet(), 1e-14 * SizeOf(a));
        for (int k = 1; k < Math.Min(qr.R.Rows, qr.R.Columns); k++)
        {
            Assert.True(qr.R[k, k] <= qr.R[k - 1, k - 1] * (1 + 1e-12));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EigenvaluesOfTheGramMatrixAgreeWithItsSingularValues(string name)
    {
        Matrix<double> a = MatrixCases.Get(name);
        double scale = a.Enumerate().Max(Math.Abs);
        a = scale > 0 ? a / scale : a;
        Matrix<double> g = a.Transpose() * a;
        SymmetricEigen eigen = SymmetricEigen.Of(MatrixAssert.FromMathNet(g));
        MatrixAssert.Orthonormal(eigen.Vectors);
        Matrix<double> v = eigen.Vectors.ToMathNet();
        MatrixAssert.Close(g, v * DenseMatrix.OfDiagonalArray(eigen.Values) * v.Transpose(), 5e-14 * SizeOf(g));

        Vector<double> s = a.Svd(computeVectors: false).S;
        for (int k = 0; k < eigen.Values.Length; k++)
        {
            Assert.Equal(k < s.Count ? s[k] * s[k] : 0, eigen.Values[k], 1e-13 * Math.Max(1, g.FrobeniusNorm()));
            AssertSign(eigen.Vectors.Column(k));
        }
    }

    [Fact]
    public void EigenvaluesOfAnIndefiniteMatrixFallAndAgreeWithMathNet()
    {
        Matrix<double> b = MatrixCases.Random(30, 30, 31);
        Matrix<double> a = b + b.Transpose();
        double[] expected = a.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending().ToArray();
        SymmetricEigen eigen = SymmetricEigen.Of(MatrixAssert.FromMathNet(a));
        for (int k = 0; k < 30; k++)
        {
            Assert.Equal(expected[k], eigen.Values[k], 1e-12);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void EigenvaluesOfTheSecondDifferenceMatrixAreTheKnownOnes(int n)
    {
        Matrix a = new(n, n);
        for (int i = 0; i < n; i++)
        {
            a[i, i] = 2;
            if (i > 0)
            {
                a[i, i - 1] = a[i - 1, i] = -1;
            }
        }

        double[] values = SymmetricEigen.Of(a).Values;
        for (int k = 1; k <= n; k++)
        {
            Assert.Equal(2 - (2 * Math.Cos(Math.PI * (n + 1 - k) / (n + 1))), values[k - 1], 1e-13);
        }
    }

    [Fact]
    public void FiveHundredDimensionsTakeSeconds()
    {
        Matrix<double> b = MatrixCases.Random(500, 500, 41);
        Matrix<double> a = b + b.Transpose();
        Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        SymmetricEigen eigen = SymmetricEigen.Of(MatrixAssert.FromMathNet(a));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(a.Trace(), eigen.Values.Sum(), 1e-9);
        Vector<double> top = Vector<double>.Build.Dense(eigen.Vectors.Column(0));
        Assert.Equal(0, ((a * top) - (eigen.Values[0] * top)).L2Norm(), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PivotedCholeskyRebuildsTheGramMatrixFromItsRank(string name)
    {
        Matrix<double> a = MatrixCases.Get(name);
        if (name is "huge" or "tiny")
        {
            a /= a.Enumerate().Max(Math.Abs);
        }

        Matrix<double> g = a.Transpose() * a;
        PivotedCholesky cholesky = PivotedCholesky.Of(MatrixAssert.FromMathNet(g));
        if (cholesky.Rank > 0)
        {
            Matrix<double> l = cholesky.L.ToMathNet();
            MatrixAssert.Close(g, l * l.Transpose(), 4e-15 * g.RowCount * g.FrobeniusNorm());
        }

        if (name is not ("singular values over twelve decades" or "nearly equal singular values" or "kahan"))
        {
            Assert.Equal(a.Rank(), cholesky.Rank);
        }
    }

    [Fact]
    public void PivotsAreTheLargestRemainingDiagonalsAndTheFactorIsTriangularInTheirOrder()
    {
        Matrix g = new(3, 3, [1, 0, 2, 0, 9, 0, 2, 0, 5]);
        PivotedCholesky cholesky = PivotedCholesky.Of(g);
        Assert.Equal([1, 2, 0], cholesky.Pivots);
        Assert.Equal(0, cholesky.L[1, 1]);
        Assert.Equal(0, cholesky.L[1, 2]);
        Assert.Equal(0, cholesky.L[2, 2]);
        Assert.Equal(3, cholesky.L[1, 0]);
    }

    [Fact]
    public void OfMatricesThatAreNotSemidefiniteCholeskyTakesWhatItCan()
    {
        Assert.Equal(1, PivotedCholesky.Of(new Matrix(2, 2, [1, 2, 2, 1])).Rank);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(1, 1, [-1])).Rank);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(2, 2, [0, 1, 1, 0])).Rank);
        Assert.Equal(0, PivotedCholesky.Of(new Matrix(1, 1, [double.NaN])).Rank);
    }

    [Fact]
    public void RowsAreSolvedWhereTheyLieInTheSpan()
    {
        Random random = new(4);
        DenseMatrix a = DenseMatrix.Create(7, 3, (_, _) => random.NextDouble() - 0.5);
        Matrix<double> g = a * a.Transpose();
        Matrix<double> b = DenseMatrix.Create(5, 7, (_, _) => random.NextDouble() - 0.5) * g;
        PivotedCholesky cholesky = PivotedCholesky.Of(MatrixAssert.FromMathNet(g));
        Assert.Equal(3, cholesky.Rank);
        Matrix<double> solution = cholesky.SolveRows(MatrixAssert.FromMathNet(b)).ToMathNet();
        MatrixAssert.Close(b, solution * g, 1e-13);
        Assert.Equal(4, Enumerable.Range(0, 7).Count(column => solution.Column(column).ForAll(value => value == 0)));
    }

    [Fact]
    public void ShapesThatAreNotSquareAreRefused()
    {
        Assert.Throws<ArgumentException>(() => PivotedCholesky.Of(new Matrix(1, 2)));
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Of(new Matrix(1, 2)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void EntriesThatAreNotFiniteAreRefused(double value)
    {
        Matrix a = new(1, 1, [value]);
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
        for (int i = 0; i < r.Rows; i++)
        {
            Assert.True(r[i, i] >= 0);
            for (int j = 0; j < i; j++)
            {
                Assert.Equal(0, r[i, j]);
            }
        }
    }

    private static void AssertSign(double[] vector)
    {
        double largest = vector.Max(Math.Abs);
        Assert.True(vector.First(value => Math.Abs(value) >= largest * (1 - 1e-6)) > 0);
    }
}
