using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>Projections of gated data on the modes of pathways.</summary>
internal static class ModeProjection
{
    /// <summary>v^T of a pathway's gated input at every column of a group.</summary>
    public static double[] OfInputs(GatedData data, DataGroup group, int pathway, double[] v)
    {
        PathwayShape shape = data.Shapes[pathway];
        double[] projection = new double[group.X.Columns];
        for (int b = 0; b < shape.InputStarts.Length; b++)
        {
            if (group.PathwayInputsOn[pathway][b])
            {
                Rows.AddCombination(
                    1, v, shape.Inputs.Starts[b], 1, shape.Inputs.Widths[b],
                    group.X.Values, shape.InputStarts[b] * group.X.Columns, group.X.Columns, group.X.Columns, projection, 0);
            }
        }

        return projection;
    }

    /// <summary>u_p^T u_j over the output blocks that both pathways feed in a group.</summary>
    public static double OutputShare(GatedData data, DataGroup group, int p, int j, Matrix up, Matrix uj, int k, int l)
    {
        double share = 0.0;
        PathwayShape shape = data.Shapes[p];
        PathwayShape other = data.Shapes[j];
        for (int b = 0; b < shape.OutputBlocks.Length; b++)
        {
            int c = Array.IndexOf(other.OutputBlocks, shape.OutputBlocks[b]);
            if (c < 0 || !group.PathwayOutputsOn[p][b] || !group.PathwayOutputsOn[j][c])
            {
                continue;
            }

            for (int row = 0; row < shape.Outputs.Widths[b]; row++)
            {
                share += up[shape.Outputs.Starts[b] + row, k] * uj[other.Outputs.Starts[c] + row, l];
            }
        }

        return share;
    }

    /// <summary>u_p^T u_j for all pairs of modes, modes of p x modes of j.</summary>
    public static Matrix OutputShares(GatedData data, DataGroup group, int p, int j, Matrix up, Matrix uj)
    {
        Matrix shares = new(up.Columns, uj.Columns);
        for (int k = 0; k < shares.Rows; k++)
        {
            for (int l = 0; l < shares.Columns; l++)
            {
                shares[k, l] = OutputShare(data, group, p, j, up, uj, k, l);
            }
        }

        return shares;
    }
}
