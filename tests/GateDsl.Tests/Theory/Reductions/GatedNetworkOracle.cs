using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

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
        var weights = problem.Pathways.Select(pathway =>
        {
            var inputs = pathway.Inputs.Sum(block => problem.Inputs[block.Block].Width);
            var outputs = pathway.Outputs.Sum(block => problem.Outputs[block.Block].Width);
            int[] widths = [inputs, .. pathway.Modules.Select(module => units[module]), outputs];
            return widths.Zip(widths.Skip(1), (source, target) =>
            {
                // Unequal deviations per edge.
                var sigma = scale * (0.5 + random.NextDouble());
                var edge = new double[target, source];
                for (var i = 0; i < target; i++)
                {
                    for (var j = 0; j < source; j++)
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
        var steps = Weights.Select(edges => edges.Select(edge => new double[edge.GetLength(0), edge.GetLength(1)]).ToArray()).ToArray();
        var loss = 0.0;
        for (var n = 0; n < problem.Count; n++)
        {
            var errors = problem.Outputs.Select(output => Enumerable.Range(0, output.Width).Select(i =>
                output.Active?[n] ?? true ? output.Targets[(n * output.Width) + i] : 0).ToArray()).ToArray();
            var activities = problem.Pathways.Select((pathway, p) => Forward(pathway, p, n)).ToArray();
            for (var p = 0; p < problem.Pathways.Length; p++)
            {
                var at = 0;
                foreach (var block in problem.Pathways[p].Outputs)
                {
                    for (var i = 0; i < problem.Outputs[block.Block].Width; i++, at++)
                    {
                        errors[block.Block][i] -= IsOn(block, n) ? activities[p][^1][at] : 0;
                    }
                }
            }

            loss += 0.5 * errors.Sum(error => error.Sum(value => value * value));
            for (var p = 0; p < problem.Pathways.Length; p++)
            {
                var back = problem.Pathways[p].Outputs.SelectMany(block => errors[block.Block].Select(value => IsOn(block, n) ? value : 0)).ToArray();
                for (var e = Weights[p].Length - 1; e >= 0; e--)
                {
                    var edge = Weights[p][e];
                    var source = new double[edge.GetLength(1)];
                    for (var i = 0; i < edge.GetLength(0); i++)
                    {
                        for (var j = 0; j < edge.GetLength(1); j++)
                        {
                            steps[p][e][i, j] += back[i] * activities[p][e][j];
                            source[j] += edge[i, j] * back[i];
                        }
                    }

                    back = source;
                }
            }
        }

        for (var p = 0; p < Weights.Length; p++)
        {
            for (var e = 0; e < Weights[p].Length; e++)
            {
                for (var i = 0; i < Weights[p][e].GetLength(0); i++)
                {
                    for (var j = 0; j < Weights[p][e].GetLength(1); j++)
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
        var stops = new List<double[]>
        {
            pathway.Inputs.SelectMany(block =>
            {
                var input = problem.Inputs[block.Block];
                return Enumerable.Range(0, input.Width).Select(i => block.On?[n] ?? true ? input.Values[(n * input.Width) + i] : 0);
            }).ToArray(),
        };
        foreach (var edge in Weights[p])
        {
            var source = stops[^1];
            stops.Add(Enumerable.Range(0, edge.GetLength(0)).Select(i => source.Select((value, j) => edge[i, j] * value).Sum()).ToArray());
        }

        return stops.ToArray();
    }
}
