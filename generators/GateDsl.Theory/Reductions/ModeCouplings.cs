using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// How the modes of pathways act on each other in Eq. 6, with nothing assumed about shared singular vectors: mode (p, k) loses
/// K_pj[k, l] b_(j,l) to mode (j, l), with K_pj[k, l] = (u_(p,k)^T u_(j,l)) (v_(j,l)^T Sx(j,p) v_(p,k)), output block by output block where
/// their gates differ. Where singular vectors are shared K is diagonal.
/// </summary>
internal sealed class ModeCouplings
{
    private readonly Matrix[][] _couplings;

    private ModeCouplings(Matrix[][] couplings) => _couplings = couplings;

    /// <summary>K_pj, modes of p x modes of j.</summary>
    public Matrix this[int p, int j] => _couplings[p][j];

    public static ModeCouplings Of(GatedData data, EffectiveDataset[] datasets)
    {
        Matrix[][] projections = data.Groups
            .Select(group => datasets.Select((dataset, p) => Projections(data, group, p, dataset.V)).ToArray()).ToArray();
        return new(datasets.Select((_, p) => datasets.Select((_, j) => Coupling(data, datasets, projections, p, j)).ToArray()).ToArray());
    }

    /// <summary>The strongest coupling between two different modes; null where there are no two modes.</summary>
    public ModeOverlap? Strongest(EffectiveDataset[] datasets)
    {
        ModeOverlap? strongest = null;
        for (int p = 0; p < datasets.Length; p++)
        {
            for (int j = 0; j < datasets.Length; j++)
            {
                for (int k = 0; k < datasets[p].ModeCount; k++)
                {
                    for (int l = 0; l < datasets[j].ModeCount; l++)
                    {
                        double own = Math.Sqrt(datasets[p].D[k] * datasets[j].D[l]);
                        double coupling = own > 0 ? Math.Abs(_couplings[p][j][k, l]) / own : 0;
                        if ((p != j || k != l) && coupling > (strongest?.Coupling ?? -1))
                        {
                            strongest = new(p, k, j, l, coupling);
                        }
                    }
                }
            }
        }

        return strongest;
    }

    private static Matrix Coupling(GatedData data, EffectiveDataset[] datasets, Matrix[][] projections, int p, int j)
    {
        Matrix coupling = new(datasets[p].ModeCount, datasets[j].ModeCount);
        Matrix? outputs = null;
        DataGroup? before = null;
        for (int g = 0; g < data.Groups.Length; g++)
        {
            DataGroup group = data.Groups[g];
            if (!IsOn(group, p) || !IsOn(group, j))
            {
                continue;
            }

            // Most groups differ in the gates of pathways, not of outputs.
            if (before is null || !before.PathwayOutputsOn[p].SequenceEqual(group.PathwayOutputsOn[p])
                || !before.PathwayOutputsOn[j].SequenceEqual(group.PathwayOutputsOn[j]))
            {
                outputs = ModeProjection.OutputShares(data, group, p, j, datasets[p].U, datasets[j].U);
                before = group;
            }

            Matrix inputs = projections[g][p].TimesTranspose(projections[g][j]);
            for (int i = 0; i < coupling.Values.Length; i++)
            {
                coupling.Values[i] += outputs!.Values[i] * inputs.Values[i] / data.Count;
            }
        }

        return coupling;
    }

    private static bool IsOn(DataGroup group, int pathway) =>
        Array.IndexOf(group.PathwayInputsOn[pathway], true) >= 0 && Array.IndexOf(group.PathwayOutputsOn[pathway], true) >= 0;

    private static Matrix Projections(GatedData data, DataGroup group, int pathway, Matrix v)
    {
        Matrix projections = new(v.Columns, group.X.Columns);
        for (int k = 0; k < v.Columns; k++)
        {
            ModeProjection.OfInputs(data, group, pathway, v.Column(k)).CopyTo(projections.Values, k * projections.Columns);
        }

        return projections;
    }
}
