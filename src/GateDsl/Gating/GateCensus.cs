using GateDsl.Gating;

namespace GateDsl;

/// <summary>
/// The gates that the units of a trained ReLU layer have, counted: for each observed pattern its class, the units that have it and their
/// share of path strength, |w_in| |w_out| (theory: P1 §4 and Lemma 4.1). Dead units are a pattern like any other, so shares add up to one.
/// </summary>
public sealed class GateCensus
{
    private GateCensus(IReadOnlyList<GateCensusRow> patterns)
    {
        Patterns = patterns;
        Classes = patterns
            .GroupBy(row => row.Class)
            .Select(group => new GateClassShare(group.Key, group.Count(), group.Sum(row => row.Units), group.Sum(row => row.Share)))
            .OrderBy(share => share.Class is null)
            .ThenBy(share => share.Class)
            .ToArray();
    }

    /// <summary>Observed gate patterns by falling share of path strength.</summary>
    public IReadOnlyList<GateCensusRow> Patterns { get; }

    /// <summary>The same by class, in order of precedence, what was not checked last.</summary>
    public IReadOnlyList<GateClassShare> Classes { get; }

    /// <summary>Takes the census of a layer.</summary>
    /// <param name="gates">Units x datapoints, as a twin's <c>Gates</c> gives them: which unit is on where.</param>
    /// <param name="pathStrengths">
    /// One per unit: the norm of all its incoming weights times the norm of all its outgoing ones. Where all are zero every unit counts the same.
    /// </param>
    /// <param name="datapoints">The datapoints as the layer sees them, in the order of the columns of <paramref name="gates"/>.</param>
    /// <exception cref="ArgumentException">Sizes do not match, or a strength is negative or not finite.</exception>
    public static GateCensus Take(bool[,] gates, ReadOnlySpan<double> pathStrengths, LayerDatapoints datapoints)
    {
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(datapoints);
        if (gates.GetLength(1) != datapoints.Count)
        {
            throw new ArgumentException($"The gates have {gates.GetLength(1)} datapoints, not {datapoints.Count}.", nameof(gates));
        }

        if (gates.GetLength(0) != pathStrengths.Length)
        {
            throw new ArgumentException($"{pathStrengths.Length} strengths for {gates.GetLength(0)} units.", nameof(pathStrengths));
        }

        foreach (double strength in pathStrengths)
        {
            if (!double.IsFinite(strength) || strength < 0)
            {
                throw new ArgumentException("A path strength is negative or not finite.", nameof(pathStrengths));
            }
        }

        GatePattern[] patterns = Enumerable.Range(0, gates.GetLength(0))
            .Select(unit => GatePattern.From(datapoints.Count, n => gates[unit, n]))
            .ToArray();
        return new(Census.Take(datapoints.Table, patterns, pathStrengths.ToArray())
            .Select(entry => new GateCensusRow(entry.Pattern.ToBitString(), (GateClass?)entry.Class, entry.Units, entry.Share))
            .ToArray());
    }

    /// <summary>Censuses over time of a layer that was predicted, of which shares are known and no units.</summary>
    /// <param name="shares">By gate pattern its share at every epoch.</param>
    /// <param name="epochs">Number of epochs.</param>
    /// <param name="datapoints">The datapoints, in the order of the patterns.</param>
    internal static IReadOnlyList<GateCensus> OverTime(IReadOnlyDictionary<string, double[]> shares, int epochs, LayerDatapoints datapoints)
    {
        (string Pattern, GateClass? Class, double[] Shares)[] gates = [.. shares.Select(gate =>
            (gate.Key, (GateClass?)Census.ClassOf(datapoints.Table, GatePattern.From(datapoints.Count, n => gate.Key[n] == '1')), gate.Value))];
        return
        [
            .. Enumerable.Range(0, epochs).Select(epoch => new GateCensus(
            [
                .. gates.Where(gate => gate.Shares[epoch] > 0)
                    .Select(gate => new GateCensusRow(gate.Pattern, gate.Class, 0, gate.Shares[epoch]))
                    .OrderByDescending(row => row.Share)
                    .ThenBy(row => row.Pattern, StringComparer.Ordinal),
            ])),
        ];
    }

    /// <summary>Share of path strength of the units whose gate has a class; zero where none has.</summary>
    public double ShareOf(GateClass gateClass) => Classes.FirstOrDefault(share => share.Class == gateClass)?.Share ?? 0;
}

/// <summary>A gate pattern that units of a layer have.</summary>
/// <param name="Pattern">One character per datapoint, '1' where the gate is on.</param>
/// <param name="Class">Its class; null: not checked, because the layer's input is not known or the limit of arithmetic was met.</param>
/// <param name="Units">Number of units that have it; 0 of a layer that is predicted, where units stand for any number.</param>
/// <param name="Share">Their share of the layer's path strength.</param>
public sealed record GateCensusRow(string Pattern, GateClass? Class, int Units, double Share);

/// <summary>The units of a layer whose gates have one class.</summary>
/// <param name="Class">The class; null: not checked.</param>
/// <param name="Patterns">Number of different gates.</param>
/// <param name="Units">Number of units; 0 of a layer that is predicted.</param>
/// <param name="Share">Their share of the layer's path strength.</param>
public sealed record GateClassShare(GateClass? Class, int Patterns, int Units, double Share);
