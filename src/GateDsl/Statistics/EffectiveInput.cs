using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>An input as a group of paths sees it: zero where their gate is off (the x of an effective dataset). Used by generated code.</summary>
/// <param name="Feature">The input.</param>
/// <param name="On">The datapoints at which the paths are on.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public readonly record struct EffectiveInput<T>(Feature<T> Feature, RowSet On)
    where T : struct, System.Numerics.INumber<T>;
