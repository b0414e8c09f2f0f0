using System.Numerics.Tensors;
using GateDsl;
using MathNet.Numerics.LinearAlgebra;

namespace Paper.Fig5;

/// <summary>What the pathways of a network compute at one moment of its training: the singular values of W2 W1, falling.</summary>
/// <param name="Common">Of the common pathway, over object and context.</param>
/// <param name="AllButOne">
/// Of the first pathway that misses a context, over objects; without its answer to the mean object, which the closed form leaves out.
/// </param>
public sealed record PathwayMaps(double[] Common, double[] AllButOne)
{
    /// <summary>From the weights, target x source.</summary>
    public static PathwayMaps Of(
        TensorSpan<double> itemToCommon,
        TensorSpan<double> contextToCommon,
        TensorSpan<double> commonToProperties,
        WeightBank<double> itemToAllButOne,
        WeightBank<double> allButOneToProperties)
    {
        Matrix<double> common = ToMatrix(commonToProperties) * ToMatrix(itemToCommon).Append(ToMatrix(contextToCommon));
        Matrix<double> allButOne = ToMatrix(allButOneToProperties[0]) * ToMatrix(itemToAllButOne[0]);
        Vector<double> mean = allButOne.RowSums() / allButOne.ColumnCount;
        Matrix<double> centred = allButOne - Matrix<double>.Build.Dense(allButOne.RowCount, allButOne.ColumnCount, (row, _) => mean[row]);
        return new PathwayMaps([.. common.Svd(false).S], [.. centred.Svd(false).S]);
    }

    private static Matrix<double> ToMatrix(TensorSpan<double> weights)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense((int)weights.Lengths[0], (int)weights.Lengths[1]);
        for (int row = 0; row < matrix.RowCount; row++)
        {
            for (int column = 0; column < matrix.ColumnCount; column++)
            {
                matrix[row, column] = weights[row, column];
            }
        }

        return matrix;
    }
}
