using GateDsl.Theory.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

/// <summary>Comparisons of the product's matrices through MathNet's arithmetic, not their own.</summary>
internal static class MatrixAssert
{
    public static Matrix<double> ToMathNet(this Matrix matrix) =>
        Matrix<double>.Build.Dense(matrix.Rows, matrix.Columns, (i, j) => matrix.Values[(i * matrix.Columns) + j]);

    public static Matrix FromMathNet(Matrix<double> matrix) => new(matrix.RowCount, matrix.ColumnCount, matrix.ToRowMajorArray());

    public static void Close(Matrix<double> expected, Matrix<double> actual, double tolerance)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        foreach ((int i, int j, double value) in expected.EnumerateIndexed())
        {
            Assert.True(
                Math.Abs(value - actual[i, j]) <= tolerance, $"({i}, {j}): {value:R} expected, {actual[i, j]:R} found, tolerance {tolerance}");
        }
    }

    public static void Orthonormal(Matrix columns)
    {
        if (columns.Columns > 0)
        {
            Matrix<double> q = columns.ToMathNet();
            Close(Matrix<double>.Build.DenseIdentity(columns.Columns), q.Transpose() * q, 1e-13 * Math.Max(4, Math.Sqrt(columns.Rows)));
        }
    }
}
