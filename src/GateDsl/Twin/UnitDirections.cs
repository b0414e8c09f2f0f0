using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// Directions spread evenly for their number: the rows of random orthogonal frames, each followed by its negative, at the length sqrt(D). Over
/// whole frames the sum of z z^T is their number times the identity.
/// </summary>
internal static class UnitDirections
{
    /// <summary>
    /// Weights of a network of representative units, into its hidden layer and out of it, target x source: S units that stand for the H of the twin
    /// are sqrt(H / S) times as long as they.
    /// </summary>
    public static double[][] Start(int features, int outputs, TwinShape shape, int units, ulong seed)
    {
        Matrix directions = Draw(units, features + outputs, seed);
        double width = Math.Sqrt((double)shape.Widths[0] / units);
        double[] incoming = new double[units * features];
        double[] outgoing = new double[outputs * units];
        for (int unit = 0; unit < units; unit++)
        {
            for (int i = 0; i < features; i++)
            {
                incoming[(unit * features) + i] = shape.Sigmas[0] * width * directions[unit, i];
            }

            for (int o = 0; o < outputs; o++)
            {
                outgoing[(o * units) + unit] = shape.Sigmas[1] * width * directions[unit, features + o];
            }
        }

        return [incoming, outgoing];
    }

    /// <summary>Count x D, from the unnamed stream of the seed; the same bits on every machine.</summary>
    public static Matrix Draw(int count, int dimensions, ulong seed)
    {
        NormalSampler sampler = new(seed);
        Matrix directions = new(count, dimensions);
        for (int row = 0; row < count && dimensions > 0;)
        {
            // Q of a Gaussian matrix with R's diagonal positive is uniform among the orthogonal matrices.
            Matrix frame = ThinQr.Of(new Matrix(dimensions, dimensions, sampler.Draw(dimensions * dimensions))).Q;
            for (int i = 0; i < dimensions && row < count; i++)
            {
                for (int sign = 1; sign >= -1 && row < count; sign -= 2, row++)
                {
                    for (int j = 0; j < dimensions; j++)
                    {
                        directions[row, j] = sign * Math.Sqrt(dimensions) * frame[i, j];
                    }
                }
            }
        }

        return directions;
    }
}
