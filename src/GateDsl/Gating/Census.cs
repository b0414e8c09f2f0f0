using GateDsl.Gating;

namespace GateDsl;

/// <summary>The gates that the units of a layer have on a data set, counted by pattern and by class.</summary>
internal static class Census
{
    /// <summary>Units with the same gate together, by falling share of path strength, then in the order of their first unit.</summary>
    /// <param name="datapoints">The data set as the layer sees it.</param>
    /// <param name="gates">For each unit, whether it is on at each datapoint.</param>
    /// <param name="strengths">Path strength of each unit, |w_in| |w_out|; where all are zero, every unit counts the same.</param>
    public static IReadOnlyList<CensusEntry> Take(
        DatapointTable datapoints, IReadOnlyList<GatePattern> gates, IReadOnlyList<double> strengths)
    {
        double total = strengths.Sum();
        Dictionary<GatePattern, List<int>> byPattern = new();
        for (int unit = 0; unit < gates.Count; unit++)
        {
            if (!byPattern.TryGetValue(gates[unit], out List<int>? units))
            {
                byPattern.Add(gates[unit], units = []);
            }

            units.Add(unit);
        }

        return byPattern
            .OrderBy(entry => entry.Value[0])
            .Select(entry => new CensusEntry(
                entry.Key,
                ClassOf(datapoints, entry.Key),
                entry.Value.Count,
                total > 0 ? entry.Value.Sum(unit => strengths[unit]) / total : (double)entry.Value.Count / gates.Count))
            .OrderByDescending(entry => entry.Share)
            .ToList();
    }

    /// <summary>The class of a gate; null: not checked.</summary>
    public static PatternClass? ClassOf(DatapointTable datapoints, GatePattern gate)
    {
        if (datapoints.UnknownInput is null)
        {
            return GateDecider.Decide(datapoints, gate).Class;
        }

        // Without the input, what the gate depends on is still known; whether a mixed one is implementable is not.
        PatternClass byDependence = PatternClassifier.Classify(datapoints, gate);
        return byDependence == PatternClass.NestedMixed ? null : byDependence;
    }
}

/// <summary>A gate that some units of a layer have.</summary>
/// <param name="Pattern">The gate.</param>
/// <param name="Class">Its class; null: not checked.</param>
/// <param name="Units">Number of units that have it.</param>
/// <param name="Share">Their share of the layer's path strength.</param>
internal sealed record CensusEntry(GatePattern Pattern, PatternClass? Class, int Units, double Share);
