namespace GateDsl.Tests.Theory.ClosedForms;

/// <summary>The flow of the weights and of the Gram matrix of a path with one hidden layer on Sx = d I, as plain loops over arrays.</summary>
internal static class PathFlow
{
    /// <summary>The rates of (W1, W2), stored one after the other, row by row.</summary>
    public static Func<double[], double[]> Weights(double[,] syx, double d, int hidden)
    {
        int outputs = syx.GetLength(0);
        int inputs = syx.GetLength(1);
        return state =>
        {
            double[,] w1 = Take(state, 0, hidden, inputs);
            double[,] w2 = Take(state, hidden * inputs, outputs, hidden);
            double[,] map = Times(w2, w1);
            double[,] error = new double[outputs, inputs];
            for (int i = 0; i < outputs; i++)
            {
                for (int j = 0; j < inputs; j++)
                {
                    error[i, j] = syx[i, j] - (d * map[i, j]);
                }
            }

            return [.. Flat(Times(Transpose(w2), error)), .. Flat(Times(error, Transpose(w1)))];
        };
    }

    /// <summary>Q' = M Q + Q M, M = [[0, E^T], [E, 0]], E = Syx - d Q21.</summary>
    public static Func<double[], double[]> Gram(double[,] syx, double d)
    {
        int outputs = syx.GetLength(0);
        int inputs = syx.GetLength(1);
        int size = inputs + outputs;
        return state =>
        {
            double[,] q = Take(state, 0, size, size);
            double[,] m = new double[size, size];
            for (int i = 0; i < outputs; i++)
            {
                for (int j = 0; j < inputs; j++)
                {
                    m[inputs + i, j] = m[j, inputs + i] = syx[i, j] - (d * q[inputs + i, j]);
                }
            }

            double[] left = Flat(Times(m, q));
            double[] right = Flat(Times(q, m));
            return [.. left.Zip(right, (a, b) => a + b)];
        };
    }

    public static double[,] Take(double[] state, int first, int rows, int columns)
    {
        double[,] matrix = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = state[first + (i * columns) + j];
            }
        }

        return matrix;
    }

    public static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    public static double[,] Transpose(double[,] matrix)
    {
        double[,] transpose = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                transpose[j, i] = matrix[i, j];
            }
        }

        return transpose;
    }

    public static double[,] Times(double[,] a, double[,] b)
    {
        double[,] product = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < b.GetLength(1); j++)
            {
                for (int k = 0; k < b.GetLength(0); k++)
                {
                    product[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return product;
    }
}
