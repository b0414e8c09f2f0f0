using System.Globalization;
using System.Numerics;

namespace GateDsl;

/// <summary>The weights of a network, by the full names of its edges, target x source.</summary>
internal static class WeightFile
{
    /// <exception cref="InvalidOperationException">Names the weight that is not finite, as some are after a divergence: nothing could load them.</exception>
    public static void Save<T>(string path, EdgeMatrix<T>[] weights)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (weights.Select(FirstNotFinite).FirstOrDefault(fault => fault is not null) is { } found)
        {
            throw new InvalidOperationException($"{found}; such weights are not saved, since nothing could load them.");
        }

        ArrayFile.Write(path, [.. weights.Select(edge => StoredArray.Of(edge.Name, edge.Values, edge.Targets, edge.Sources))]);
    }

    /// <summary>All weights, or none where one does not fit.</summary>
    /// <exception cref="InvalidDataException">Names the weight that is missing, unknown, of another shape or type, or not finite.</exception>
    public static void Load<T>(string path, EdgeMatrix<T>[] weights)
        where T : struct, IFloatingPointIeee754<T>
    {
        T[][] loaded = ArrayFile.Read(path, weights.Length + 16, arrays =>
        {
            HashSet<string> known = [.. weights.Select(edge => edge.Name)];
            if (arrays.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            {
                throw new InvalidDataException($"{unknown} is none of the network's weights: {string.Join(", ", known)}");
            }

            if (known.FirstOrDefault(name => !arrays.ContainsKey(name)) is { } missing)
            {
                throw new InvalidDataException($"{missing} is missing");
            }

            return weights.Select(edge => Finite(edge, arrays[edge.Name].ReadMatrix<T>(edge.Targets, edge.Sources))).ToArray();
        });
        for (int edge = 0; edge < loaded.Length; edge++)
        {
            loaded[edge].CopyTo(weights[edge].Values, 0);
        }
    }

    private static T[] Finite<T>(EdgeMatrix<T> edge, T[] values)
        where T : struct, IFloatingPointIeee754<T> => FirstNotFinite(edge, values) is { } fault
            ? throw new InvalidDataException($"{fault}; it must be finite, also in the network's precision")
            : values;

    private static string? FirstNotFinite<T>(EdgeMatrix<T> edge)
        where T : struct, IFloatingPointIeee754<T> => FirstNotFinite(edge, edge.Values);

    private static string? FirstNotFinite<T>(EdgeMatrix<T> edge, T[] values)
        where T : struct, IFloatingPointIeee754<T>
    {
        int first = Array.FindIndex(values, value => !T.IsFinite(value));
        return first < 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"{edge.Name} is {values[first]} at [{first / edge.Sources}, {first % edge.Sources}]");
    }
}
