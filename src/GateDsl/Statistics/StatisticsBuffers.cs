using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// Makes the matrices of one training by statistics from the widths of its layers: weights, maps and errors. Rows start at multiples of 32 bytes,
/// and zeros stand behind the last columns and rows. Used by generated code.
/// </summary>
/// <param name="units">Units of every layer.</param>
/// <param name="hasFeatureRows">Maps stand with a row for every feature of their input; else for every unit of their module.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class StatisticsBuffers<T>(LayerUnits units, bool hasFeatureRows)
    where T : struct, INumber<T>
{
    private readonly List<EdgeMatrix<T>> _edges = [];
    // Boxed: dictionaries of references come compiled with .NET.
    private readonly Dictionary<string, StrongBox<MatrixView<T>>> _maps = new(StringComparer.Ordinal);

    /// <summary>Whether maps stand with a row for every feature.</summary>
    internal bool HasFeatureRows => hasFeatureRows;

    /// <summary>The weights, in the order in which they were made.</summary>
    internal EdgeMatrix<T>[] Edges => [.. _edges];

    /// <summary>Matrices for the same weights, all 0: target x source, row by row, not packed.</summary>
    public EdgeMatrix<T>[] Unpacked => [.. _edges.Select(edge => edge with { Values = new T[edge.Targets * edge.Sources], IsTransposed = false })];

    /// <summary>The matrix of an edge, target x source, or source x target.</summary>
    public MatrixView<T> Edge(string name, string source, string target, bool isTransposed = false)
    {
        (int targets, int sources) = (units[target], units[source]);
        (int rows, int columns) = isTransposed ? (sources, targets) : (targets, sources);
        T[] values = New(rows, columns);
        _edges.Add(new EdgeMatrix<T>(name, source, target, targets, sources, values, isTransposed));
        return MatrixView<T>.Packed(values, 0, rows, columns, MatrixPacking.Stride<T>(columns));
    }

    /// <summary>The matrices of the edges of a bank; [] in the name of a layer becomes the index of its copy.</summary>
    public MatrixView<T>[] Bank(string name, string source, string target, int copies, bool isTransposed = false) =>
        [.. Enumerable.Range(0, copies).Select(k => Edge($"{name}[{k}]", CopyOf(source, k), CopyOf(target, k), isTransposed))];

    /// <summary>The matrices of the edges between two banks, [source copy][target copy].</summary>
    /// <param name="name">Name of the weights.</param>
    /// <param name="source">The source, with [].</param>
    /// <param name="target">The target, with [].</param>
    /// <param name="isTransposed">Stored source x target.</param>
    /// <param name="pairs">For each source copy one character per target copy: 1 where they can be on together. Others have no matrix.</param>
    public MatrixView<T>[][] Grid(string name, string source, string target, bool isTransposed, params string[] pairs) =>
        [.. pairs.Select((row, i) => row.Select((pair, j) =>
            pair == '1' ? Edge($"{name}[{i}, {j}]", CopyOf(source, i), CopyOf(target, j), isTransposed) : default).ToArray())];

    /// <summary>A matrix with a row for every unit of one layer and a column for every unit of another.</summary>
    public MatrixView<T> Matrix(string rows, string columns) =>
        MatrixView<T>.Packed(New(units[rows], units[columns]), 0, units[rows], units[columns], MatrixPacking.Stride<T>(units[columns]));

    /// <summary>Such a matrix for every copy of a bank.</summary>
    public MatrixView<T>[] Matrices(string rows, string columns, int copies) => [.. Enumerable.Range(0, copies).Select(_ => Matrix(rows, columns))];

    /// <summary>All maps into an output in one matrix: one below the other where rows are features, else side by side.</summary>
    /// <param name="output">The output.</param>
    /// <param name="maps">Name and input of each map.</param>
    public MatrixView<T> Stack(string output, params (string Map, string Input)[] maps)
    {
        int outputs = units[output];
        (int features, int packed) = (0, 0);
        foreach ((_, string input) in maps)
        {
            features += units[input];
            packed += MatrixPacking.Stride<T>(units[input]);
        }

        int rows = hasFeatureRows ? features : outputs;
        int stride = hasFeatureRows ? MatrixPacking.Stride<T>(outputs) : packed;
        T[] values = new T[rows * stride];
        int first = 0;
        foreach ((string map, string input) in maps)
        {
            int width = units[input];
            _maps.Add(map, new(hasFeatureRows
                ? MatrixView<T>.Packed(values, first, width, outputs, stride)
                : MatrixView<T>.Packed(values, first, outputs, width, stride)));
            first += hasFeatureRows ? width * stride : MatrixPacking.Stride<T>(width);
        }

        return new MatrixView<T>(values, 0, rows, stride, stride);
    }

    /// <summary>One map of a stack.</summary>
    public MatrixView<T> Part(string map) => _maps[map].Value;

    /// <summary>The maps of a stack that belong to the copies of a bank.</summary>
    public MatrixView<T>[] Parts(string maps, int copies) => [.. Enumerable.Range(0, copies).Select(k => Part($"{maps}[{k}]"))];

    private static T[] New(int rows, int columns) => new T[MatrixPacking.Stride<T>(rows) * MatrixPacking.Stride<T>(columns)];

    private static string CopyOf(string layer, int copy) => layer.Replace("[]", $"[{copy}]", StringComparison.Ordinal);
}
