namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Factor of a positive semidefinite n x n matrix, G = L L^T with L n x rank, by Cholesky elimination on the largest remaining diagonal entry.
/// It ends where that entry is at most n times the machine epsilon times the first: what remains is rounding.
/// </summary>
internal sealed class PivotedCholesky
{
    private PivotedCholesky(Matrix l, int[] pivots) => (L, Pivots) = (l, pivots);

    /// <summary>Rows in the order of G; row Pivots[k] has nothing right of column k.</summary>
    public Matrix L { get; }

    /// <summary>The diagonal entries eliminated, in order; their number is the rank.</summary>
    public int[] Pivots { get; }

    public int Rank => Pivots.Length;

    /// <exception cref="ArgumentException">
    /// The matrix is not square, has an entry that is not finite, or is not positive semidefinite beyond rounding.
    /// </exception>
    public static PivotedCholesky Of(Matrix g)
    {
        if (g.Rows != g.Columns)
        {
            throw new ArgumentException($"A {g.Rows} x {g.Columns} matrix is not symmetric.", nameof(g));
        }

        var n = g.RequireFinite(nameof(g)).Rows;
        var remaining = Enumerable.Range(0, n).Select(i => g[i, i]).ToArray();
        var tolerance = n * Precisions.Epsilon * (n == 0 ? 0 : remaining.Max());
        var columns = new List<double[]>();
        var pivots = new List<int>();
        while (pivots.Count < n)
        {
            var pivot = LargestOf(remaining);
            if (remaining[pivot] <= tolerance)
            {
                break;
            }

            columns.Add(Eliminate(g, columns, pivot, remaining));
            pivots.Add(pivot);
        }

        RequireNothingLeft(g, columns, remaining, tolerance);
        return new(Join(n, columns), pivots.ToArray());
    }

    private static int LargestOf(double[] remaining)
    {
        var largest = 0;
        for (var i = 1; i < remaining.Length; i++)
        {
            largest = remaining[i] > remaining[largest] ? i : largest;
        }

        return largest;
    }

    // An eliminated row is marked by an infinitely negative remainder.
    private static double[] Eliminate(Matrix g, List<double[]> columns, int pivot, double[] remaining)
    {
        var root = Math.Sqrt(remaining[pivot]);
        var column = new double[g.Rows];
        for (var i = 0; i < g.Rows; i++)
        {
            column[i] = double.IsNegativeInfinity(remaining[i]) ? 0 : Residual(g, columns, i, pivot) / root;
            remaining[i] -= column[i] * column[i];
        }

        column[pivot] = root;
        remaining[pivot] = double.NegativeInfinity;
        return column;
    }

    private static double Residual(Matrix g, List<double[]> columns, int i, int j)
    {
        var value = g[i, j];
        foreach (var column in columns)
        {
            value -= column[i] * column[j];
        }

        return value;
    }

    // A semidefinite matrix without diagonal is zero: a negative diagonal, or entries beside a vanished one, show that it was not.
    private static void RequireNothingLeft(Matrix g, List<double[]> columns, double[] remaining, double tolerance)
    {
        var open = Enumerable.Range(0, g.Rows).Where(i => !double.IsNegativeInfinity(remaining[i])).ToArray();
        var bound = Math.Max(tolerance * g.Rows, double.Epsilon);
        foreach (var i in open)
        {
            if (remaining[i] < -bound || open.Any(j => Math.Abs(Residual(g, columns, i, j)) > 2 * bound))
            {
                throw new ArgumentException($"The matrix is not positive semidefinite: row {i} keeps what no factor explains.", nameof(g));
            }
        }
    }

    private static Matrix Join(int n, List<double[]> columns)
    {
        var l = new Matrix(n, columns.Count);
        for (var k = 0; k < columns.Count; k++)
        {
            for (var i = 0; i < n; i++)
            {
                l[i, k] = columns[k][i];
            }
        }

        return l;
    }
}
