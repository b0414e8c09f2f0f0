using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>Matrices as users give and get them, rows first.</summary>
internal static class MatrixArgument
{
    /// <exception cref="ArgumentException">An entry is not finite.</exception>
    public static Matrix Of(double[,] values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        Matrix matrix = new(values.GetLength(0), values.GetLength(1));
        for (int i = 0; i < matrix.Rows; i++)
        {
            for (int j = 0; j < matrix.Columns; j++)
            {
                Require(double.IsFinite(values[i, j]), parameter, $"Entry ({i}, {j}) is {values[i, j]}; it must be finite");
                matrix[i, j] = values[i, j];
            }
        }

        return matrix;
    }

    public static double[,] ToArray(Matrix matrix)
    {
        double[,] values = new double[matrix.Rows, matrix.Columns];
        Buffer.BlockCopy(matrix.Values, 0, values, 0, matrix.Values.Length * sizeof(double));
        return values;
    }

    public static void Require(bool holds, string parameter, string fault)
    {
        if (!holds)
        {
            throw new ArgumentException(fault + ".", parameter);
        }
    }
}
