using System.ComponentModel;
using System.Numerics;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Generated;

/// <summary>
/// Width reduction: with Z = [incoming weights, outgoing weights transposed] = Q R, gradient descent keeps the columns of Z in the span of Q, so
/// Q^T W_e and W_f Q train like the full weights. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WidthBasis
{
    private readonly Matrix? _q;

    private WidthBasis(Matrix? q) => _q = q;

    /// <summary>An input or output, which is not reduced.</summary>
    public static WidthBasis None { get; } = new(null);

    /// <summary>The basis of a module; none where the module is no wider than what it touches.</summary>
    /// <param name="units">Units of the module.</param>
    /// <param name="reduced">Units that are enough.</param>
    /// <param name="incoming">Weights of each edge into it, units x source.</param>
    /// <param name="outgoing">Weights of each edge out of it, target x units.</param>
    public static WidthBasis Of<T>(int units, int reduced, T[][] incoming, T[][] outgoing)
        where T : unmanaged, INumber<T>
    {
        if (reduced >= units)
        {
            return None;
        }

        // A copy of a bank may touch less than the bank's width: further columns of zeros keep the shape.
        Matrix z = new(units, reduced);
        int column = 0;
        foreach (T[] w in incoming)
        {
            int sources = w.Length / units;
            for (int j = 0; j < sources; j++, column++)
            {
                for (int i = 0; i < units; i++)
                {
                    z[i, column] = double.CreateTruncating(w[(i * sources) + j]);
                }
            }
        }

        foreach (T[] w in outgoing)
        {
            for (int j = 0; j < w.Length / units; j++, column++)
            {
                for (int i = 0; i < units; i++)
                {
                    z[i, column] = double.CreateTruncating(w[(j * units) + i]);
                }
            }
        }

        return new WidthBasis(ThinQr.Of(z).Q);
    }

    /// <summary>The weights between two bases, Q_target^T W Q_source; units that the reduction adds stay zero.</summary>
    /// <param name="weights">W, targets x sources.</param>
    /// <param name="targets">Rows of W.</param>
    /// <param name="target">The basis of the target.</param>
    /// <param name="source">The basis of the source.</param>
    /// <param name="reduced">Receives the reduced weights, row by row.</param>
    /// <param name="columns">Columns of the reduced weights.</param>
    public static void Reduce<T>(T[] weights, int targets, WidthBasis target, WidthBasis source, double[] reduced, int columns)
        where T : unmanaged, INumber<T>
    {
        Matrix w = new(targets, weights.Length / targets, Conversion.ToArray<T, double>(weights));
        if (target._q is { } left)
        {
            w = left.TransposeTimes(w);
        }

        if (source._q is { } right)
        {
            w = w.Times(right);
        }

        for (int i = 0; i < w.Rows; i++)
        {
            w.Values.AsSpan(i * w.Columns, w.Columns).CopyTo(reduced.AsSpan(i * columns));
        }
    }
}
