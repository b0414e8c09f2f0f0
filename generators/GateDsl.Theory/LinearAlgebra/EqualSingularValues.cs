namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Singular vectors of equal singular values are known up to a rotation of their space. This chooses one that depends on the space alone, so
/// that matrices which share the space share the vectors: Gram-Schmidt on the columns of the projector onto the right space, always the
/// column of largest remainder next, the first of several within a millionth.
/// </summary>
internal static class EqualSingularValues
{
    private const double Margin = 1e-6;

    // Singular values this close, relative to the largest, count as equal.
    private const double Equal = 1e-9;

    /// <summary>Rotates the columns of U and V in place, cluster by cluster; signs then follow <see cref="SignConvention"/>.</summary>
    public static void Canonicalise(Matrix u, double[] s, Matrix v)
    {
        for (int first = 0; first < s.Length;)
        {
            int end = first + 1;
            while (end < s.Length && s[end - 1] - s[end] <= Equal * s[0])
            {
                end++;
            }

            if (end - first > 1)
            {
                Rotate(u, v, first, end - first);
            }

            first = end;
        }
    }

    private static void Rotate(Matrix u, Matrix v, int first, int count)
    {
        Matrix coordinates = new(v.Rows, count);
        for (int i = 0; i < v.Rows; i++)
        {
            Array.Copy(v.Values, (i * v.Columns) + first, coordinates.Values, i * count, count);
        }

        // Row i of the coordinates is the projector's column i in the basis of the space; its squared norm the remainder.
        Matrix rotation = Basis(coordinates);
        Apply(u, rotation, first);
        Apply(v, rotation, first);
        for (int k = first; k < first + count; k++)
        {
            if (SignConvention.MustFlip(v.Values, k, v.Columns, v.Rows))
            {
                Negate(u, k);
                Negate(v, k);
            }
        }
    }

    private static Matrix Basis(Matrix coordinates)
    {
        int count = coordinates.Columns;
        Matrix remaining = coordinates.Copy();
        Matrix basis = new(count, count);
        for (int k = 0; k < count; k++)
        {
            int pivot = LargestRow(remaining);
            double norm = Math.Sqrt(SquaredRow(remaining, pivot));
            for (int j = 0; j < count; j++)
            {
                basis[j, k] = remaining[pivot, j] / norm;
            }

            for (int i = 0; i < remaining.Rows; i++)
            {
                double along = 0.0;
                for (int j = 0; j < count; j++)
                {
                    along += remaining[i, j] * basis[j, k];
                }

                for (int j = 0; j < count; j++)
                {
                    remaining[i, j] -= along * basis[j, k];
                }
            }
        }

        return basis;
    }

    private static int LargestRow(Matrix matrix)
    {
        double[] squares = Enumerable.Range(0, matrix.Rows).Select(i => SquaredRow(matrix, i)).ToArray();
        double largest = squares.Max();
        return Array.FindIndex(squares, square => square >= largest * (1 - Margin));
    }

    private static double SquaredRow(Matrix matrix, int row)
    {
        double sum = 0.0;
        for (int j = 0; j < matrix.Columns; j++)
        {
            sum += matrix[row, j] * matrix[row, j];
        }

        return sum;
    }

    private static void Apply(Matrix vectors, Matrix rotation, int first)
    {
        double[] row = new double[rotation.Rows];
        for (int i = 0; i < vectors.Rows; i++)
        {
            Array.Copy(vectors.Values, (i * vectors.Columns) + first, row, 0, row.Length);
            for (int k = 0; k < row.Length; k++)
            {
                vectors[i, first + k] = Enumerable.Range(0, row.Length).Sum(j => row[j] * rotation[j, k]);
            }
        }
    }

    private static void Negate(Matrix matrix, int column)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            matrix[i, column] = -matrix[i, column];
        }
    }
}
