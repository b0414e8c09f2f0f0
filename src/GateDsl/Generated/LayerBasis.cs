using System.ComponentModel;
using System.Numerics;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Generated;

/// <summary>
/// An orthonormal basis in which the weights around a layer are kept while a training runs: for a hidden module what its weights span (width
/// reduction), for an input the eigenvectors of its correlations (basis reduction). Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LayerBasis
{
    /// <summary>A Cholesky factor with a smaller ratio of pivots makes too inexact a basis; then Householder reflections do.</summary>
    private const double LeastPivotRatio = 1e-5;

    private LayerBasis(double[] q, int units, int reduced)
    {
        Q = q;
        Units = units;
        Reduced = reduced;
        Stride = Packing.Stride<double>(reduced);
    }

    /// <summary>Units of the layer: rows of Q.</summary>
    public int Units { get; }

    /// <summary>Vectors of the basis: columns of Q.</summary>
    public int Reduced { get; }

    /// <summary>Q, packed.</summary>
    internal double[] Q { get; }

    internal int Stride { get; }

    /// <summary>The eigenvectors of the correlations of an input, as columns.</summary>
    internal static LayerBasis OfColumns(Matrix vectors)
    {
        int stride = Packing.Stride<double>(vectors.Columns);
        double[] q = new double[vectors.Rows * stride];
        Packing.Pack(vectors.Values, vectors.Columns, q, stride);
        return new LayerBasis(q, vectors.Rows, vectors.Columns);
    }

    /// <summary>
    /// Width reduction: with Z = [incoming weights, outgoing weights transposed] = Q R, gradient descent keeps the columns of Z in the span of Q,
    /// so Q^T W_e and W_f Q train like the full weights.
    /// </summary>
    /// <param name="z">Z, packed: units x as many columns as the module touches.</param>
    /// <param name="units">Units of the module.</param>
    /// <param name="reduced">Columns of Z.</param>
    internal static LayerBasis OfSpan(double[] z, int units, int reduced)
    {
        // Twice Cholesky: Z^T Z = R^T R, Q = Z R^-1, and again with Q, which leaves it orthonormal to rounding where R is not too skew.
        int stride = Packing.Stride<double>(reduced);
        double[] q = (double[])z.Clone();
        return Orthonormalise(q, stride, units, reduced) && Orthonormalise(q, stride, units, reduced)
            ? new LayerBasis(q, units, reduced)
            : OfColumns(ThinQr.Of(Unpacked(z, stride, units, reduced)).Q);
    }

    private static Matrix Unpacked(double[] packed, int stride, int rows, int columns)
    {
        Matrix matrix = new(rows, columns);
        Packing.Unpack<double>(packed, stride, matrix.Values, columns);
        return matrix;
    }

    /// <summary>Q = Z R^-1 in place, with Z^T Z = R^T R; false where the columns are too nearly dependent.</summary>
    private static bool Orthonormalise(double[] z, int stride, int units, int columns)
    {
        double[] gram = new double[columns * stride];
        RowTile.Set<double>(z, 1, stride, z, stride, gram, stride, columns, units, columns);

        // gram becomes R, upper triangular.
        double largest = 0;
        double smallest = double.PositiveInfinity;
        for (int k = 0; k < columns; k++)
        {
            Span<double> row = gram.AsSpan(k * stride, columns);
            for (int l = 0; l < k; l++)
            {
                double factor = gram[(l * stride) + k];
                for (int j = k; j < columns; j++)
                {
                    row[j] -= factor * gram[(l * stride) + j];
                }
            }

            double pivot = Math.Sqrt(row[k]);
            largest = Math.Max(largest, pivot);
            smallest = Math.Min(smallest, pivot);
            if (!(smallest > LeastPivotRatio * largest) || !double.IsFinite(largest))
            {
                return false;
            }

            for (int j = k; j < columns; j++)
            {
                row[j] /= pivot;
            }
        }

        // R^-1, column by column, then Z R^-1.
        double[] inverse = new double[columns * stride];
        for (int j = 0; j < columns; j++)
        {
            for (int i = j; i >= 0; i--)
            {
                double sum = i == j ? 1 : 0;
                for (int l = i + 1; l <= j; l++)
                {
                    sum -= gram[(i * stride) + l] * inverse[(l * stride) + j];
                }

                inverse[(i * stride) + j] = sum / gram[(i * stride) + i];
            }
        }

        double[] product = new double[z.Length];
        RowTile.Set<double>(z, stride, 1, inverse, stride, product, stride, units, columns, columns);
        product.CopyTo(z, 0);
        return true;
    }
}
