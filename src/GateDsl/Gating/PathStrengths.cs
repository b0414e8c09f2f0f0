using System.Numerics;

namespace GateDsl;

/// <summary>Path strengths of the units of a layer, |w_in| |w_out|.</summary>
internal static class PathStrengths
{
    /// <summary>One per unit: the norm of all its incoming weights times the norm of all its outgoing ones.</summary>
    /// <param name="edges">The weights of the network.</param>
    /// <param name="into">Names of the edges into the layer.</param>
    /// <param name="outOf">Names of the edges out of it.</param>
    public static double[] Of<T>(IReadOnlyList<EdgeMatrix<T>> edges, IReadOnlyList<string> into, IReadOnlyList<string> outOf)
        where T : struct, INumber<T>
    {
        EdgeMatrix<T>[] incoming = [.. edges.Where(edge => into.Contains(edge.Name))];
        EdgeMatrix<T>[] outgoing = [.. edges.Where(edge => outOf.Contains(edge.Name))];
        double[] strengths = new double[incoming[0].Targets];
        for (int unit = 0; unit < strengths.Length; unit++)
        {
            double squaresIn = incoming.Sum(edge => Squares(edge.Values, unit * edge.Sources, edge.Sources, 1));
            double squaresOut = outgoing.Sum(edge => Squares(edge.Values, unit, edge.Targets, edge.Sources));
            strengths[unit] = Math.Sqrt(squaresIn) * Math.Sqrt(squaresOut);
        }

        return strengths;
    }

    private static double Squares<T>(T[] values, int first, int count, int stride)
        where T : struct, INumber<T>
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            double value = double.CreateChecked(values[first + (i * stride)]);
            sum += value * value;
        }

        return sum;
    }
}
