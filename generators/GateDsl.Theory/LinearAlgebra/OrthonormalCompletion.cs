namespace GateDsl.Theory.LinearAlgebra;

/// <summary>Completes orthonormal columns to an orthonormal basis.</summary>
internal static class OrthonormalCompletion
{
    /// <summary>
    /// Fills the columns from <paramref name="filled"/> on, given that those before are orthonormal: each from the unit vector that the
    /// columns so far reach least, orthogonalised twice.
    /// </summary>
    public static void Complete(Matrix basis, int filled)
    {
        for (int column = filled; column < basis.Columns; column++)
        {
            double[] vector = new double[basis.Rows];
            vector[LeastReachedRow(basis, column)] = 1;
            Orthogonalise(vector, basis, column);
            Orthogonalise(vector, basis, column);
            double norm = Math.Sqrt(vector.Sum(value => value * value));
            for (int i = 0; i < basis.Rows; i++)
            {
                basis[i, column] = vector[i] / norm;
            }
        }
    }

    private static int LeastReachedRow(Matrix basis, int columns)
    {
        int least = 0;
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < basis.Rows; i++)
        {
            double reached = 0.0;
            for (int j = 0; j < columns; j++)
            {
                reached += basis[i, j] * basis[i, j];
            }

            if (reached < smallest)
            {
                (least, smallest) = (i, reached);
            }
        }

        return least;
    }

    private static void Orthogonalise(double[] vector, Matrix basis, int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            double along = 0.0;
            for (int i = 0; i < vector.Length; i++)
            {
                along += basis[i, j] * vector[i];
            }

            for (int i = 0; i < vector.Length; i++)
            {
                vector[i] -= along * basis[i, j];
            }
        }
    }
}
