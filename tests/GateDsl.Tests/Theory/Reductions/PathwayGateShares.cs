using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Sampling;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>
/// The gates of the ReLU units that a pathway's Gram matrix stands for (mathematics.md, ReLU networks): draw z ~ N(0, Q), turn it to the side of the
/// pathway's growth direction, z.(v1, u1) > 0, and read where w.x > 0.
/// </summary>
internal static class PathwayGateShares
{
    /// <summary>Share of path strength |w| |v| of the drawn units by gate pattern, one character per datapoint.</summary>
    /// <param name="factor">Z of the pathway, input rows then output rows.</param>
    /// <param name="dataset">Its effective dataset, whose first mode is the growth direction.</param>
    /// <param name="x">The pathway's stacked input at every datapoint, N x input.</param>
    /// <param name="draws">Number of units drawn.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static SortedDictionary<string, double> Draw(GramFactor factor, EffectiveDataset dataset, Matrix x, int draws, ulong seed)
    {
        SortedDictionary<string, double> shares = new(StringComparer.Ordinal);
        if (dataset.ModeCount == 0)
        {
            return shares;
        }

        NormalSampler sampler = new(seed);
        double[] v1 = dataset.V.Column(0);
        double[] u1 = dataset.U.Column(0);
        double total = 0.0;
        for (int draw = 0; draw < draws; draw++)
        {
            Matrix mix = new(factor.Inner.Columns, 1, sampler.Draw(factor.Inner.Columns));
            double[] w = factor.Inner.Times(mix).Values;
            double[] v = factor.Outer.Times(mix).Values;
            int side = Dot(w, v1) + Dot(v, u1) < 0 ? -1 : 1;
            double[] preactivations = x.Times(new Matrix(w.Length, 1, w)).Values;
            string pattern = new(preactivations.Select(value => side * value > 0 ? '1' : '0').ToArray());
            double strength = Math.Sqrt(Dot(w, w) * Dot(v, v));
            shares[pattern] = (shares.TryGetValue(pattern, out double known) ? known : 0) + strength;
            total += strength;
        }

        foreach (string? pattern in shares.Keys.ToArray())
        {
            shares[pattern] /= total > 0 ? total : 1;
        }

        return shares;
    }

    private static double Dot(double[] a, double[] b) => a.Select((value, i) => value * b[i]).Sum();
}
