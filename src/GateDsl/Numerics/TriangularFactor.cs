using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>A = L L^T of a positive definite matrix, without pivoting, and division by L^T.</summary>
internal static class TriangularFactor
{
    /// <summary>L, lower triangular.</summary>
    public static Matrix Of(Matrix a)
    {
        Matrix l = new(a.Rows, a.Rows);
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[i, k] * l[j, k];
                }

                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        }

        return l;
    }

    /// <summary>B = B L^-T, row by row in place.</summary>
    public static void DivideColumns(Matrix b, Matrix l)
    {
        for (int row = 0; row < b.Rows; row++)
        {
            for (int j = 0; j < l.Rows; j++)
            {
                double sum = b[row, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= b[row, k] * l[j, k];
                }

                b[row, j] = sum / l[j, j];
            }
        }
    }
}
