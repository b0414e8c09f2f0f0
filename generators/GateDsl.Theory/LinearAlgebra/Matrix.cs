namespace GateDsl.Theory.LinearAlgebra;

/// <summary>A dense matrix of doubles, row-major. Dimensions of zero are legal.</summary>
internal sealed class Matrix
{
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[checked(rows * columns)])
    {
    }

    /// <summary>A matrix over existing values, which it does not copy.</summary>
    public Matrix(int rows, int columns, double[] values)
    {
        if (rows < 0 || columns < 0 || values.Length != (long)rows * columns)
        {
            throw new ArgumentException($"{values.Length} values are not a {rows} x {columns} matrix.", nameof(values));
        }

        (Rows, Columns, Values) = (rows, columns, values);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Entry (i, j) at i * Columns + j.</summary>
    public double[] Values { get; }

    public double this[int row, int column]
    {
        get => Values[(row * Columns) + column];
        set => Values[(row * Columns) + column] = value;
    }

    public static Matrix Identity(int size, double scale = 1)
    {
        Matrix identity = new(size, size);
        for (int i = 0; i < size; i++)
        {
            identity[i, i] = scale;
        }

        return identity;
    }

    public Matrix Copy() => new(Rows, Columns, (double[])Values.Clone());

    public Matrix Transpose()
    {
        Matrix transpose = new(Columns, Rows);
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
            {
                transpose.Values[(j * Rows) + i] = Values[(i * Columns) + j];
            }
        }

        return transpose;
    }

    /// <summary>Entries (i, i) of a square matrix.</summary>
    public double[] Diagonal()
    {
        double[] values = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            values[i] = this[i, i];
        }

        return values;
    }

    public double[] Column(int column)
    {
        double[] values = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            values[i] = this[i, column];
        }

        return values;
    }

    /// <summary>The first <paramref name="count"/> columns.</summary>
    public Matrix FirstColumns(int count)
    {
        Matrix first = new(Rows, count);
        for (int i = 0; i < Rows; i++)
        {
            Array.Copy(Values, i * Columns, first.Values, i * count, count);
        }

        return first;
    }

    /// <summary>Largest absolute value; 0 for an empty matrix; NaN where a value is NaN.</summary>
    public double LargestMagnitude()
    {
        double largest = 0.0;
        foreach (double value in Values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    /// <summary>Sum of the squared entries.</summary>
    public double SquaredNorm()
    {
        double sum = 0.0;
        foreach (double value in Values)
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>Throws where an entry is NaN or infinite.</summary>
    public Matrix RequireFinite(string parameter)
    {
        foreach (double value in Values)
        {
            if (double.IsNaN(value) || double.IsInfinity(value))
            {
                throw new ArgumentException("The matrix has an entry that is not finite.", parameter);
            }
        }

        return this;
    }
}
