using GateDsl.Theory.EffectiveData;

namespace GateDsl.Theory.Reductions;

/// <summary>How far modes are from being alone, which Eq. 7 assumes of each.</summary>
/// <param name="Pathway">The pathway and mode that lose ...</param>
/// <param name="Mode">... to another,</param>
/// <param name="OtherPathway">this one.</param>
/// <param name="OtherMode">Its mode.</param>
/// <param name="Coupling">|K| over the geometric mean of both modes' own input strengths: 0 alone, 1 the same mode twice.</param>
internal sealed record ModeOverlap(int Pathway, int Mode, int OtherPathway, int OtherMode, double Coupling);

/// <summary>Checks the assumptions of the closed form.</summary>
internal static class ClosedFormAssumptions
{
    /// <summary>The strongest coupling between two different modes; null where there are no two modes.</summary>
    public static ModeOverlap? StrongestOverlap(EffectiveDataset[] datasets, ModeCouplings couplings)
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
                        double coupling = own > 0 ? Math.Abs(couplings[p, j][k, l]) / own : 0;
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
}
