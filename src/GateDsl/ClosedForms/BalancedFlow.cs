using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// One path with one hidden layer from lambda-balanced weights, W2^T W2 - W1 W1^T = lambda I, on inputs with Sx = d I, in closed form (Domine et al.
/// 2024 for d = 1; general d and weights of any rank derived). With Z = [W1^T; W2], P = Z Z^T and F = [[-d lambda/2 I, Syx^T], [Syx, d lambda/2 I]],
/// P(t) = exp(F t) Z0 [I + d Z0^T (integral of exp(2 F s)) Z0]^-1 Z0^T exp(F t), times in tau.
/// </summary>
/// <remarks>
/// P holds the map W2 W1 and both Gram matrices; the weights themselves are known up to a rotation of the hidden units. Work per time grows as
/// (inputs + outputs)^3, whatever the number of hidden units. Long times are walked in stretches over which no direction grows by more than e.
/// </remarks>
public sealed class BalancedFlow
{
    private const double MostImbalance = 1e-9;

    private readonly int _inputs;
    private readonly double _inputStrength;
    private readonly double[] _rates;
    private readonly Matrix _eigenvectors;
    private readonly Matrix _start;

    private BalancedFlow(int inputs, double inputStrength, double lambda, double[] rates, Matrix eigenvectors, Matrix start)
    {
        (_inputs, _inputStrength, Lambda) = (inputs, inputStrength, lambda);
        (_rates, _eigenvectors, _start) = (rates, eigenvectors, start);
    }

    /// <summary>lambda of the start, which the flow conserves.</summary>
    public double Lambda { get; }

    /// <summary>The flow from given weights.</summary>
    /// <param name="incoming">W1, hidden x inputs.</param>
    /// <param name="outgoing">W2, outputs x hidden.</param>
    /// <param name="inputOutputCorrelation">Syx, outputs x inputs, averaged over datapoints.</param>
    /// <param name="inputStrength">d of Sx = d I, finite and not negative.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, a number is not finite, or the weights are not lambda-balanced; the message names it.</exception>
    public static BalancedFlow From(double[,] incoming, double[,] outgoing, double[,] inputOutputCorrelation, double inputStrength = 1)
    {
        Matrix w1 = MatrixArgument.Of(incoming, nameof(incoming));
        Matrix w2 = MatrixArgument.Of(outgoing, nameof(outgoing));
        Matrix syx = MatrixArgument.Of(inputOutputCorrelation, nameof(inputOutputCorrelation));
        MatrixArgument.Require(w2.Columns == w1.Rows, nameof(outgoing), $"W2 is {w2.Rows} x {w2.Columns}; W1 has {w1.Rows} hidden units");
        MatrixArgument.Require(
            syx.Rows == w2.Rows && syx.Columns == w1.Columns, nameof(inputOutputCorrelation),
                $"Syx is {syx.Rows} x {syx.Columns}; it must be {w2.Rows} x {w1.Columns}");
        if (!(inputStrength >= 0 && double.IsFinite(inputStrength)))
        {
            throw new ArgumentOutOfRangeException(nameof(inputStrength), inputStrength, "The number must be finite and not negative.");
        }

        double lambda = LambdaOf(w1, w2);
        SymmetricEigen eigen = SymmetricEigen.Of(Generator(syx, inputStrength * lambda / 2));
        Matrix z = Stack(w1.Transpose(), w2);

        // P alone matters, so the triangular factor of Z^T stands for any number of hidden units.
        Matrix factor = z.Columns > z.Rows ? ThinQr.Of(z.Transpose()).R.Transpose() : z;
        return new(w1.Columns, inputStrength, lambda, eigen.Values, eigen.Vectors, eigen.Vectors.TransposeTimes(factor));
    }

    /// <summary>W2 W1 at a time, outputs x inputs.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double[,] MapAt(double time, double tau = 1) => Block(time, tau, isOutputRow: true, isOutputColumn: false);

    /// <summary>Q11 = W1^T W1 at a time, inputs x inputs.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double[,] IncomingGramAt(double time, double tau = 1) => Block(time, tau, isOutputRow: false, isOutputColumn: false);

    /// <summary>Q22 = W2 W2^T at a time, outputs x outputs.</summary>
    /// <param name="time">Time in the unit of <paramref name="tau"/>, finite and not negative.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    public double[,] OutgoingGramAt(double time, double tau = 1) => Block(time, tau, isOutputRow: true, isOutputColumn: true);

