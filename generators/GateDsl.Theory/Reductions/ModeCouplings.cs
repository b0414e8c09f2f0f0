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
        var couplings = datasets.Select(p => datasets.Select(j => new Matrix(p.ModeCount, j.ModeCount)).ToArray()).ToArray();
        foreach (var group in data.Groups)
        {
            var projections = datasets.Select((dataset, p) => Projections(data, group, p, dataset.V)).ToArray();
            for (var p = 0; p < datasets.Length; p++)
            {
                for (var j = 0; j < datasets.Length; j++)
                {
                    Add(data, group, datasets, projections, p, j, couplings[p][j]);
                }
            }
        }

        return new(couplings);
    }

    private static void Add(
        GatedData data, DataGroup group, EffectiveDataset[] datasets, Matrix[] projections, int p, int j, Matrix coupling)
    {
        var inputs = projections[p].TimesTranspose(projections[j]);
        for (var k = 0; k < coupling.Rows; k++)
        {
            for (var l = 0; l < coupling.Columns; l++)
            {
                var outputs = ModeProjection.OutputShare(data, group, p, j, datasets[p].U, datasets[j].U, k, l);
                coupling[k, l] += outputs * inputs[k, l] / data.Count;
            }
        }
    }

    private static Matrix Projections(GatedData data, DataGroup group, int pathway, Matrix v)
    {
        var projections = new Matrix(v.Columns, group.X.Columns);
        for (var k = 0; k < v.Columns; k++)
        {
            ModeProjection.OfInputs(data, group, pathway, v.Column(k)).CopyTo(projections.Values, k * projections.Columns);
        }

        return projections;
    }
}
