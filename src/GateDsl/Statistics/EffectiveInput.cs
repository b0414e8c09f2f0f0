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
    /// <summary>The numbers that multiply it, each with one for every datapoint.</summary>
    internal T[][] Factors { get; init; } = [];

    /// <summary>Input and gate, as in "Item@ContextIn_0_1".</summary>
    internal string Name => $"{Feature.Name}@{Gate[(Gate.LastIndexOf('.') + 1)..]}";

    /// <summary>What multiplies it at a datapoint, in double precision: the product may be no number of the data's.</summary>
    internal double FactorAt(int datapoint)
    {
        double product = 1;
        foreach (T[] factor in Factors)
        {
            product *= double.CreateTruncating(factor[datapoint]);
        }

        return product;
    }

    /// <summary>The same input, multiplied by the same: where both are on they are equal.</summary>
    internal bool Sees(EffectiveInput<T> other) => Feature == other.Feature && Factors.AsSpan().SequenceEqual(other.Factors);

    /// <summary>What the paths see at a datapoint at which they are on, in double precision.</summary>
    internal void CopyTo(int datapoint, Span<double> destination)
    {
        Feature.CopyTo(datapoint, destination);
        if (Factors.Length > 0)
        {
            Multiply(destination, FactorAt(datapoint));
        }
    }

    /// <summary>A method of its own, so that only inputs with factors load the tensor library.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Multiply(Span<double> input, double factor) => TensorPrimitives.Multiply(input, factor, input);
}
