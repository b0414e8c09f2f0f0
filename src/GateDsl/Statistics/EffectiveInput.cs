using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>An input as a group of paths sees it: zero where their gate is off (the x of an effective dataset). Used by generated code.</summary>
/// <param name="Feature">The input.</param>
/// <param name="On">The datapoints at which the paths are on.</param>
/// <param name="Gate">What generated code calls these datapoints, by which statistics in files are told apart; its last name counts.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed record EffectiveInput<T>(Feature<T> Feature, RowSet On, [CallerArgumentExpression(nameof(On))] string Gate = "")
    where T : struct, System.Numerics.INumber<T>
{
    /// <summary>Input and gate, as in "Item@ContextIn_0_1".</summary>
    internal string Name => $"{Feature.Name}@{Gate[(Gate.LastIndexOf('.') + 1)..]}";
}
