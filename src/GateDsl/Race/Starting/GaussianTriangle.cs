using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// R of Z = Q R for a Z of H x D independent draws from N(0, 1), drawn without Z (Bartlett's decomposition of a Wishart matrix): entries above the
/// diagonal are from N(0, 1), and the i-th on it is the length of a vector of H - i of them. All that a hidden layer of H units does from weights Z is
/// done by min(H, D) units with weights R, so a start costs D^2 whatever H is.
/// </summary>
internal static class GaussianTriangle
{
    /// <summary>R, min(H, D) rows of D numbers, row by row.</summary>
    /// <param name="units">H, at least 0.</param>
    /// <param name="touched">D.</param>
    /// <param name="seed">Seed of the pair.</param>
    /// <param name="name">Name of the stream.</param>
    /// <param name="isMirrored">The other one of the pair: negated above the diagonal, and long on it where the first is short.</param>
    public static double[] Draw(int units, int touched, ulong seed, string name, bool isMirrored)
    {
        int rows = Math.Min(units, touched);
        double[] r = new double[rows * touched];
        NormalSampler sampler = new(seed, name);
        for (int i = 0; i < rows; i++)
        {
            r[(i * touched) + i] = ChiSampler.Draw(units - i, new RandomStream(seed, FormattableString.Invariant($"{name} {i}")), isMirrored);
            for (int j = i + 1; j < touched; j++)
            {
                r[(i * touched) + j] = isMirrored ? -sampler.Next() : sampler.Next();
            }
        }

        return r;
    }
}
