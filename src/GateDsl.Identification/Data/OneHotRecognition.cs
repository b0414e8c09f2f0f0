using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Recognises one-hot inputs among the rows of a matrix of features x datapoints, and says which of them is the context.</summary>
internal static class OneHotRecognition
{
    /// <summary>The rows of each one-hot input, and all other rows.</summary>
    public static (List<(int First, int Count)> OneHot, List<int> Dense) Split(ReadOnlySpan<double> inputs, int features, int datapoints)
    {
        List<(int First, int Count)> oneHot = [];
        List<int> dense = [];
        for (int row = 0; row < features;)
        {
            int count = OneHotRows(inputs[(row * datapoints)..], features - row, datapoints);
            if (count == 0)
            {
                dense.Add(row++);
                continue;
            }

            oneHot.Add((row, count));
            row += count;
        }

        return (oneHot, dense);
    }

    /// <summary>Item for all one-hot inputs but the last of several, which is Context.</summary>
    public static string NameOf(int input, int count) => count switch
    {
        1 => "Item",
        _ when input == count - 1 => "Context",
        2 => "Item",
        _ => string.Create(CultureInfo.InvariantCulture, $"Item{input + 1}"),
    };

    /// <summary>Which of the rows is 1 in each column.</summary>
    public static int[] Values(ReadOnlySpan<double> inputs, int datapoints, (int First, int Count) rows)
    {
        int[] values = new int[datapoints];
        for (int value = 0; value < rows.Count; value++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                values[n] += inputs[((rows.First + value) * datapoints) + n] == 1 ? value : 0;
            }
        }

        return values;
    }

    /// <summary>Some rows as datapoints x rows.</summary>
    public static double[] Columns(ReadOnlySpan<double> matrix, int datapoints, List<int> rows)
    {
        double[] columns = new double[datapoints * rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                columns[(n * rows.Count) + i] = matrix[(rows[i] * datapoints) + n];
            }
        }

        return columns;
    }

    // The fewest rows, at least two, of which every column has exactly one 1 and else 0; 0: there are none.
    private static int OneHotRows(ReadOnlySpan<double> inputs, int rows, int datapoints)
    {
        bool[] seen = new bool[datapoints];
        int covered = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                double value = inputs[(row * datapoints) + n];
                if (value != 0 && (value != 1 || seen[n]))
                {
                    return 0;
                }

                seen[n] |= value == 1;
                covered += value == 1 ? 1 : 0;
            }

            if (covered == datapoints)
            {
                return row == 0 ? 0 : row + 1;
            }
        }

        return 0;
    }
}
