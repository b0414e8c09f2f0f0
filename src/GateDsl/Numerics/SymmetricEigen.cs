using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric n x n matrix, A = V diag(Values) V^T: Householder reduction to tridiagonal form, then implicit
/// QL steps. Values fall; the columns of V are orthonormal, signs by <see cref="SignConvention"/>.
/// </summary>
/// <remarks>
/// The lower triangle is read. Work grows as n^3. Written here because the runtime depends on System.Numerics.Tensors alone, which has no
/// decompositions: a library of linear algebra would come along with every trained network. The tests compare with one.
/// </remarks>
internal sealed class SymmetricEigen
{
    private SymmetricEigen(double[] values, Matrix vectors) => (Values, Vectors) = (values, vectors);

    public double[] Values { get; }

    /// <summary>Eigenvectors as columns.</summary>
    public Matrix Vectors { get; }

    /// <exception cref="ArgumentException">The matrix is not square or has an entry that is not finite.</exception>
    public static SymmetricEigen Of(Matrix a)
    {
        if (a.Rows != a.Columns)
        {
            throw new ArgumentException($"A {a.Rows} x {a.Columns} matrix is not symmetric.", nameof(a));
        }

        double scale = Precisions.PowerOfTwoNear(a.RequireFinite(nameof(a)).LargestMagnitude());
        Tridiagonal tridiagonal = Tridiagonal.Of(a.Times(1 / scale));
        TridiagonalQl.Diagonalise(tridiagonal);
        return Sorted(tridiagonal, scale);
    }

    private static SymmetricEigen Sorted(Tridiagonal solved, double scale)
    {
        int n = solved.Diagonal.Length;
        int[] order = Falling(solved.Diagonal);
        double[] values = new double[n];
        Matrix vectors = new(n, n);
        for (int column = 0; column < n; column++)
        {
            values[column] = solved.Diagonal[order[column]] * scale;
            int start = order[column] * n;
            int sign = SignConvention.MustFlip(solved.VectorRows, start, 1, n) ? -1 : 1;
            for (int i = 0; i < n; i++)
            {
                vectors[i, column] = sign * solved.VectorRows[start + i];
            }
        }

        return new(values, vectors);
    }

    /// <summary>Where each value stands, the largest first and equal ones in their order: n^2 steps at most, where the vectors took n^3.</summary>
    private static int[] Falling(double[] values)
    {
        int[] order = new int[values.Length];
        for (int k = 0; k < order.Length; k++)
        {
            int at = k;
            for (; at > 0 && values[order[at - 1]] < values[k]; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = k;
        }

        return order;
    }
}
