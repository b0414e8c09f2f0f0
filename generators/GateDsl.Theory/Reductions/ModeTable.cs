using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.EffectiveData;

namespace GateDsl.Theory.Reductions;

/// <summary>One mode of one pathway, each by itself as Eq. 7 has it.</summary>
/// <param name="Pathway">Index of the pathway.</param>
/// <param name="Mode">Index by falling singular value.</param>
/// <param name="S">Singular value of the effective dataset.</param>
/// <param name="D">Input strength of the mode's own v.</param>
/// <param name="Start">Expected strength at the start.</param>
/// <param name="HalfTime">When the mode alone is at half of s/d, in tau; 0 where it starts there, infinity where it never is.</param>
internal sealed record ModeRow(int Pathway, int Mode, double S, double D, double Start, double HalfTime)
{
    public double End => D > 0 ? S / D : double.PositiveInfinity;
}

/// <summary>The data frame of modes: what each pathway would do alone.</summary>
internal static class ModeTable
{
    /// <summary>Every mode of every pathway with at most one hidden layer; a path without one grows linearly and has no half time here.</summary>
    public static ModeRow[] Of(ReductionProblem problem, GatedData data, EffectiveDataset[] datasets, PathwaySpread[] spreads)
    {
        double[][] start = ExpectedStrengths.Of(problem, data, datasets, spreads);
        return datasets.SelectMany((dataset, p) => Enumerable.Range(0, dataset.ModeCount).Select(k =>
        {
            (double s, double d) = (dataset.S[k], dataset.D[k]);
            return new ModeRow(p, k, s, d, start[p][k], HalfTime(s, d, start[p][k]));
        })).ToArray();
    }

    private static double HalfTime(double s, double d, double start) =>
        d > 0 && start >= s / (2 * d) ? 0 : new BalancedMode(s, d, start).TimeTo(s / (2 * d));
}
