using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// Eq. 6 with the couplings between pathways kept: e_k(p) = s_k(p) - sum over pathways j and modes l of C(p, j)_kl a_l(j), where
/// C(p, j)_kl = (U_p^T U_j)_kl (V_j^T Sx(j, p) V_p)_lk. Where effective datasets share singular vectors the couplings are diagonal. Used by
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class ModeSystem
{
    private readonly double[,][,] _couplings;

    internal ModeSystem(RaceSystem race)
    {
        IReadOnlyList<PathwayEdges> shapes = race.Pathways;
        double[][] maps = [.. shapes.Select(shape => new double[shape.OutputUnits * shape.InputUnits])];
        double[][] errors = [.. maps.Select(map => new double[map.Length])];
        race.FindErrors(maps, errors);
        double[][] syx = [.. errors.Select(error => (double[])error.Clone())];
        Pathways = [.. shapes.Select((shape, p) => new PathwayModes(shape, syx[p]))];
        _couplings = new double[shapes.Count, shapes.Count][,];

        // E(p) is linear in the maps: what one mode of one pathway takes off the others' errors are its couplings.
        for (int j = 0; j < shapes.Count; j++)
        {
            for (int p = 0; p < shapes.Count; p++)
            {
                _couplings[p, j] = new double[Pathways[p].Count, Pathways[j].Count];
            }

            for (int l = 0; l < Pathways[j].Count; l++)
            {
                double[] unit = new double[Pathways[j].Count];
                unit[l] = 1;
                Pathways[j].Compose(unit, maps[j]);
                race.FindErrors(maps, errors);
                for (int p = 0; p < shapes.Count; p++)
                {
                    double[] taken = [.. syx[p].Zip(errors[p], (before, after) => before - after)];
                    double[] share = Pathways[p].FindStrengths(taken);
                    for (int k = 0; k < share.Length; k++)
                    {
                        _couplings[p, j][k, l] = share[k];
                    }
                }
            }

            Array.Clear(maps[j]);
        }
    }

    internal IReadOnlyList<PathwayModes> Pathways { get; }

    /// <summary>C(p, j).</summary>
    internal double[,] Coupling(int p, int j) => _couplings[p, j];

    /// <summary>a(p): the product of the scalars along a pathway, mode by mode.</summary>
    public double[] Strength(params ReadOnlySpan<double[]> edges)
    {
        double[] product = (double[])edges[0].Clone();
        foreach (double[] edge in edges[1..])
        {
            for (int k = 0; k < product.Length; k++)
            {
                product[k] *= edge[k];
            }
        }

        return product;
    }

    /// <summary>e(p) = S(p) - sum over j of C(p, j) a(j).</summary>
    public double[] Error(int p, params ReadOnlySpan<double[]> strengths)
    {
        double[] error = (double[])Pathways[p].S.Clone();
        for (int j = 0; j < strengths.Length; j++)
        {
            double[,] coupling = _couplings[p, j];
            for (int k = 0; k < error.Length; k++)
            {
                for (int l = 0; l < strengths[j].Length; l++)
                {
                    error[k] -= coupling[k, l] * strengths[j][l];
                }
            }
        }

        return error;
    }

    /// <summary>Adds e(p) times the scalars of the pathway's other edges to the rate of one edge.</summary>
    public void AddRate(double[] rate, double[] error, params ReadOnlySpan<double[]> others)
    {
        for (int k = 0; k < error.Length; k++)
        {
            double product = error[k];
            foreach (double[] other in others)
            {
                product *= other[k];
            }

            rate[k] += product;
        }
    }
}
