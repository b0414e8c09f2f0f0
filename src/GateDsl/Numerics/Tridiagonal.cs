using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// A = Q T Q^T with T tridiagonal, by Householder reflections. T's diagonal and the entries below it, and Q^T row by row (row k is the k-th
/// basis vector), in which the QL steps then turn the eigenvectors.
/// </summary>
/// <remarks>Why no library does this: <see cref="SymmetricEigen"/>.</remarks>
internal sealed class Tridiagonal
{
    private Tridiagonal(double[] diagonal, double[] below, double[] vectorRows) =>
        (Diagonal, Below, VectorRows) = (diagonal, below, vectorRows);

    public double[] Diagonal { get; }

    /// <summary>Below[i] couples i and i + 1; the last entry is 0.</summary>
    public double[] Below { get; }

    public double[] VectorRows { get; }

    /// <param name="a">Symmetric; the lower triangle is read and overwritten.</param>
    public static Tridiagonal Of(Matrix a)
    {
        int n = a.Rows;
        Mirror(a);
        double[] below = new double[n];
        double[] scales = new double[n];
        for (int k = 0; k + 2 < n; k++)
        {
            (below[k], scales[k]) = Reflect(a, k);
        }

        if (n >= 2)
        {
            below[n - 2] = a[n - 1, n - 2];
        }

        return new(a.Diagonal(), below, FormVectorRows(a, scales));
    }

    private static void Mirror(Matrix a)
    {
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                a[j, i] = a[i, j];
            }
        }
    }

    // Reflects row k beyond the diagonal onto its first entry; the reflection vector stays in row k. Returns that entry and the scale.
    private static (double Below, double Scale) Reflect(Matrix a, int k)
    {
        int n = a.Rows;
        int row = k * n;
        double norm = Norm(a.Values, row + k + 1, n - k - 1);
        if (norm == 0)
        {
            return (0, 0);
        }

        double head = a.Values[row + k + 1];
        for (int j = k + 1; j < n; j++)
        {
            a.Values[row + j] /= norm;
        }

        a.Values[row + k + 1] += head > 0 ? 1 : -1;
        double scale = 1 / Math.Abs(a.Values[row + k + 1]);

        ReflectBlock(a, k, scale);
        return (head > 0 ? -norm : norm, scale);
    }

    // B <- H B H for the block beyond k: with p = scale B v and q = p - (scale / 2)(p.v) v it is B - v q^T - q v^T.
    private static void ReflectBlock(Matrix a, int k, double scale)
    {
        int n = a.Rows;
        int first = k + 1;
        int size = n - first;
        double[] v = new double[size];
        double[] q = new double[size];
        Array.Copy(a.Values, (k * n) + first, v, 0, size);
        Rows.AddCombination(scale, v, 0, 1, size, a.Values, (first * n) + first, n, size, q, 0);
        double along = 0.0;
        for (int i = 0; i < size; i++)
        {
            along += q[i] * v[i];
        }

        Rows.AddCombination(-0.5 * scale, [along], 0, 1, 1, v, 0, size, size, q, 0);
        for (int i = 0; i < size; i++)
        {
            int row = ((first + i) * n) + first;
            Rows.AddCombination(-1, v, i, 1, 1, q, 0, size, size, a.Values, row);
            Rows.AddCombination(-1, q, i, 1, 1, v, 0, size, size, a.Values, row);
        }
    }

    // Q = H_0 H_1 ..., built from the last reflection on: each touches the rows and columns beyond its own.
    private static double[] FormVectorRows(Matrix a, double[] scales)
    {
        int n = a.Rows;
        Matrix q = Matrix.Identity(n);
        for (int k = n - 3; k >= 0; k--)
        {
            if (scales[k] == 0)
            {
                continue;
            }

            int first = k + 1;
            int size = n - first;
            double[] projection = new double[size];
            Rows.AddCombination(scales[k], a.Values, (k * n) + first, 1, size, q.Values, (first * n) + first, n, size, projection, 0);
            for (int i = 0; i < size; i++)
            {
                Rows.AddCombination(
                    -1, a.Values, (k * n) + first + i, 1, 1, projection, 0, size, size, q.Values, ((first + i) * n) + first);
            }
        }

        return q.Transpose().Values;
    }

    private static double Norm(double[] values, int start, int count)
    {
        double largest = 0.0;
        for (int i = 0; i < count; i++)
        {
            largest = Math.Max(largest, Math.Abs(values[start + i]));
        }

        if (largest == 0)
        {
            return 0;
        }

        double sum = 0.0;
        for (int i = 0; i < count; i++)
        {
            double scaled = values[start + i] / largest;
            sum += scaled * scaled;
        }

        return largest * Math.Sqrt(sum);
    }
}
