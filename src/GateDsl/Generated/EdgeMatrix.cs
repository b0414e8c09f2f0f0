using System.ComponentModel;

namespace GateDsl.Generated;

/// <summary>The matrix of one edge with its name. Used by generated code.</summary>
/// <param name="Name">Name of the weights, with the copy's index: ItemToPairs[0], CodeToMix[0, 2].</param>
/// <param name="Targets">Units of the target: rows.</param>
/// <param name="Sources">Units of the source: columns.</param>
/// <param name="Values">Target x source, row by row.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct EdgeMatrix<T>(string Name, int Targets, int Sources, T[] Values);
