using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl.Theory.EffectiveData;

/// <summary>
/// What one pathway sees (mathematics.md, The network): Syx(p) on its stacked vectors, averaged over all N datapoints, and its modes Syx = U S V^T by
/// falling singular value, as many as the rank.
/// </summary>
internal sealed class EffectiveDataset
{
    private EffectiveDataset(Matrix syx, Matrix u, double[] s, Matrix v, double[] d) => (Syx, U, S, V, D) = (syx, u, s, v, d);

    /// <summary>Output x input.</summary>
    public Matrix Syx { get; }

    /// <summary>Output x modes.</summary>
    public Matrix U { get; }

    /// <summary>Input-output strength s of each mode.</summary>
    public double[] S { get; }

    /// <summary>Input x modes.</summary>
    public Matrix V { get; }

    /// <summary>Input strength of each mode, d = v^T Sx v of its own v.</summary>
    public double[] D { get; }

    public int ModeCount => S.Length;

    /// <summary>Strength of every mode in a map of the pathway: u^T W v.</summary>
    public double[] StrengthsIn(Matrix map)
    {
        Matrix projected = map.Times(V);
        return Enumerable.Range(0, ModeCount).Select(k => Enumerable.Range(0, U.Rows).Sum(i => U[i, k] * projected[i, k])).ToArray();
    }

    /// <summary>The effective dataset of every pathway.</summary>
    public static EffectiveDataset[] Of(GatedData data)
    {
        PathwayResidual regression = new(data);
        Matrix[] syx = regression.NewMaps();
        regression.Evaluate(regression.NewMaps());
        regression.Pull(syx);
        double average = data.Count == 0 ? 0 : 1.0 / data.Count;
        return syx.Select((sum, p) =>
        {
            Matrix correlation = sum.Times(average);
            SingularValues values = SingularValues.Of(correlation);
            int rank = values.Rank();
            Matrix u = values.U.FirstColumns(rank);
            Matrix v = values.V.FirstColumns(rank);
            double[] strengths = values.S.Take(rank).ToArray();
            EqualSingularValues.Canonicalise(u, strengths, v);
            double[] d = Enumerable.Range(0, rank).Select(k => InputStrength(data, p, u, v, k)).ToArray();
            return new EffectiveDataset(correlation, u, strengths, v, d);
        }).ToArray();
    }

    // Where the gates of several outputs differ, each output block counts with its share of u.
    private static double InputStrength(GatedData data, int p, Matrix u, Matrix v, int k)
    {
        double sum = 0.0;
        foreach (DataGroup group in data.Groups)
        {
            double share = ModeProjection.OutputShare(data, group, p, p, u, u, k, k);
            if (share != 0)
            {
                sum += share * ModeProjection.OfInputs(data, group, p, v.Column(k)).Sum(value => value * value);
            }
        }

        return sum / data.Count;
    }
}
