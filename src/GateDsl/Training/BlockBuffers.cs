using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>Makes the matrices of a block, one row of units per datapoint, for every module. Used by generated code.</summary>
/// <param name="units">Units of every layer.</param>
/// <param name="datapoints">Datapoints of a block.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class BlockBuffers<T>(LayerUnits units, int datapoints)
{
    // Boxed: dictionaries of references come compiled with .NET.
    private readonly Dictionary<string, StrongBox<MatrixView<T>>> _modules = new(StringComparer.Ordinal);

    /// <summary>The matrices that were made, by module.</summary>
    internal IReadOnlyDictionary<string, StrongBox<MatrixView<T>>> Modules => _modules;

    /// <summary>The matrix of a layer.</summary>
    public MatrixView<T> Module(string layer) => Made(layer, layer);

    /// <summary>The matrices of a bank.</summary>
    public MatrixView<T>[] Bank(string layer, int copies) => [.. Enumerable.Range(0, copies).Select(copy => Made(layer, $"{layer}[{copy}]"))];

    private MatrixView<T> Made(string layer, string module)
    {
        MatrixView<T> matrix = new(new T[datapoints * units[layer]], 0, datapoints, units[layer], units[layer]);
        _modules.Add(module, new(matrix));
        return matrix;
    }
}
