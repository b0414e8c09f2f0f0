using System.Globalization;
using System.Numerics;

namespace GateDsl.Gating;

/// <summary>A witness in words, values with the same weight together: "w(Item 0, 3) = 2, w(Item 1, 2) = 0, w(Stimulus) = (1, -2)".</summary>
internal static class WitnessText
{
    /// <summary>All weights of the witness.</summary>
    /// <param name="datapoints">What the gate is a function of.</param>
    /// <param name="witness">The weights.</param>
    /// <param name="mostGroups">
    /// Groups of equal weights to write for each input before the rest becomes "..."; a message has less room than a report.
    /// </param>
    public static string Of(IDatapoints datapoints, Witness witness, int mostGroups = int.MaxValue) =>
        string.Join(", ", datapoints.Inputs.Select(layer => layer.IsOneHot
            ? OneHot(layer, witness.Weights, mostGroups)
            : Dense(layer, witness.Weights, mostGroups)));

    private static string OneHot(InputLayer layer, IReadOnlyList<BigInteger> weights, int mostGroups)
    {
        IGrouping<BigInteger, int>[] groups = Enumerable.Range(0, layer.Length)
            .GroupBy(value => weights[layer.Offset + value])
            .OrderByDescending(group => group.Key)
            .ToArray();
        if (groups.Length == 1)
        {
            return "w(every " + layer.Name + ") = " + Number(groups[0].Key);
        }

        string text = string.Join(", ", groups.Take(mostGroups).Select(group => $"w({layer.Name} {ValueList.Of(group)}) = {Number(group.Key)}"));
        return groups.Length > mostGroups ? text + ", ..." : text;
    }

    private static string Dense(InputLayer layer, IReadOnlyList<BigInteger> weights, int mostGroups)
    {
        IEnumerable<string> numbers = Enumerable.Range(layer.Offset, Math.Min(layer.Length, mostGroups)).Select(f => Number(weights[f]));
        return $"w({layer.Name}) = ({string.Join(", ", numbers)}{(layer.Length > mostGroups ? ", ..." : "")})";
    }

    private static string Number(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
