using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// Directions spread evenly for their number: the rows of random orthogonal frames, each followed by its negative, at the length sqrt(D). Over
/// whole frames the sum of z z^T is their number times the identity.
/// </summary>
internal static class UnitDirections
{
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
