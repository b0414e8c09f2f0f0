using GateDsl.CompilerServices;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl.Identifying;

/// <summary>
/// The losses of a gated network in the place of a ReLU network of H units: the Gram reduction in expectation over the ReLU network's initial
/// weights, with the widths of the width rule (mathematics.md, ReLU networks).
/// </summary>
internal static class LossPrediction
{
    /// <summary>One loss per epoch, before its update, on the scale asked for; null: it diverges, or takes more work than it may.</summary>
    public static double[]? Of(
        IdentificationData data,
        IReadOnlyList<bool[]> gates,
        int units,
        double sigma,
        double stepSize,
        int epochs,
        LossScale scale,
        double mostWork = double.PositiveInfinity)
    {
        ReductionProblem problem = GatedProblem.Of(data, gates);
        double[] widths = TwinWidths.Of(problem, units);
        PathwaySpread[] spreads = [.. problem.Pathways.Select((pathway, p) => PathwaySpread.Uniform(pathway, widths[p], sigma))];
        double factor = scale == LossScale.Sum ? 1 : 1.0 / data.Count;
        try
        {
            GramReduction reduction = GramReduction.Expect(problem, spreads);
            return (double)reduction.WorkPerStep * epochs > mostWork
                ? null
                : [.. reduction.Run(epochs, stepSize * factor).Select(loss => loss * factor)];
        }
        catch (ReductionDivergedException)
        {
            return null;
        }
    }
}
