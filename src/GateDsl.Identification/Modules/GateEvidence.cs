using GateDsl.Gating;

namespace GateDsl.Identifying;

/// <summary>What a ReLU unit can do with a gate as it is declared: over every combination of values, as the compiler will see it.</summary>
internal static class GateEvidence
{
    /// <summary>Weights of a witness written out in full; a longer one is cut.</summary>
    private const int MostWeights = 8;

    /// <summary>The class (null: not checked) with its witness or certificate in words.</summary>
    public static (GateClass? Class, string Explanation) Of(IdentificationData data, GateWording wording, IReadOnlyList<bool> gate)
    {
        if (data.GatesComeWithData)
        {
            return OfDatapoints(data, gate);
        }

        DomainPart[] parts = [.. Parts(data)];
        if (Domain.Size(parts) > Domain.MaxDatapoints)
        {
            return (null, $"Not checked: the values combine to more than {Domain.MaxDatapoints} datapoints.");
        }

        Domain domain = new(parts);
        GatePattern pattern = GatePattern.From(domain.Count, n =>
            wording.IsOn([.. Enumerable.Range(0, domain.Indices.Count).Select(i => domain.Value(n, i))]));
        Verdict verdict = GateDecider.Decide(domain, pattern);
        return ((GateClass?)verdict.Class, Explanation.Of(domain, pattern, verdict, MostWeights));
    }

    /// <summary>The datapoints as a layer sees them.</summary>
    public static LayerDatapoints Datapoints(IdentificationData data)
    {
        LayerDatapoints points = LayerDatapoints.Of(data.Count);
        int last = data.Inputs.Count(input => input.IsOneHot) > 1 ? data.Inputs.ToList().FindLastIndex(input => input.IsOneHot) : -1;
        for (int i = 0; i < data.Inputs.Count; i++)
        {
            IdentifiedInput input = data.Inputs[i];
            points = input.IsOneHot
                ? points.OneHot(input.Name, input.Features, input.Index, i == last ? InputRole.Context : InputRole.Item)
                : points.Dense(input.Name, input.Features, [.. input.Index.SelectMany(value => input.Stimuli[value])]);
        }

        return points;
    }

    // There is no domain but the datapoints: the gate is decided on them.
    private static (GateClass? Class, string Explanation) OfDatapoints(IdentificationData data, IReadOnlyList<bool> gate)
    {
        GateProof proof = Datapoints(data).Decide([.. gate]);
        string evidence = proof.NotChecked is { } why ? $"Not checked: {why}"
            : proof.Witness is not null ? $"A ReLU unit can implement it on these {data.Count} datapoints."
            : $"No ReLU unit can implement it: a certificate stands on {proof.Multipliers!.Count(multiplier => !multiplier.IsZero)} of the {data.Count} datapoints.";
        return (proof.Class, evidence);
    }

    // As the declaration has them: a dense input is followed by its selector.
    private static IEnumerable<DomainPart> Parts(IdentificationData data)
    {
        IdentifiedInput[] oneHot = [.. data.Inputs.Where(input => input.IsOneHot)];
        foreach (IdentifiedInput input in data.Inputs)
        {
            if (input.IsOneHot)
            {
                bool isContext = oneHot.Length > 1 && input == oneHot[^1];
                yield return DomainIndex.OneHot(input.Name, input.Features, isContext ? IndexRole.Context : IndexRole.Item);
                continue;
            }

            yield return new DenseInput(input.Name, input.Features, new(
                input.IndexName, [.. input.Stimuli.Select(row => row.Select(value => StimulusText.Exact(value)).ToArray())]));
            yield return DomainIndex.Selector(input.IndexName, input.IndexValues);
        }
    }
}
