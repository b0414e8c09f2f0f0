using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>Draws the weights of a network whose hidden modules are only as wide as what they touch.</summary>
/// <param name="edges">The edges of the narrow network, for their shapes.</param>
/// <param name="declared">The declared layers.</param>
/// <param name="narrow">The layers of the narrow network.</param>
/// <param name="initializer">The distribution; null: one Gaussian for all edges, whose deviation is said where it is drawn.</param>
internal sealed class DrawnWeights(EdgeMatrix<double>[] edges, LayerUnits declared, LayerUnits narrow, IInitializer? initializer)
{
    private readonly string[] _modules = [.. declared.HiddenModules];

    /// <summary>All weights are independent normal ones.</summary>
    public bool IsGaussian => initializer is null or Gaussian.OfOneSigma or PerEdgeGaussian;

    /// <summary>The negative of a weight matrix is as likely as itself.</summary>
    public bool IsSymmetric => IsGaussian || initializer is OrthogonalFrames;

    /// <summary>
    /// Gaussian weights of modules with one hidden layer on their paths: R of their Z = Q R, each column times the deviation of its edge. Nothing of the
    /// size of the layer is drawn. A number of units between two whole ones is drawn as either, so that it is their mean.
    /// </summary>
    /// <param name="seed">Seed of the pair.</param>
    /// <param name="isMirrored">The other one of the pair.</param>
    /// <param name="directions">Along which the triangles are drawn.</param>
    /// <param name="units">Units of a module, from its name and its declared units.</param>
    /// <param name="sigma">The deviation of an edge.</param>
    public EdgeMatrix<double>[] Triangles(
        ulong seed, bool isMirrored, GrowthDirections directions, Func<string, int, double> units, Func<EdgeMatrix<double>, double> sigma)
    {
        EdgeMatrix<double>[] start = [.. edges.Select(edge => edge with { Values = new double[edge.Values.Length] })];
        foreach (string module in _modules)
        {
            EdgeMatrix<double>[] incoming = [.. start.Where(edge => edge.Target == module)];
            EdgeMatrix<double>[] outgoing = [.. start.Where(edge => edge.Source == module)];
            int touched = incoming.Sum(edge => edge.Sources) + outgoing.Sum(edge => edge.Targets);
            if (touched == 0)
            {
                continue;
            }

            double[] drawn = GaussianTriangle.Draw(Whole(units(module, declared[module]), seed, module), touched, seed, module, isMirrored);
            Matrix r = new(drawn.Length / touched, touched, drawn);
            Matrix? basis = directions.Basis(
                module, [.. incoming.Select(edge => (edge.Source, edge.Sources, sigma(edge)))],
                    [.. outgoing.Select(edge => (edge.Target, edge.Targets, sigma(edge)))]);
            if (basis is not null)
            {
                r = r.TimesTranspose(basis);
            }

            Place(r, incoming, outgoing, sigma);
        }

        foreach (EdgeMatrix<double> edge in start.Where(edge => !_modules.Contains(edge.Source) && !_modules.Contains(edge.Target)))
        {
            Gaussian.Draw(edge.Name, isMirrored ? -sigma(edge) : sigma(edge), seed, edge.Values);
        }

        return start;
    }

    /// <summary>The columns of Z belong to the inputs of the incoming edges and then to the outputs of the outgoing ones.</summary>
    private static void Place(Matrix z, EdgeMatrix<double>[] incoming, EdgeMatrix<double>[] outgoing, Func<EdgeMatrix<double>, double> sigma)
    {
        int first = 0;
        foreach (EdgeMatrix<double> edge in incoming)
        {
            double scale = sigma(edge);
            for (int row = 0; row < z.Rows; row++)
            {
                for (int i = 0; i < edge.Sources; i++)
                {
                    edge.Values[(row * edge.Sources) + i] = scale * z[row, first + i];
                }
            }

            first += edge.Sources;
        }

        foreach (EdgeMatrix<double> edge in outgoing)
        {
            double scale = sigma(edge);
            for (int o = 0; o < edge.Targets; o++)
            {
                for (int row = 0; row < z.Rows; row++)
                {
                    edge.Values[(o * edge.Sources) + row] = scale * z[row, first + o];
                }
            }

            first += edge.Targets;
        }
    }

    /// <summary>
    /// Weights of any initialiser and of any depth: those of the whole network, in bases of what its modules span. A mirrored start has the negatives of
    /// the weights out of the inputs, and so of all that it puts out.
    /// </summary>
    /// <param name="seed">Seed of the pair.</param>
    /// <param name="isMirrored">The other one of the pair.</param>
    public EdgeMatrix<double>[] Narrow(ulong seed, bool isMirrored)
    {
        EdgeMatrix<double>[] whole =
        [
            .. edges.Select(edge =>
            {
                (int targets, int sources) = (Units(edge.Target, edge.Targets), Units(edge.Source, edge.Sources));
                return edge with { Targets = targets, Sources = sources, Values = new double[(long)targets * sources] };
            }),
        ];
        InitialWeights.Draw(initializer!, seed, whole);
        foreach (EdgeMatrix<double> edge in whole.Where(edge => isMirrored && !_modules.Contains(edge.Source)))
        {
            System.Numerics.Tensors.TensorPrimitives.Negate<double>(edge.Values, edge.Values);
        }

        return ReducedWeights.Reduce(whole, narrow);
    }

    private int Units(string layer, int units) => _modules.Contains(layer) ? declared[layer] : units;

    private static int Whole(double units, ulong seed, string module)
    {
        double below = Math.Floor(units);
        bool isMore = units > below && new RandomStream(seed, $"{module} units").NextUnit() < units - below;
        return (int)Math.Min(int.MaxValue, below + (isMore ? 1 : 0));
    }
}
