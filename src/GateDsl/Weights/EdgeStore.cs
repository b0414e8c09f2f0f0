using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// The matrices of a network's edges, one for each, target x source, row by row: its weights, their steps, or a gradient. Used by generated code.
/// </summary>
/// <param name="units">Units of every layer.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class EdgeStore<T>(LayerUnits units)
{
    private readonly List<EdgeMatrix<T>> _edges = [];
    private EdgeMatrix<T>[]? _all;

    /// <summary>Every matrix with the name of its edge, in the order in which they were made.</summary>
    public EdgeMatrix<T>[] All => _all ??= [.. _edges];

    /// <summary>Names of the weights, in that order.</summary>
    internal string[] Names
    {
        get
        {
            string[] names = new string[All.Length];
            for (int edge = 0; edge < names.Length; edge++)
            {
                names[edge] = All[edge].Name;
            }

            return names;
        }
    }

    /// <summary>Matrices for the same edges in double precision, all 0.</summary>
    public EdgeMatrix<double>[] Zeros =>
        [.. All.Select(edge => new EdgeMatrix<double>(edge.Name, edge.Source, edge.Target, edge.Targets, edge.Sources, new double[edge.Values.Length]))];

    /// <summary>The matrix of an edge, all 0.</summary>
    /// <param name="name">Name of the weights: ItemToCommon, ItemToPairs[0], CodeToMix[0, 2].</param>
    /// <param name="source">The input or module it starts at: Item, Code[0].</param>
    /// <param name="target">The module it ends at: Pairs[0].</param>
    public MatrixView<T> Edge(string name, string source, string target)
    {
        (int targets, int sources) = (units[target], units[source]);
        Memory.Require(name, $"{name}, {targets:N0} x {sources:N0} weights", (long)targets * sources, System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
        T[] values = new T[targets * sources];
        _edges.Add(new EdgeMatrix<T>(name, source, target, targets, sources, values));
        return new MatrixView<T>(values, 0, targets, sources, sources);
    }

    /// <summary>The matrices of the edges of a bank; [] in the name of a layer becomes the index of its copy.</summary>
    public MatrixView<T>[] Bank(string name, string source, string target, int copies) =>
        [.. Enumerable.Range(0, copies).Select(k => Edge($"{name}[{k}]", CopyOf(source, k), CopyOf(target, k)))];

    /// <summary>The matrices of the edges between two banks, [source copy][target copy].</summary>
    /// <param name="name">Name of the weights.</param>
    /// <param name="source">The source, with [].</param>
    /// <param name="target">The target, with [].</param>
    /// <param name="pairs">For each source copy one character per target copy: 1 where they can be on together. Others have no matrix.</param>
    public MatrixView<T>[][] Grid(string name, string source, string target, params string[] pairs) =>
        [.. pairs.Select((row, i) => row.Select((pair, j) =>
            pair == '1' ? Edge($"{name}[{i}, {j}]", CopyOf(source, i), CopyOf(target, j)) : default).ToArray())];

    /// <summary>All 0.</summary>
    internal void Clear()
    {
        foreach (EdgeMatrix<T> edge in All)
        {
            Array.Clear(edge.Values);
        }
    }

    private static string CopyOf(string layer, int copy) => layer.Replace("[]", $"[{copy}]", StringComparison.Ordinal);
}
