using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>A gate as a function of the values of the one-hot inputs and selectors, in declaration order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public delegate bool GateFunction(ReadOnlySpan<int> indices);

/// <summary>Gates over the whole domain, for descriptions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class RuleValues
{
    /// <summary>Datapoints of the domain up to which gates are tabulated.</summary>
    internal const int MostDatapoints = global::GateDsl.Gating.Domain.MaxDatapoints;

    /// <summary>The gate at every combination of values, the first index outermost; null: the domain is too large.</summary>
    /// <param name="values">Number of values of every one-hot input and selector, in declaration order.</param>
    /// <param name="gate">The gate.</param>
    public static bool[]? Evaluate(ReadOnlySpan<int> values, GateFunction gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        long datapoints = 1;
        foreach (int count in values)
        {
            datapoints *= count;
            if (datapoints > MostDatapoints)
            {
                return null;
            }
        }

        bool[] table = new bool[datapoints];
        int[] indices = new int[values.Length];
        for (int n = 0; n < table.Length; n++)
        {
            table[n] = gate(indices);
            for (int place = values.Length - 1; place >= 0 && ++indices[place] == values[place]; place--)
            {
                indices[place] = 0;
            }
        }

        return table;
    }
}
