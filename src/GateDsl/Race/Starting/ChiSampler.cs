using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// Lengths of vectors of independent draws from N(0, 1), in pairs that lean apart: a mirrored draw proposes the negatives of what the other one does,
/// so that it is short where the other is long. Each of the two has the exact distribution.
/// </summary>
/// <remarks>
/// With k degrees of freedom, d = k/2 - 1/3 and c = 1/sqrt(9 d), x from N(0, 1) makes v = (1 + c x)^3, and 2 d v is kept with a probability of
/// exp(x^2/2 + d - d v + d log v), which is above 0.95 (Marsaglia and Tsang's way to gamma variates). Negatives of proposals are as good as proposals.
/// </remarks>
internal static class ChiSampler
{
    /// <summary>From so few degrees on, vectors are drawn themselves; a mirrored one is as long as the other.</summary>
    private const int Few = 2;

    /// <summary>The length of a vector of <paramref name="degrees"/> draws, at least 1.</summary>
    /// <param name="degrees">Degrees of freedom k.</param>
    /// <param name="stream">The bits; the two of a pair begin with the same ones.</param>
    /// <param name="isMirrored">The other one of the pair.</param>
    public static double Draw(int degrees, RandomStream stream, bool isMirrored)
    {
        NormalSampler normal = new(stream);
        if (degrees <= Few)
        {
            double squares = 0;
            for (int i = 0; i < degrees; i++)
            {
                double entry = normal.Next();
                squares += entry * entry;
            }

            return Math.Sqrt(squares);
        }

        double d = (degrees / 2.0) - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = isMirrored ? -normal.Next() : normal.Next();
            double kept = 1 - stream.NextUnit();
            double root = 1 + (c * x);
            if (root <= 0)
            {
                continue;
            }

            double v = root * root * root;
            if (PortableMath.Log(kept) < (x * x / 2) + d - (d * v) + (d * PortableMath.Log(v)))
            {
                return Math.Sqrt(2 * d * v);
            }
        }
    }
}
