using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>The weights of an edge from a one-hot input, or their step, and the index of each datapoint of a block. Used by generated code.</summary>
/// <param name="Weights">Target x source, row by row.</param>
/// <param name="Index">Which unit of the input is 1, for all datapoints.</param>
/// <param name="First">The first datapoint of the block.</param>
/// <param name="Sources">Units of the input.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public readonly record struct OneHotEdge<T>(T[] Weights, int[] Index, int First, int Sources);
