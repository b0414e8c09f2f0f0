using System.ComponentModel;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.CompilerServices;

/// <summary>
/// An orthonormal basis in which the weights around a layer are kept while a training runs: for a hidden module what its weights span (width
/// reduction), for an input the eigenvectors of its correlations (basis reduction). Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class LayerBasis
{
    /// <summary>
    /// Columns that stand out of the span of those before them by less than this share of their length are better made orthonormal twice, and by
    /// less than the second share by Householder reflections.
    /// </summary>
    private const double WellApart = 1e-2;
    private const double Apart = 1e-5;

    // Q itself, packed; or Z, with Q = Z R^-1.
    private readonly double[] _vectors;
    private readonly double[]? _inverse;

    private LayerBasis(double[] vectors, int units, int reduced, double[]? inverse = null, double[]? coordinates = null)
    {
        _vectors = vectors;
        _inverse = inverse;
        Coordinates = coordinates;
        Units = units;
        Reduced = reduced;
        Stride = MatrixPacking.Stride<double>(reduced);
    }

    /// <summary>Units of the layer: rows of Q.</summary>
    public int Units { get; }

    /// <summary>Vectors of the basis: columns of Q.</summary>
    public int Reduced { get; }

    /// <summary>How far apart the rows of matrices with a column for every vector start.</summary>
    internal int Stride { get; }

    /// <summary>R = Q^T Z, packed, where it is known.</summary>
    internal double[]? Coordinates { get; }

    /// <summary>Q, packed, of a basis made from columns.</summary>
    internal double[] Q => _inverse is null ? _vectors : throw new InvalidOperationException("Q is not computed, but Z and R^-1.");

    /// <summary>The eigenvectors of the correlations of an input, as columns.</summary>
    internal static LayerBasis OfColumns(Matrix vectors)
    {
        int stride = MatrixPacking.Stride<double>(vectors.Columns);
        double[] q = new double[vectors.Rows * stride];
        MatrixPacking.Pack(vectors.Values, vectors.Columns, q, stride);
        return new LayerBasis(q, vectors.Rows, vectors.Columns);
    }

    /// <summary>
    /// Width reduction: with Z = [incoming weights, outgoing weights transposed] = Q R, gradient descent keeps the columns of Z in the span of Q,
    /// so Q^T W_in and W_out Q train like the full weights. Q is not computed: Z^T Z = R^T R, and Q = Z R^-1.
    /// </summary>
    /// <param name="z">Z, packed: units x as many columns as the module touches.</param>
    /// <param name="units">Units of the module.</param>
    /// <param name="reduced">Columns of Z.</param>
    internal static LayerBasis OfSpan(double[] z, int units, int reduced)
    {
        int stride = MatrixPacking.Stride<double>(reduced);
        (double[] r, double apart) = CholeskyFactor(z, stride, units, reduced);
        if (apart >= WellApart)
        {
            return new LayerBasis(z, units, reduced, Inverse(r, stride, reduced), r);
        }

        // A second time with Q, which leaves it orthonormal to rounding where R is not too skew.
        if (apart >= Apart)
        {
            double[] q = Product(z, stride, units, Inverse(r, stride, reduced), stride, reduced);
            (r, apart) = CholeskyFactor(q, stride, units, reduced);
            if (apart >= WellApart)
            {
                return new LayerBasis(Product(q, stride, units, Inverse(r, stride, reduced), stride, reduced), units, reduced);
            }
        }

        Matrix unpacked = new(units, reduced);
        MatrixPacking.Unpack<double>(z, stride, unpacked.Values, reduced);
        return OfColumns(ThinQr.Of(unpacked).Q);
    }

    /// <summary>Q^T W, reduced x columns.</summary>
    /// <param name="w">Units x columns.</param>
    /// <param name="stride">How far apart its rows start, and those of the result.</param>
    /// <param name="columns">Columns.</param>
    internal double[] Down(double[] w, int stride, int columns)
    {
        double[] down = new double[Reduced * stride];
        SingleProducts.Set(_vectors, 1, Stride, w, stride, down, stride, Reduced, Units, columns);
        if (_inverse is null)
        {
            return down;
        }

        double[] solved = new double[Reduced * stride];
        SingleProducts.Set(_inverse, 1, Stride, down, stride, solved, stride, Reduced, Reduced, columns);
        return solved;
    }

    /// <summary>W Q, rows x reduced, its rows <see cref="Stride"/> apart.</summary>
    /// <param name="w">Rows x units.</param>
    /// <param name="stride">How far apart its rows start.</param>
    /// <param name="rows">Rows.</param>
    internal double[] Right(double[] w, int stride, int rows)
    {
        double[] right = new double[rows * Stride];
        SingleProducts.Set(w, stride, 1, _vectors, Stride, right, Stride, rows, Units, Reduced);
        return _inverse is null ? right : Product(right, Stride, rows, _inverse, Stride, Reduced);
    }

    /// <summary>What <see cref="Up"/> multiplies with the rows of a matrix: M, or R^-1 M.</summary>
    /// <param name="m">Reduced x columns.</param>
    /// <param name="stride">How far apart its rows start.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="room">Where R^-1 M may stand.</param>
    internal ReadOnlySpan<double> Prepared(ReadOnlySpan<double> m, int stride, int columns, Span<double> room)
    {
        if (_inverse is null)
        {
            return m;
        }

        SingleProducts.Set(_inverse, Stride, 1, m, stride, room, stride, Reduced, Reduced, columns);
        return room;
    }

    /// <summary>Rows of Q M, units x columns.</summary>
    /// <param name="prepared">M, prepared.</param>
    /// <param name="stride">How far apart its rows start, and those of the result.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="firstUnit">The first row.</param>
    /// <param name="units">Number of rows.</param>
    /// <param name="up">Receives them.</param>
    internal void Up(ReadOnlySpan<double> prepared, int stride, int columns, int firstUnit, int units, Span<double> up) =>
        SingleProducts.Set(_vectors.AsSpan(firstUnit * Stride), Stride, 1, prepared, stride, up, stride, units, Reduced, columns, allRows: Units);

    private static double[] Product(double[] a, int aStride, int rows, double[] b, int stride, int size)
    {
        double[] product = new double[rows * stride];
        SingleProducts.Set(a, aStride, 1, b, stride, product, stride, rows, size, size);
        return product;
    }

    /// <summary>
    /// R, upper triangular, with Z^T Z = R^T R, and by how much of its length the column stands out that is nearest to the span of those before it:
    /// 0, or no number, where elimination fails.
    /// </summary>
    private static (double[] R, double Apart) CholeskyFactor(double[] z, int stride, int units, int columns)
    {
        double[] r = new double[columns * stride];
        SingleProducts.Set(z, 1, stride, z, stride, r, stride, columns, units, columns);
        double apart = 1;
        for (int k = 0; k < columns; k++)
        {
            Span<double> row = r.AsSpan(k * stride, columns);
            double length = Math.Sqrt(row[k]);
            for (int l = 0; l < k; l++)
            {
                double factor = r[(l * stride) + k];
                ReadOnlySpan<double> above = r.AsSpan(l * stride, columns);
                for (int j = k; j < row.Length; j++)
                {
                    row[j] -= factor * above[j];
                }
            }

            double pivot = Math.Sqrt(row[k]);

            // No number where a pivot vanishes or a length overflows, and no number is large enough then.
            apart = Math.Min(apart, pivot / length);
            for (int j = k; j < row.Length; j++)
            {
                row[j] /= pivot;
            }

            row[..k].Clear();
        }

        return (r, apart);
    }

    /// <summary>R^-1 of an upper triangular R.</summary>
    private static double[] Inverse(double[] r, int stride, int columns)
    {
        double[] inverse = new double[columns * stride];
        for (int i = columns - 1; i >= 0; i--)
        {
            Span<double> row = inverse.AsSpan(i * stride, columns);
            row[i] = 1;
            for (int l = i + 1; l < columns; l++)
            {
                double factor = r[(i * stride) + l];
                ReadOnlySpan<double> below = inverse.AsSpan(l * stride, columns);
                for (int j = l; j < row.Length; j++)
                {
                    row[j] -= factor * below[j];
                }
            }

            double pivot = r[(i * stride) + i];
            for (int j = i; j < row.Length; j++)
            {
                row[j] /= pivot;
            }
        }

        return inverse;
    }
}
