using System.Numerics;

namespace GateDsl;

/// <summary>What an output module has still to learn, with the dense input that each of its effective inputs is.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Inputs">For each of its effective inputs which dense input; -1: none.</param>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed record FactorInputs<T>(ResidualFactor<T> Factor, int[] Inputs)
    where T : struct, INumber<T>
{
    /// <summary>Whether a dense input is one of those of a component.</summary>
    public bool Reads(Component<T> component, int input)
    {
        foreach (int p in component.Inputs)
        {
            if (Inputs[p] == input)
            {
                return true;
            }
        }

        return false;
    }
}
