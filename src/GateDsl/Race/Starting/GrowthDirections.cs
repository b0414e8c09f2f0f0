using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// The directions in which the units of a hidden module grow first: u and v of the modes of its effective dataset, (v, u) and (v, -u) on the stack of
/// its inputs and outputs. Starts are drawn along them, so that what mirrored draws differ by is what decides when modes rise.
/// </summary>
internal sealed class GrowthDirections
{
    private readonly Dictionary<string, Mode[]> _modes;

    private GrowthDirections(Dictionary<string, Mode[]> modes) => _modes = modes;

    /// <summary>None are known: any basis is as good.</summary>
    public static GrowthDirections None { get; } = new([]);

    /// <summary>Those of every module of a network with one hidden layer on its paths.</summary>
    /// <param name="problem">The network on its data.</param>
    public static GrowthDirections Of(RaceProblem problem)
    {
        ReductionProblem data = problem.ToProblem();
        EffectiveDataset[] datasets = EffectiveDataset.Of(GatedData.Of(data));
        Dictionary<string, Mode[]> modes = new(StringComparer.Ordinal);
        for (int p = 0; p < data.Pathways.Length; p++)
        {
            Pathway pathway = data.Pathways[p];
            if (pathway.Modules.Length == 1)
            {
                (string, int)[] inputs = [.. pathway.Inputs.Select(input => (data.Inputs[input.Block].Name, data.Inputs[input.Block].Width))];
                (string, int)[] outputs = [.. pathway.Outputs.Select(output => (data.Outputs[output.Block].Name, data.Outputs[output.Block].Width))];
                modes[pathway.Name] =
                    [.. Enumerable.Range(0, datasets[p].ModeCount)
                        .Select(k => new Mode(Parts(inputs, datasets[p].V.Column(k)), Parts(outputs, datasets[p].U.Column(k))))];
            }
        }

        return new(modes);
    }

    /// <summary>
    /// An orthogonal basis of the stack of a module, D x D, its first columns the growth directions where each part of the stack is scaled by the deviation
    /// of its weights; null: any.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="incoming">Layers that it reads, with their units and the deviation of the weights.</param>
    /// <param name="outgoing">Layers that read it.</param>
    public Matrix? Basis(
        string module, IReadOnlyList<(string Layer, int Units, double Sigma)> incoming, IReadOnlyList<(string Layer, int Units, double Sigma)> outgoing)
    {
        if (!_modes.TryGetValue(module, out Mode[]? modes))
        {
            return null;
        }

        int touched = incoming.Sum(layer => layer.Units) + outgoing.Sum(layer => layer.Units);
        Matrix directions = new(touched, touched);
        for (int column = 0; column < Math.Min(2 * modes.Length, touched); column++)
        {
            Mode mode = modes[column % modes.Length];
            Set(directions, column, 0, incoming, mode.V, 1);
            Set(directions, column, incoming.Sum(layer => layer.Units), outgoing, mode.U, column < modes.Length ? 1 : -1);
        }

        return ThinQr.Of(directions).Q;
    }

    private static void Set(
        Matrix directions, int column, int first, IReadOnlyList<(string Layer, int Units, double Sigma)> layers, Dictionary<string, double[]> parts,
            double sign)
    {
        foreach ((string layer, int units, double sigma) in layers)
        {
            if (parts.TryGetValue(layer, out double[]? part))
            {
                for (int i = 0; i < units; i++)
                {
                    directions[first + i, column] = sign * sigma * part[i];
                }
            }

            first += units;
        }
    }

    private static Dictionary<string, double[]> Parts((string Layer, int Units)[] layers, double[] stacked)
    {
        Dictionary<string, double[]> parts = new(StringComparer.Ordinal);
        int first = 0;
        foreach ((string layer, int units) in layers)
        {
            parts[layer] = stacked[first..(first + units)];
            first += units;
        }

        return parts;
    }

    private sealed record Mode(Dictionary<string, double[]> V, Dictionary<string, double[]> U);
}
