namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Thin singular value decomposition A = U diag(S) V^T of an m x n matrix by one-sided Jacobi rotations on the triangular factor of a
/// pivoted QR: small singular values keep their relative accuracy where the matrix's rows or columns differ in scale.
/// </summary>
/// <remarks>
/// With k = min(m, n): U is m x k, V is n x k, both with orthonormal columns, also where singular values are zero. S falls and is not
/// negative. Signs by <see cref="SignConvention"/> on the columns of V; a column of U follows its V. Where singular values are equal, any
/// orthonormal basis of their space may come.
/// </remarks>
internal sealed class SingularValues
{
    private SingularValues(Matrix u, double[] s, Matrix v) => (U, S, V) = (u, s, v);

    public Matrix U { get; }

    public double[] S { get; }

    public Matrix V { get; }

    /// <exception cref="ArgumentException">An entry is not finite.</exception>
    public static SingularValues Of(Matrix a)
    {
        a.RequireFinite(nameof(a));
        if (a.Rows >= a.Columns)
        {
            (Matrix? tall, double[]? s, Matrix? square) = OfTall(a);
            return Signed(tall, s, square);
        }

        (Matrix? wide, double[]? values, Matrix? left) = OfTall(a.Transpose());
        return Signed(left, values, wide);
    }

    /// <summary>Singular values above rounding: larger than max(m, n) times the machine epsilon times the largest.</summary>
    public int Rank() => RankAbove(Math.Max(U.Rows, V.Rows) * Precisions.Epsilon);

    /// <summary>Singular values larger than <paramref name="tolerance"/> times the largest.</summary>
    public int RankAbove(double tolerance) => S.Count(value => value > tolerance * S[0]);

    // A P = Q R; the columns of X = R^T are rotated orthogonal, X W = Y diag(S); so R = W diag(S) Y^T and A = (Q W) diag(S) (P Y)^T.
    private static (Matrix U, double[] S, Matrix V) OfTall(Matrix a)
    {
        double scale = Precisions.PowerOfTwoNear(a.LargestMagnitude());
        PivotedQr qr = PivotedQr.Of(a.Times(1 / scale));
        OneSidedJacobi jacobi = new(qr.R);
        jacobi.Orthogonalise();
        (Matrix? y, double[]? s, Matrix? w) = jacobi.Sorted();

        Matrix v = new(a.Columns, a.Columns);
        for (int i = 0; i < a.Columns; i++)
        {
            Array.Copy(y.Values, i * y.Columns, v.Values, qr.Order[i] * v.Columns, v.Columns);
        }

        return (qr.Q.Times(w), s.Select(value => value * scale).ToArray(), v);
    }

    private static SingularValues Signed(Matrix u, double[] s, Matrix v)
    {
        for (int k = 0; k < s.Length; k++)
        {
            if (SignConvention.MustFlip(v.Values, k, v.Columns, v.Rows))
            {
                Negate(u, k);
                Negate(v, k);
            }
        }

        return new(u, s, v);
    }

    private static void Negate(Matrix matrix, int column)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            matrix[i, column] = -matrix[i, column];
        }
    }
}
