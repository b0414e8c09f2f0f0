namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// QR decomposition with column pivoting, A P = Q R: shapes and signs as <see cref="ThinQr"/>, and each step takes the remaining column of
/// largest norm, so the diagonal of R falls and shows the rank. Column j of Q R is column Order[j] of A.
/// </summary>
internal sealed class PivotedQr
{
    private PivotedQr(Matrix q, Matrix r, int[] order) => (Q, R, Order) = (q, r, order);

    public Matrix Q { get; }

    public Matrix R { get; }

    public int[] Order { get; }

    /// <exception cref="ArgumentException">An entry is not finite.</exception>
    public static PivotedQr Of(Matrix a)
    {
        // The pivots compare squares: of order one they neither overflow nor vanish.
        double scale = Precisions.PowerOfTwoNear(a.RequireFinite(nameof(a)).LargestMagnitude());
        Matrix work = a.Times(1 / scale);
        HouseholderColumns reflections = new(work);
        int[] order = Enumerable.Range(0, a.Columns).ToArray();
        int k = Math.Min(a.Rows, a.Columns);
        for (int step = 0; step < k; step++)
        {
            int pivot = LargestColumn(work, step);
            SwapColumns(work, step, pivot);
            (order[step], order[pivot]) = (order[pivot], order[step]);
            reflections.Eliminate(step);
        }

        return new(reflections.FormQ(k), reflections.FormR(k).Times(scale), order);
    }

    // The norms are computed anew at every step: downdating them loses what is small.
    private static int LargestColumn(Matrix work, int step)
    {
        double[] squares = new double[work.Columns];
        for (int i = step; i < work.Rows; i++)
        {
            for (int j = step; j < work.Columns; j++)
            {
                squares[j] += work[i, j] * work[i, j];
            }
        }

        int pivot = step;
        for (int j = step + 1; j < work.Columns; j++)
        {
            pivot = squares[j] > squares[pivot] ? j : pivot;
        }

        return pivot;
    }

    private static void SwapColumns(Matrix work, int first, int second)
    {
        if (first == second)
        {
            return;
        }

        for (int i = 0; i < work.Rows; i++)
        {
            (work[i, first], work[i, second]) = (work[i, second], work[i, first]);
        }
    }
}
