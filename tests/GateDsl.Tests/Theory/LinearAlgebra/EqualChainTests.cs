using GateDsl.Theory.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.LinearAlgebra;

public sealed class EqualChainTests
{
    /// <summary>
    /// Three singular values of which neighbours are equal and the ends are not quite: one space, whose vectors do not depend on those it is given by.
    /// </summary>
    [Fact]
    public void AChainOfEqualValuesIsOneSpace()
    {
        double[] s = [2, 2 - 1.5e-9, 2 - 3e-9, 1];
        Matrix<double> u = MatrixCases.Random(5, 4, 3).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
        Matrix<double> v = MatrixCases.Random(6, 4, 4).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
        Matrix<double> turn = Matrix<double>.Build.DenseIdentity(4);
        turn.SetSubMatrix(0, 0, MatrixCases.Random(3, 3, 5).QR().Q);

        (Matrix<double> u1, Matrix<double> v1) = Canonical(u, v);
        (Matrix<double> u2, Matrix<double> v2) = Canonical(u * turn, v * turn);

        MatrixAssert.Close(u1, u2, 1e-13);
        MatrixAssert.Close(v1, v2, 1e-13);
        MatrixAssert.Close(u * v.Transpose(), u1 * v1.Transpose(), 1e-13);

        (Matrix<double> U, Matrix<double> V) Canonical(Matrix<double> left, Matrix<double> right)
        {
            Matrix a = Of(left), b = Of(right);
            EqualSingularValues.Canonicalise(a, s, b);
            return (a.ToMathNet(), b.ToMathNet());
        }
    }

    private static Matrix Of(Matrix<double> matrix) => new(matrix.RowCount, matrix.ColumnCount, matrix.ToRowMajorArray());
}
