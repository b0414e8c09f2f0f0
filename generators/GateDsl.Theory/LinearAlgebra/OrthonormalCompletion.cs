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
        for (var column = filled; column < basis.Columns; column++)
        {
            var vector = new double[basis.Rows];
            vector[LeastReachedRow(basis, column)] = 1;
            Orthogonalise(vector, basis, column);
            Orthogonalise(vector, basis, column);
            var norm = Math.Sqrt(vector.Sum(value => value * value));
            for (var i = 0; i < basis.Rows; i++)
            {
                basis[i, column] = vector[i] / norm;
            }
        }
    }

    private static int LeastReachedRow(Matrix basis, int columns)
    {
        var least = 0;
        var smallest = double.PositiveInfinity;
        for (var i = 0; i < basis.Rows; i++)
        {
            var reached = 0.0;
            for (var j = 0; j < columns; j++)
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
        for (var j = 0; j < columns; j++)
        {
            var along = 0.0;
            for (var i = 0; i < vector.Length; i++)
            {
                along += basis[i, j] * vector[i];
            }

            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] -= along * basis[i, j];
            }
        }
    }
}
