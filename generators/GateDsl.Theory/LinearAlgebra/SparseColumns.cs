namespace GateDsl.Theory.LinearAlgebra;

/// <summary>The entries of a matrix that are not zero, column by column: one-hot inputs have few. Products have the bits of the dense ones.</summary>
internal sealed class SparseColumns
{
    // A dense product takes a fraction of the time per entry.
    private const int WorthwhileShare = 4;

    private readonly int _columns;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly double[] _values;

    private SparseColumns(int columns, int[] starts, int[] rows, double[] values) =>
        (_columns, _starts, _rows, _values) = (columns, starts, rows, values);

    /// <summary>Number of entries that are not zero.</summary>
    public int Count => _values.Length;

    /// <summary>Null where more than a quarter of the entries is not zero.</summary>
    public static SparseColumns? Of(Matrix matrix)
    {
        if (matrix.Values.Count(value => value != 0) * WorthwhileShare > matrix.Values.Length)
        {
            return null;
        }

        int[] starts = new int[matrix.Columns + 1];
        List<int> rows = new();
        List<double> values = new();
        for (int column = 0; column < matrix.Columns; column++)
        {
            for (int row = 0; row < matrix.Rows; row++)
            {
                if (matrix[row, column] != 0)
                {
                    rows.Add(row);
                    values.Add(matrix[row, column]);
                }
            }

            starts[column + 1] = rows.Count;
        }

        return new(matrix.Columns, starts, rows.ToArray(), values.ToArray());
    }

    /// <summary>C -= A X, X this matrix.</summary>
    public void SubtractProduct(Matrix a, Matrix c)
    {
        for (int i = 0; i < a.Rows; i++)
        {
            int from = i * a.Columns;
            for (int column = 0; column < _columns; column++)
            {
                double sum = c.Values[(i * _columns) + column];
                for (int entry = _starts[column]; entry < _starts[column + 1]; entry++)
                {
                    sum -= a.Values[from + _rows[entry]] * _values[entry];
                }

                c.Values[(i * _columns) + column] = sum;
            }
        }
    }

    /// <summary>C += A X^T, X this matrix.</summary>
    public void AddProductWithTranspose(Matrix a, Matrix c)
    {
        for (int i = 0; i < a.Rows; i++)
        {
            int to = i * c.Columns;
            for (int column = 0; column < _columns; column++)
            {
                double weight = a.Values[(i * _columns) + column];
                for (int entry = _starts[column]; entry < _starts[column + 1]; entry++)
                {
                    c.Values[to + _rows[entry]] += weight * _values[entry];
                }
            }
        }
    }
}
