using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>The strengths from which modes start before any weights are drawn (mathematics.md, The race reduction, derived).</summary>
internal static class ExpectedStrengths
{
    /// <summary>
    /// By pathway and mode: H (sum of s1^2 |v|^2 + sum of s2^2 |u|^2)/4 over the blocks of the stacked edges, H (s1^2 + s2^2)/4 with one deviation
    /// on either side; 0 for a path without hidden layer.
    /// </summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public static double[][] Of(ReductionProblem problem, GatedData data, EffectiveDataset[] datasets, PathwaySpread[] spreads) =>
        problem.Pathways.Select((pathway, p) => pathway.Modules.Length switch
        {
            0 => new double[datasets[p].ModeCount],
            1 => Of(data.Shapes[p], datasets[p], spreads[p].Validated(pathway)),
            var depth => throw new NotSupportedException(
                $"Pathway {pathway.Name} has {depth} hidden layers: its modes start from actual weights only."),
        }).ToArray();

    private static double[] Of(PathwayShape shape, EffectiveDataset dataset, PathwaySpread spread) =>
        Enumerable.Range(0, dataset.ModeCount).Select(k => StartingStrength.Expected(
            spread.Units,
            Math.Sqrt(Variance(dataset.V, k, shape.Inputs, spread.Inputs)),
            Math.Sqrt(Variance(dataset.U, k, shape.Outputs, spread.Outputs)))).ToArray();

    // Of the weights along a direction.
    private static double Variance(Matrix directions, int k, BlockLayout blocks, double[] sigmas)
    {
        double sum = 0.0;
        for (int b = 0; b < blocks.Widths.Length; b++)
        {
            for (int i = blocks.Starts[b]; i < blocks.Starts[b] + blocks.Widths[b]; i++)
            {
                sum += sigmas[b] * sigmas[b] * directions[i, k] * directions[i, k];
            }
        }

        return sum;
    }
}
