using System.Numerics.Tensors;

namespace GateDsl.Generated;

/// <summary>Sx = K K^T by Cholesky with diagonal pivoting, stopped at the numerical rank: K is n x rank, in the order of Sx.</summary>
internal sealed class PivotedCholesky
{
    private readonly int _size;
    private readonly int[] _pivots;

    private PivotedCholesky(double[] root, int size, int[] pivots)
    {
        Root = root;
        _size = size;
        _pivots = pivots;
    }

    /// <summary>K, n x rank.</summary>
    public double[] Root { get; }

    public int Rank => _pivots.Length;

    public static PivotedCholesky Of(double[] symmetric, int size)
    {
        // Columns of K are found one after the other, each stored as a row here.
        List<double[]> columns = [];
        List<int> pivots = [];
        double[] left = new double[size];
        for (int i = 0; i < size; i++)
        {
            left[i] = symmetric[(i * size) + i];
        }

        double tolerance = size == 0 ? 0 : left.Max() * 1e-15;
        while (pivots.Count < size)
        {
            int pivot = TensorPrimitives.IndexOfMax<double>(left);
            if (!(left[pivot] > tolerance))
            {
                break;
            }

            double scale = 1 / Math.Sqrt(left[pivot]);
            double[] column = symmetric[(pivot * size)..((pivot + 1) * size)];
            foreach (double[] earlier in columns)
            {
                TensorPrimitives.MultiplyAdd(earlier, -earlier[pivot], column, column);
            }

            TensorPrimitives.Multiply(column, scale, column);
            foreach (int done in pivots)
            {
                column[done] = 0;
            }

            for (int i = 0; i < size; i++)
            {
                left[i] -= column[i] * column[i];
            }

            left[pivot] = 0;
            pivots.Add(pivot);
            columns.Add(column);
        }

        double[] root = new double[size * pivots.Count];
        for (int k = 0; k < pivots.Count; k++)
        {
            for (int i = 0; i < size; i++)
            {
                root[(i * pivots.Count) + k] = columns[k][i];
            }
        }

        return new PivotedCholesky(root, size, [.. pivots]);
    }

    /// <summary>A solution M of M Sx = B that is zero outside the pivots, for each of the rows of B.</summary>
    public double[] SolveRows(double[] b, int rows)
    {
        double[] solution = new double[rows * _size];
        double[] z = new double[Rank];
        for (int row = 0; row < rows; row++)
        {
            // K_p z = b_p, then K_p^T m_p = z, where K_p, the rows of K at the pivots, is lower triangular.
            for (int k = 0; k < Rank; k++)
            {
                double sum = b[(row * _size) + _pivots[k]];
                for (int l = 0; l < k; l++)
                {
                    sum -= Root[(_pivots[k] * Rank) + l] * z[l];
                }

                z[k] = sum / Root[(_pivots[k] * Rank) + k];
            }

            for (int k = Rank - 1; k >= 0; k--)
            {
                double sum = z[k];
                for (int l = k + 1; l < Rank; l++)
                {
                    sum -= Root[(_pivots[l] * Rank) + k] * solution[(row * _size) + _pivots[l]];
                }

                solution[(row * _size) + _pivots[k]] = sum / Root[(_pivots[k] * Rank) + k];
            }
        }

        return solution;
    }
}
