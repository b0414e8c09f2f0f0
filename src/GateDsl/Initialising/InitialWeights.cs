using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>Draws initial weights. Used by generated constructors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class InitialWeights
{
    /// <summary>Fills every matrix from the stream of its edge; single precision rounds the same doubles.</summary>
    public static void Draw<T>(IInitializer init, ulong seed, IReadOnlyList<EdgeMatrix<T>> edges)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(init);
        if (init is IEdgeNames names)
        {
            ILookup<bool, string> isBias = edges.ToLookup(edge => edge.Source == BiasInput.Name, edge => edge.Name);
            names.CheckEdges([.. isBias[false]], [.. isBias[true]]);
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
}
