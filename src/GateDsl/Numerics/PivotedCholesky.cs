using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// Factor of a positive semidefinite n x n matrix, G = L L^T with L n x rank, by Cholesky elimination on the largest remaining diagonal entry.
/// It ends where that entry is at most 1e-15 of the first: what remains is rounding. Entries are not checked: a matrix that is not positive
/// semidefinite, or not finite, has the factor of what could be eliminated.
/// </summary>
/// <remarks>Why no library does this: <see cref="SymmetricEigen"/>.</remarks>
internal sealed class PivotedCholesky
{
    private const double Negligible = 1e-15;

    private PivotedCholesky(Matrix l, int[] pivots) => (L, Pivots) = (l, pivots);

    /// <summary>Rows in the order of G; row Pivots[k] has nothing right of column k.</summary>
    public Matrix L { get; }

    /// <summary>The diagonal entries eliminated, in order; their number is the rank.</summary>
    public int[] Pivots { get; }

    public int Rank => Pivots.Length;

    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static PivotedCholesky Of(Matrix g)
    {
        if (g.Rows != g.Columns)
        {
            throw new ArgumentException($"A {g.Rows} x {g.Columns} matrix is not symmetric.", nameof(g));
        }

        int n = g.Rows;
        double[] remaining = g.Diagonal();
        double tolerance = n == 0 ? 0 : Negligible * remaining[LargestOf(remaining)];

        // Columns of L as rows, so that the elimination runs over contiguous numbers.
        Matrix columns = new(n, n);
        List<int> pivots = new();
        while (pivots.Count < n)
        {
            int pivot = LargestOf(remaining);
            if (!(remaining[pivot] > tolerance))
            {
                break;
            }

            Eliminate(g, columns, pivots, pivot, remaining);
            pivots.Add(pivot);
        }

        Matrix l = new(n, pivots.Count);
        for (int k = 0; k < pivots.Count; k++)
        {
            for (int i = 0; i < n; i++)
            {
                l[i, k] = columns[k, i];
            }
        }

        return new(l, pivots.ToArray());
    }

    /// <summary>A solution M of M G = B that is zero outside the pivots.</summary>
    public Matrix SolveRows(Matrix b)
    {
        Matrix solution = new(b.Rows, b.Columns);
        double[] z = new double[Rank];
        for (int row = 0; row < b.Rows; row++)
        {
            // L_p z = b_p, then L_p^T m_p = z, where L_p, the rows of L at the pivots, is lower triangular.
            for (int k = 0; k < Rank; k++)
            {
                double sum = b[row, Pivots[k]];
                for (int l = 0; l < k; l++)
                {
                    sum -= L[Pivots[k], l] * z[l];
                }

                z[k] = sum / L[Pivots[k], k];
            }

            for (int k = Rank - 1; k >= 0; k--)
            {
                double sum = z[k];
                for (int l = k + 1; l < Rank; l++)
                {
                    sum -= L[Pivots[l], k] * solution[row, Pivots[l]];
                }

                solution[row, Pivots[k]] = sum / L[Pivots[k], k];
            }
        }

        return solution;
    }

    private static int LargestOf(double[] remaining)
    {
        int largest = 0;
        for (int i = 1; i < remaining.Length; i++)
        {
            largest = remaining[i] > remaining[largest] ? i : largest;
        }

        return largest;
    }

    private static void Eliminate(Matrix g, Matrix columns, List<int> pivots, int pivot, double[] remaining)
    {
        int n = g.Rows;
        int k = pivots.Count;
        Array.Copy(g.Values, pivot * n, columns.Values, k * n, n);
        if (k > 0)
        {
            Rows.AddCombination(-1, columns.Values, pivot, n, k, columns.Values, 0, n, n, columns.Values, k * n);
        }

        double scale = 1 / Math.Sqrt(remaining[pivot]);
        for (int i = 0; i < n; i++)
        {
            columns[k, i] *= scale;
        }

        foreach (int done in pivots)
        {
            columns[k, done] = 0;
        }

        for (int i = 0; i < n; i++)
        {
            remaining[i] -= columns[k, i] * columns[k, i];
        }

        remaining[pivot] = 0;
    }
}
