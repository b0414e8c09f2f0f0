using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>The matrix of one edge with its name. Used by generated code.</summary>
/// <param name="Name">Name of the weights, with the copy's index: ItemToPairs[0], CodeToMix[0, 2].</param>
/// <param name="Source">The input or module it starts at: Item, Code[0].</param>
/// <param name="Target">The module it ends at: Pairs[0].</param>
/// <param name="Targets">Units of the target: rows.</param>
/// <param name="Sources">Units of the source: columns.</param>
/// <param name="Values">Target x source, row by row; packed where the weights are those of one training.</param>
/// <param name="IsTransposed">Stored source x target instead; only the weights of one training.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed record EdgeMatrix<T>(string Name, string Source, string Target, int Targets, int Sources, T[] Values, bool IsTransposed = false);
