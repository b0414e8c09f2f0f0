namespace GateDsl;

/// <summary>Stacks the inputs and outputs of a pathway. Matrices are stored row by row.</summary>
internal static class Stacks
{
    /// <summary>Matrices with the same number of rows, side by side.</summary>
    public static double[] Beside(int rows, params ReadOnlySpan<double[]> matrices)
    {
        int width = 0;
        foreach (double[] matrix in matrices)
        {
            width += matrix.Length / rows;
        }

        double[] stacked = new double[rows * width];
        int left = 0;
        foreach (double[] matrix in matrices)
        {
            int columns = matrix.Length / rows;
            SetBlock(matrix, columns, rows, columns, stacked, width, 0, left);
            left += columns;
        }

        return stacked;
    }

    /// <summary>Matrices with the same number of columns, one below the other.</summary>
    public static double[] Below(params ReadOnlySpan<double[]> matrices)
    {
        List<double> stacked = [];
        foreach (double[] matrix in matrices)
        {
            stacked.AddRange(matrix);
        }

        return [.. stacked];
    }

    /// <summary>Writes a block, whose rows start the given stride apart, into a stacked matrix.</summary>
    public static void SetBlock(
        ReadOnlySpan<double> block, int stride, int rows, int columns, Span<double> stacked, int width, int top, int left)
    {
        for (int i = 0; i < rows; i++)
        {
            block.Slice(i * stride, columns).CopyTo(stacked.Slice(((top + i) * width) + left, columns));
        }
    }
}
