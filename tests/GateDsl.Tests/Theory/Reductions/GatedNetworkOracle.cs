using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>
/// Gradient descent on a declared problem as Eq. 1-2 say it: every datapoint, gate and weight in plain loops. Shares nothing with the
/// reductions but the description of the problem.
/// </summary>
internal sealed class GatedNetworkOracle(ReductionProblem problem, double[][][,] weights)
{
    /// <summary>Per pathway its edges from input to output, target x source on stacked blocks.</summary>
    public double[][][,] Weights { get; } = weights;

    public static GatedNetworkOracle Random(ReductionProblem problem, int[] units, double scale, Random random)
    {
        double[][][,] weights = problem.Pathways.Select(pathway =>
        {
            int inputs = pathway.Inputs.Sum(block => problem.Inputs[block.Block].Width);
            int outputs = pathway.Outputs.Sum(block => problem.Outputs[block.Block].Width);
            int[] widths = [inputs, .. pathway.Modules.Select(module => units[module]), outputs];
            return widths.Zip(widths.Skip(1), (source, target) =>
            {
                // Unequal deviations per edge.
                double sigma = scale * (0.5 + random.NextDouble());
                double[,] edge = new double[target, source];
                for (int i = 0; i < target; i++)
                {
                    for (int j = 0; j < source; j++)
                    {
                        edge[i, j] = sigma * ((random.NextDouble() * 2) - 1);
                    }
                }

                return edge;
            }).ToArray();
        }).ToArray();
        return new(problem, weights);
    }

    public Matrix[][] ToMatrices() => Weights.Select(edges => edges.Select(edge =>
        new Matrix(edge.GetLength(0), edge.GetLength(1), edge.Cast<double>().ToArray())).ToArray()).ToArray();

    /// <summary>Returns the Sum loss, then takes a step of the given size (0: none).</summary>
    public double Step(double stepSize) => Step(stepSize, out _);

    /// <summary>The same, and the gradient.</summary>
    public double Step(double stepSize, out double[][][,] gradient)
    {
        double[][][,] steps = Weights.Select(edges => edges.Select(edge => new double[edge.GetLength(0), edge.GetLength(1)]).ToArray()).ToArray();
        double loss = 0.0;
        for (int n = 0; n < problem.Count; n++)
        {
            double[][] errors = problem.Outputs.Select(output => Enumerable.Range(0, output.Width).Select(i =>
                output.Active?[n] ?? true ? output.Targets[(n * output.Width) + i] : 0).ToArray()).ToArray();
            double[][][] activities = problem.Pathways.Select((pathway, p) => Forward(pathway, p, n)).ToArray();
            for (int p = 0; p < problem.Pathways.Length; p++)
            {
                int at = 0;
                foreach (GatedBlock block in problem.Pathways[p].Outputs)
                {
                    for (int i = 0; i < problem.Outputs[block.Block].Width; i++, at++)
                    {
                        errors[block.Block][i] -= IsOn(block, n) ? activities[p][^1][at] : 0;
                    }
                }
            }

            loss += 0.5 * errors.Sum(error => error.Sum(value => value * value));
            for (int p = 0; p < problem.Pathways.Length; p++)
            {
                double[] back = problem.Pathways[p].Outputs.SelectMany(block => errors[block.Block].Select(value => IsOn(block, n) ? value : 0)).ToArray();
                for (int e = Weights[p].Length - 1; e >= 0; e--)
                {
                    double[,] edge = Weights[p][e];
                    double[] source = new double[edge.GetLength(1)];
                    for (int i = 0; i < edge.GetLength(0); i++)
                    {
                        for (int j = 0; j < edge.GetLength(1); j++)
                        {
                            steps[p][e][i, j] += back[i] * activities[p][e][j];
                            source[j] += edge[i, j] * back[i];
                        }
                    }

                    back = source;
                }
            }
        }

        for (int p = 0; p < Weights.Length; p++)
        {
            for (int e = 0; e < Weights[p].Length; e++)
            {
                for (int i = 0; i < Weights[p][e].GetLength(0); i++)
                {
                    for (int j = 0; j < Weights[p][e].GetLength(1); j++)
                    {
                        Weights[p][e][i, j] += stepSize * steps[p][e][i, j];
                        steps[p][e][i, j] *= -1;
                    }
                }
            }
        }

        gradient = steps;
        return loss;

        bool IsOn(GatedBlock block, int datapoint) =>
            (block.On?[datapoint] ?? true) && (problem.Outputs[block.Block].Active?[datapoint] ?? true);
    }

    // The activity at every stop of the pathway, its gated input first.
    private double[][] Forward(Pathway pathway, int p, int n)
    {
        List<double[]> stops = new()
        {
            pathway.Inputs.SelectMany(block =>
            {
                InputBlock input = problem.Inputs[block.Block];
                return Enumerable.Range(0, input.Width).Select(i => block.On?[n] ?? true ? input.Values[(n * input.Width) + i] : 0);
            }).ToArray(),
        };
        foreach (double[,] edge in Weights[p])
        {
            double[] source = stops[^1];
            stops.Add(Enumerable.Range(0, edge.GetLength(0)).Select(i => source.Select((value, j) => edge[i, j] * value).Sum()).ToArray());
        }

        return stops.ToArray();
    }
}
