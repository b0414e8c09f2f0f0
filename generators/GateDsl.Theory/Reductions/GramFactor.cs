using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>A factor Z = [Inner; Outer] of one pathway's Gram matrix, Q = Z Z^T: as many columns as hidden units, or as it needs.</summary>
internal sealed class GramFactor
{
    private readonly Matrix _innerBefore;

    private GramFactor(Matrix inner, Matrix outer)
    {
        Inner = inner;
        Outer = outer;
        _innerBefore = inner.Copy();
    }

    /// <summary>Input x columns: W1^T of an equivalent network.</summary>
    public Matrix Inner { get; }

    /// <summary>Output x columns: W2 of an equivalent network.</summary>
    public Matrix Outer { get; }

    /// <summary>From actual weights; with more units than inputs and outputs, from the R of Z^T = Q R: the width reduction.</summary>
    public static GramFactor Of(Matrix incoming, Matrix outgoing, PathwayShape shape)
    {
        int inputs = shape.Inputs.Total;
        int outputs = shape.Outputs.Total;
        if (incoming.Columns != inputs || outgoing.Rows != outputs || incoming.Rows != outgoing.Columns)
        {
            throw new ArgumentException(
                $"Weights of {incoming.Rows} x {incoming.Columns} and {outgoing.Rows} x {outgoing.Columns} do not lead from {inputs} inputs "
                + $"through one hidden layer to {outputs} outputs.");
        }

        incoming.RequireFinite(nameof(incoming));
        outgoing.RequireFinite(nameof(outgoing));
        if (incoming.Rows <= inputs + outputs)
        {
            return new(incoming.Transpose(), outgoing.Copy());
        }

        Matrix transposed = new(incoming.Rows, inputs + outputs);
        Matrix outgoingByUnit = outgoing.Transpose();
        for (int unit = 0; unit < incoming.Rows; unit++)
        {
            Array.Copy(incoming.Values, unit * inputs, transposed.Values, unit * transposed.Columns, inputs);
            Array.Copy(outgoingByUnit.Values, unit * outputs, transposed.Values, (unit * transposed.Columns) + inputs, outputs);
        }

        Matrix z = ThinQr.Of(transposed).R.Transpose();
        return new(RowsOf(z, 0, inputs), RowsOf(z, inputs, outputs));
    }

    /// <summary>The expectation over drawn weights: Z = diag(sqrt(H) sigma_e).</summary>
    public static GramFactor Expected(PathwaySpread spread, PathwayShape shape)
    {
        int columns = shape.Inputs.Total + shape.Outputs.Total;
        Matrix inner = new(shape.Inputs.Total, columns);
        Matrix outer = new(shape.Outputs.Total, columns);
        FillDiagonal(inner, shape.Inputs, spread.Inputs, 0);
        FillDiagonal(outer, shape.Outputs, spread.Outputs, shape.Inputs.Total);
        return new(inner, outer);

        void FillDiagonal(Matrix rows, BlockLayout blocks, double[] sigmas, int firstColumn)
        {
            for (int b = 0; b < blocks.Widths.Length; b++)
            {
                for (int i = blocks.Starts[b]; i < blocks.Starts[b] + blocks.Widths[b]; i++)
                {
                    rows[i, firstColumn + i] = Math.Sqrt(spread.Units) * sigmas[b];
                }
            }
        }
    }

    /// <summary>Balanced weights aligned with a pathway's modes: Z = [V; U] diag(sqrt(b)), a column per mode.</summary>
    public static GramFactor Balanced(EffectiveDataset dataset, double[] strengths)
    {
        Matrix inner = dataset.V.Copy();
        Matrix outer = dataset.U.Copy();
        for (int k = 0; k < strengths.Length; k++)
        {
            Scale(inner, k, Math.Sqrt(strengths[k]));
            Scale(outer, k, Math.Sqrt(strengths[k]));
        }

        return new(inner, outer);

        static void Scale(Matrix matrix, int column, double factor)
        {
            for (int i = 0; i < matrix.Rows; i++)
            {
                matrix[i, column] *= factor;
            }
        }
    }

    /// <summary>Z &lt;- (I + eta M) Z with M = [[0, E^T], [E, 0]].</summary>
    public void Step(Matrix pull, double stepSize)
    {
        Array.Copy(Inner.Values, _innerBefore.Values, Inner.Values.Length);
        Products.AddTransposeProduct(stepSize, pull, Outer, Inner);
        Products.AddProduct(stepSize, pull, _innerBefore, Outer);
    }

    /// <summary>W2 W1 = Outer Inner^T.</summary>
    public void WriteMap(Matrix map)
    {
        Array.Clear(map.Values, 0, map.Values.Length);
        Products.AddProduct(1, Outer, Inner.Transpose(), map);
    }

    private static Matrix RowsOf(Matrix matrix, int first, int count)
    {
        Matrix rows = new(count, matrix.Columns);
        Array.Copy(matrix.Values, first * matrix.Columns, rows.Values, 0, rows.Values.Length);
        return rows;
    }
}
