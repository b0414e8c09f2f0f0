using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>Draws initial weights. Used by generated constructors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class InitialWeights
{
    /// <summary>A network whose weights are read instead of drawn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">The network, from an initialiser and a seed that do not matter.</param>
    /// <param name="load">Reads the file.</param>
    public static TNetwork Load<TNetwork>(string path, Func<IInitializer, TNetwork> create, Action<TNetwork, string> load)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(load);
        TNetwork network = create(new Zero());
        load(network, path);
        return network;
    }

    /// <summary>Fills every matrix from the stream of its edge; single precision rounds the same doubles.</summary>
    public static void Draw<T>(IInitializer init, ulong seed, IReadOnlyList<EdgeMatrix<T>> edges)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(init);
        if (init is IEdgeNames names)
        {
            CheckNames(names, edges);
        }

        foreach (EdgeMatrix<T> edge in edges)
        {
            if (BiasInput.StartsAtZero(edge, init))
            {
                edge.Values.AsSpan().Clear();
                continue;
            }

            double[] drawn = edge.Values as double[] ?? new double[edge.Values.Length];
            init.Fill(edge.Name, edge.Targets, edge.Sources, seed, drawn);
            Narrowing.Weights(nameof(init), edge, drawn);
        }
    }

    private static void CheckNames<T>(IEdgeNames names, IReadOnlyList<EdgeMatrix<T>> edges)
    {
        ILookup<bool, string> isBias = edges.ToLookup(edge => edge.Source == BiasInput.Name, edge => edge.Name);
        names.CheckEdges([.. isBias[false]], [.. isBias[true]]);
    }

    private sealed class Zero : IInitializer
    {
        public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor) => rowMajor.Clear();

        public double? Variance(string edge, int targets, int sources) => 0;
    }
}
