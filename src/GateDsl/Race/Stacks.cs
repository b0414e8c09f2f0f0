using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Stacks the inputs and outputs of a pathway. Matrices are stored row by row. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class Stacks
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

    /// <summary>Adds a block of a stacked map to a map whose rows start the given stride apart.</summary>
    public static void AddBlock(
        ReadOnlySpan<double> stacked, int width, int top, int left, Span<double> map, int stride, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                map[(i * stride) + j] += stacked[((top + i) * width) + left + j];
            }
        }
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

    /// <summary>Adds a block of a stacked map, transposed, to a map whose rows are features.</summary>
    public static void AddTransposedBlock(
        ReadOnlySpan<double> stacked, int width, int top, int left, Span<double> map, int stride, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                map[(j * stride) + i] += stacked[((top + i) * width) + left + j];
            }
        }
    }

    /// <summary>Writes a block whose rows are features, transposed, into a stacked matrix.</summary>
    public static void SetTransposedBlock(
        ReadOnlySpan<double> block, int stride, int rows, int columns, Span<double> stacked, int width, int top, int left)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                stacked[((top + i) * width) + left + j] = block[(j * stride) + i];
            }
        }
    }
}
