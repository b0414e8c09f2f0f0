using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>The scalars of Eq. 6 at the start, read from the weights.</summary>
internal static class ModeStart
{
    /// <summary>How far two edges may disagree on the direction of a hidden mode.</summary>
    private const double Agreement = 1e-6;

    /// <summary>One scalar per edge and mode.</summary>
    /// <exception cref="NotSupportedException">Edges that pathways share do not carry the same modes.</exception>
    public static double[][] Of(RaceSystem race, ModeSystem modes)
    {
        double[][] q = new double[race.EdgeNames.Length][];
        Dictionary<string, double[][]> directions = [];
        for (int p = 0; p < race.Pathways.Count; p++)
        {
            PathwayEdges shape = race.Pathways[p];
            double[][] own = shape.Edges.Count <= 2 ? OfShort(race.ReadChain(p), shape, modes.Pathways[p])
                : OfDeep(race.ReadChain(p), shape, modes.Pathways[p], directions);
            for (int e = 0; e < shape.Edges.Count; e++)
            {
                int edge = shape.Edges[e];
                if (q[edge] is { } known && !Agree(known, own[e]))
                {
                    throw new NotSupportedException(
                        $"Pathways share the edges {race.EdgeNames[edge]} but not their modes there, so that no single scalar describes these edges. Use Reduction.Exact.");
                }

                q[edge] ??= own[e];
            }
        }

        return q;
    }

    /// <summary>
    /// One hidden layer: only the mean of W1 v and W2^T u grows, so the strength starts at |W1 v + W2^T u|^2 / 4. No hidden layer: u^T W v.
    /// </summary>
    private static double[][] OfShort(double[][] chain, PathwayEdges shape, PathwayModes modes)
    {
        if (shape.Edges.Count == 1)
        {
            return [modes.FindStrengths(chain[0])];
        }

        int units = chain[0].Length / shape.InputUnits;
        double[] root = new double[modes.Count];
        for (int k = 0; k < modes.Count; k++)
        {
            double[] u = modes.U(k);
            double[] v = modes.V(k);
            double squares = 0;
            for (int h = 0; h < units; h++)
            {
                double sum = 0;
                for (int i = 0; i < v.Length; i++)
                {
                    sum += chain[0][(h * v.Length) + i] * v[i];
                }

                for (int o = 0; o < u.Length; o++)
                {
                    sum += chain[1][(o * units) + h] * u[o];
                }

                squares += sum * sum;
            }

            root[k] = Math.Sqrt(squares) / 2;
        }

        return [root, (double[])root.Clone()];
    }

    /// <summary>More hidden layers: v_k is carried forward, each edge's scalar is the norm it is stretched by, the last one u_k^T W r.</summary>
    private static double[][] OfDeep(double[][] chain, PathwayEdges shape, PathwayModes modes, Dictionary<string, double[][]> directions)
    {
        double[][] q = [.. chain.Select(_ => new double[modes.Count])];
        string[] modules = shape.Name.Split('>');
        double[][] reached = new double[modules.Length][];
        for (int k = 0; k < modes.Count; k++)
        {
            double[] r = modes.V(k);
            for (int e = 0; e + 1 < chain.Length; e++)
            {
                Matrix weights = new(chain[e].Length / r.Length, r.Length, chain[e]);
                double[] image = weights.Times(new Matrix(r.Length, 1, r)).Values;
                double norm = Math.Sqrt(image.Sum(value => value * value));
                q[e][k] = norm;
                r = norm == 0 ? image : [.. image.Select(value => value / norm)];
                CheckDirection(directions, modules[e], k, modes.Count, r);
            }

            Matrix last = new(shape.OutputUnits, r.Length, chain[^1]);
            q[^1][k] = modes.U(k).Zip(last.Times(new Matrix(r.Length, 1, r)).Values, (u, y) => u * y).Sum();
        }

        return q;
    }

    private static void CheckDirection(Dictionary<string, double[][]> directions, string module, int mode, int modes, double[] r)
    {
        if (!directions.TryGetValue(module, out double[][]? known))
        {
            directions[module] = known = new double[modes][];
        }

        if (mode < known.Length && known[mode] is { } other)
        {
            double distance = Math.Sqrt(r.Zip(other, (x, y) => (x - y) * (x - y)).Sum());
            if (distance > Agreement)
            {
                throw new NotSupportedException(
                    $"Two edges into {module} carry mode {mode} in directions that differ by {distance:G3}; Eq. 6 needs them to agree to {Agreement}. Use Reduction.Exact.");
            }
        }
        else if (mode < known.Length)
        {
            known[mode] = r;
        }
    }

    private static bool Agree(double[] a, double[] b) =>
        a.Length == b.Length && a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= Agreement * Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second)));
}
