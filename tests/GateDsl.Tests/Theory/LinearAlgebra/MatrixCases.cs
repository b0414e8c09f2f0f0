using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GateDsl.Tests.Theory.LinearAlgebra;

/// <summary>Matrices on which decompositions are known to stumble.</summary>
internal static class MatrixCases
{
    private static readonly Dictionary<string, Func<Matrix<double>>> Cases = new()
    {
        ["one by one"] = () => DenseMatrix.OfArray(new[,] { { -3.0 } }),
        ["zero one by one"] = () => new DenseMatrix(1, 1),
        ["row"] = () => Random(1, 7, 1),
        ["column"] = () => Random(7, 1, 2),
        ["zero row"] = () => new DenseMatrix(1, 5),
        ["zero"] = () => new DenseMatrix(4, 6),
        ["tall"] = () => Random(23, 9, 3),
        ["wide"] = () => Random(9, 23, 4),
        ["square"] = () => Random(16, 16, 5),
        ["identity"] = () => DenseMatrix.CreateIdentity(6),
        ["repeated singular values"] = () => WithSingularValues([5, 5, 5, 2, 2, 1], 9, 6),
        ["rank two of six"] = () => WithSingularValues([3, 1, 0, 0, 0, 0], 6, 8),
        ["rank one, equal entries"] = () => DenseMatrix.Create(5, 4, 1.0),
        ["singular values over twelve decades"] = () => WithSingularValues([1, 1e-3, 1e-6, 1e-9, 1e-12], 5, 7),
        ["nearly equal singular values"] = () => WithSingularValues([1, 1 - 1e-13, 1 - 2e-13, 0.5], 6, 4),
        ["huge"] = () => Random(5, 4, 6) * 1e200,
        ["tiny"] = () => Random(4, 5, 7) * 1e-200,
        ["one zero column"] = () => { Matrix<double> a = Random(6, 4, 8); a.SetColumn(2, new double[6]); return a; },
        ["zero first column"] = () => { Matrix<double> a = Random(6, 4, 10); a.SetColumn(0, new double[6]); return a; },
        ["equal columns"] = () => { Matrix<double> a = Random(6, 4, 9); a.SetColumn(3, a.Column(0)); return a; },
        ["one-hot incidences"] = () => DenseMatrix.Create(11, 24, (i, n) => i < 8 ? (n % 8 == i ? 1 : 0) : (n / 8 == i - 8 ? 1 : 0)),
        ["kahan"] = () => DenseMatrix.Create(20, 20, (i, j) => Math.Pow(0.6, i) * (i == j ? 1 : i < j ? -0.8 : 0)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static Matrix<double> Get(string name) => Cases[name]();

    public static Matrix<double> Random(int rows, int columns, int seed)
    {
        Random random = new(seed);
        return DenseMatrix.Create(rows, columns, (_, _) => (random.NextDouble() * 2) - 1);
    }

    public static Matrix<double> WithSingularValues(double[] s, int rows, int columns)
    {
        Matrix<double> u = Random(rows, rows, 101).QR().Q.SubMatrix(0, rows, 0, s.Length);
        Matrix<double> v = Random(columns, columns, 102).QR().Q.SubMatrix(0, columns, 0, Math.Min(s.Length, columns));
        return u.SubMatrix(0, rows, 0, v.ColumnCount) * DenseMatrix.OfDiagonalArray(s[..v.ColumnCount]) * v.Transpose();
    }
}
