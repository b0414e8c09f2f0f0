namespace GateDsl.Identifying;

/// <summary>
/// Which inputs a module reads. Where its gate is a function of the context alone these are all others, as in the paper's pathways (P1 §4): inside
/// the gate the context adds little, and the width rule (mathematics.md, ReLU networks) is measured for pathways that do not read it. All other
/// modules read all.
/// </summary>
internal static class ModuleInputs
{
    /// <summary>Indices of the inputs of a module with this gate.</summary>
    public static int[] Of(IdentificationData data, IReadOnlyList<bool> gate)
    {
        int[] all = [.. Enumerable.Range(0, data.Inputs.Count)];
        int[] oneHot = [.. all.Where(i => data.Inputs[i].IsOneHot)];
        return oneHot.Length > 1 && gate.Contains(false) && IsFunctionOf(data.Inputs[oneHot[^1]], gate)
            ? [.. all.Where(i => i != oneHot[^1])]
            : all;
    }

    private static bool IsFunctionOf(IdentifiedInput input, IReadOnlyList<bool> gate)
    {
        bool?[] at = new bool?[input.IndexValues];
        for (int n = 0; n < gate.Count; n++)
        {
            bool known = at[input.Index[n]] ??= gate[n];
            if (known != gate[n])
            {
                return false;
            }
        }

        return true;
    }
}