    private double[,] Block(double time, double tau, bool isOutputRow, bool isOutputColumn)
    {
        if (!(time >= 0 && double.IsFinite(time)))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "The number must be finite and not negative.");
        }

        Matrix z = _eigenvectors.Times(FactorAt(time / Positive.Require(tau)));
        int firstRow = isOutputRow ? _inputs : 0;
        int firstColumn = isOutputColumn ? _inputs : 0;
        double[,] block = new double[isOutputRow ? z.Rows - _inputs : _inputs, isOutputColumn ? z.Rows - _inputs : _inputs];
        for (int i = 0; i < block.GetLength(0); i++)
        {
            for (int j = 0; j < block.GetLength(1); j++)
            {
                for (int k = 0; k < z.Columns; k++)
                {
                    block[i, j] += z[firstRow + i, k] * z[firstColumn + j, k];
                }
            }
        }

        return block;
    }

    // A square factor of P(t) in the eigenbasis of F. It keeps the number of columns, so what the start does not reach stays unreached.
    private Matrix FactorAt(double time)
    {
        double fastest = _rates.Length == 0 ? 0 : Math.Max(Math.Abs(_rates[0]), Math.Abs(_rates[^1]));
        double stretches = Math.Ceiling(fastest * time);
        Matrix z = _start;
        for (double k = 0; k < stretches || (k == 0 && time > 0); k++)
        {
            Matrix moved = Advance(z, time / Math.Max(1, stretches));
            if (moved.Values.AsSpan().SequenceEqual(z.Values))
            {
                break;
            }

            z = moved;
        }

        return z;
    }

    private Matrix Advance(Matrix z, double time)
    {
        // N = I + d Z^T (integral) Z = L L^T; the next factor is exp(F t) Z L^-T.
        Matrix weighted = new(z.Rows, z.Columns);
        Matrix grown = new(z.Rows, z.Columns);
        for (int i = 0; i < z.Rows; i++)
        {
            double f = _rates[i];
            double integral = f == 0 ? time : AccurateElementary.ExpMinusOne(2 * f * time) / (2 * f);
            double growth = Math.Exp(f * time);
            for (int k = 0; k < z.Columns; k++)
            {
                weighted[i, k] = _inputStrength * integral * z[i, k];
                grown[i, k] = growth * z[i, k];
            }
        }

        Matrix normal = z.TransposeTimes(weighted);
        for (int k = 0; k < normal.Rows; k++)
        {
            normal[k, k] += 1;
        }

        TriangularFactor.DivideColumns(grown, TriangularFactor.Of(normal));
        return grown;
    }

    private static double LambdaOf(Matrix w1, Matrix w2)
    {
        Matrix difference = w2.TransposeTimes(w2);
        Products.AddProduct(-1, w1, w1.Transpose(), difference);
        double lambda = 0;
        for (int k = 0; k < difference.Rows; k++)
        {
            lambda += difference[k, k] / difference.Rows;
        }

        double bound = MostImbalance * Math.Max(w1.SquaredNorm(), w2.SquaredNorm());
        for (int k = 0; k < difference.Rows; k++)
        {
            for (int l = 0; l < difference.Rows; l++)
            {
                double off = Math.Abs(difference[k, l] - (k == l ? lambda : 0));
                MatrixArgument.Require(
                    off <= bound, "outgoing",
                        $"W2^T W2 - W1 W1^T is off a multiple of I by {off:R} at hidden units {k} and {l}, more than {bound:R}: the weights are not lambda-balanced");
            }
        }

        return lambda;
    }

    private static Matrix Generator(Matrix syx, double shift)
    {
        int inputs = syx.Columns;
        Matrix f = new(inputs + syx.Rows, inputs + syx.Rows);
        for (int i = 0; i < f.Rows; i++)
        {
            f[i, i] = i < inputs ? -shift : shift;
        }

        for (int i = 0; i < syx.Rows; i++)
        {
            for (int j = 0; j < inputs; j++)
            {
                f[inputs + i, j] = f[j, inputs + i] = syx[i, j];
            }
        }

        return f;
    }

    private static Matrix Stack(Matrix above, Matrix below) => new(above.Rows + below.Rows, above.Columns, [.. above.Values, .. below.Values]);
}
