using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>The strengths from which the modes of every edge start (theory.md §3, derived): from the weights, or before any are drawn.</summary>
internal static class ModeStart
{
    private const double AgreementOfDirections = 1e-6;

    /// <summary>
    /// By slot of the graph and mode, in expectation: b(0) = H (sum of s1^2 |v|^2 + sum of s2^2 |u|^2)/4 over the blocks of the stacked edges, H (s1^2 + s2^2)/4 with one
    /// deviation on either side, shared equally by both edges. 0 for a path without hidden layer.
    /// </summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public static double[][] Expected(ReductionProblem problem, GatedData data, EffectiveDataset[] datasets, PathwaySpread[] spreads)
    {
        var graph = new EdgeGraph(problem);
        var edges = NewEdges(graph, datasets);
        for (var p = 0; p < problem.Pathways.Length; p++)
        {
            var pathway = problem.Pathways[p];
            if (pathway.Modules.Length > 1)
            {
                throw new NotSupportedException(
                    $"Pathway {pathway.Name} has {pathway.Modules.Length} hidden layers: its modes start from actual weights only.");
            }

            for (var k = 0; k < datasets[p].ModeCount && pathway.Modules.Length == 1; k++)
            {
                var spread = spreads[p].Validated(pathway);
                var inner = Weighted(datasets[p].V, k, data.Shapes[p].Inputs, spread.Inputs);
                var outer = Weighted(datasets[p].U, k, data.Shapes[p].Outputs, spread.Outputs);
                SetBoth(edges, graph.SlotsOf[p], k, spread.Units * (inner + outer) / 4);
            }
        }

        return edges;
    }

    /// <summary>
    /// From actual weights, per pathway the matrices of its stacked edges from input to output. One hidden layer: b(0) = |W1 v + W2^T u|^2/4,
    /// because only the mean of the two directions grows. Deeper: v is carried forward, B_e the norm that each edge gives it, the last edge's
    /// B = u^T W r.
    /// </summary>
    /// <exception cref="NotSupportedException">Two edges into a module disagree on a direction by more than 1e-6.</exception>
    public static double[][] From(ReductionProblem problem, EffectiveDataset[] datasets, Matrix[][] weights)
    {
        var graph = new EdgeGraph(problem);
        var edges = NewEdges(graph, datasets);
        var carried = new Dictionary<(int Module, int Mode), double[]>();
        for (var p = 0; p < problem.Pathways.Length; p++)
        {
            for (var k = 0; k < datasets[p].ModeCount; k++)
            {
                var u = datasets[p].U.Column(k);
                var v = datasets[p].V.Column(k);
                switch (problem.Pathways[p].Modules.Length)
                {
                    case 0:
                        edges[graph.SlotsOf[p][0]][k] = Dot(u, Apply(weights[p][0], v));
                        break;
                    case 1:
                        var forward = Apply(weights[p][0], v);
                        var backward = Apply(weights[p][1].Transpose(), u);
                        SetBoth(edges, graph.SlotsOf[p], k, forward.Select((f, i) => (f + backward[i]) * (f + backward[i])).Sum() / 4);
                        break;
                    default:
                        Carry(problem.Pathways[p], graph.SlotsOf[p], weights[p], u, v, k, edges, carried);
                        break;
                }
            }
        }

        return edges;
    }

    private static void Carry(
        Pathway pathway, int[] path, Matrix[] weights, double[] u, double[] v, int k,
        double[][] edges, Dictionary<(int Module, int Mode), double[]> carried)
    {
        var direction = v;
        for (var i = 0; i < pathway.Modules.Length; i++)
        {
            direction = Apply(weights[i], direction);
            var norm = Math.Sqrt(Dot(direction, direction));
            edges[path[i]][k] = norm;
            direction = norm == 0 ? direction : direction.Select(value => value / norm).ToArray();
            var key = (pathway.Modules[i], k);
            if (!carried.TryGetValue(key, out var known))
            {
                carried.Add(key, direction);
            }
            else if (Math.Sqrt(known.Select((value, j) => (value - direction[j]) * (value - direction[j])).Sum()) > AgreementOfDirections)
            {
                throw new NotSupportedException(
                    $"Mode {k} reaches a module of pathway {pathway.Name} ({pathway.Name.Split('>')[i].Trim()}) in different directions by its "
                    + "different edges: the reduction to modes assumes one. Use the width reduction.");
            }
        }

        edges[path[path.Length - 1]][k] = Dot(u, Apply(weights[weights.Length - 1], direction));
    }

    private static double[][] NewEdges(EdgeGraph graph, EffectiveDataset[] datasets)
    {
        var modes = new int[graph.SlotCount];
        for (var p = 0; p < datasets.Length; p++)
        {
            foreach (var edge in graph.SlotsOf[p])
            {
                modes[edge] = Math.Max(modes[edge], datasets[p].ModeCount);
            }
        }

        return modes.Select(count => new double[count]).ToArray();
    }

    private static void SetBoth(double[][] edges, int[] path, int k, double strength) =>
        edges[path[0]][k] = edges[path[1]][k] = Math.Sqrt(strength);

    private static double Weighted(Matrix directions, int k, BlockLayout blocks, double[] sigmas)
    {
        var sum = 0.0;
        for (var b = 0; b < blocks.Widths.Length; b++)
        {
            for (var i = blocks.Starts[b]; i < blocks.Starts[b] + blocks.Widths[b]; i++)
            {
                sum += sigmas[b] * sigmas[b] * directions[i, k] * directions[i, k];
            }
        }

        return sum;
    }

    private static double[] Apply(Matrix matrix, double[] vector) => matrix.Times(new Matrix(vector.Length, 1, vector)).Values;

    private static double Dot(double[] a, double[] b) => a.Select((value, i) => value * b[i]).Sum();
}
