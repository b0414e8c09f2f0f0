using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>Matrices of equal height beside each other.</summary>
internal static class MatrixColumns
{
    public static Matrix Beside(Matrix[] blocks, int rows)
    {
        Matrix all = new(rows, blocks.Sum(block => block.Columns));
        int at = 0;
        foreach (Matrix block in blocks)
        {
            for (int n = 0; n < rows; n++)
            {
                Array.Copy(block.Values, n * block.Columns, all.Values, (n * all.Columns) + at, block.Columns);
            }

            at += block.Columns;
        }

        return all;
    }
}
