using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// An input as a group of paths sees it: zero where their gate is off, multiplied by the numbers that gate them (the x of an effective dataset). Used by
/// generated code.
/// </summary>
/// <param name="Feature">The input.</param>
/// <param name="On">The datapoints at which the paths are on.</param>
/// <param name="Gate">What generated code calls these datapoints, by which statistics in files are told apart; its last name counts.</param>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed record EffectiveInput<T>(Feature<T> Feature, RowSet On, [CallerArgumentExpression(nameof(On))] string Gate = "")
    where T : struct, System.Numerics.INumber<T>
{
    /// <summary>What multiplies it at each datapoint; null: nothing.</summary>
    internal T[]? Factor { get; init; }

    /// <summary>Input and gate, as in "Item@ContextIn_0_1".</summary>
    internal string Name => $"{Feature.Name}@{Gate[(Gate.LastIndexOf('.') + 1)..]}";

    /// <summary>What multiplies it at a datapoint.</summary>
    internal double FactorAt(int datapoint) => Factor is null ? 1 : double.CreateTruncating(Factor[datapoint]);

    /// <summary>The same input, multiplied by the same: where both are on they are equal.</summary>
    internal bool Sees(EffectiveInput<T> other) => Feature == other.Feature && Factor == other.Factor;

    /// <summary>What the paths see at a datapoint at which they are on, in double precision.</summary>
    internal void CopyTo(int datapoint, Span<double> destination)
    {
        Feature.CopyTo(datapoint, destination);
        if (Factor is not null)
        {
            TensorPrimitives.Multiply(destination, double.CreateTruncating(Factor[datapoint]), destination);
        }
    }
}
