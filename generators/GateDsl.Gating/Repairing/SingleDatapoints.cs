namespace GateDsl.Gating;

/// <summary>A gate as the sum of gates that are on for one network input each, the other family of Lemma 4.1.</summary>
internal static class SingleDatapoints
{
    /// <summary>
    /// The single-datapoint gates that add up to a gate, in domain order. Null where there are none: the gate tells datapoints with equal
    /// network inputs apart, or one of the parts is not implementable, as a stimulus between others is not.
    /// </summary>
    public static IReadOnlyList<GatePattern>? Of(Domain domain, GatePattern gate)
    {
        // Over one-hot inputs every single datapoint has a unit: its own values against all others.
        bool alwaysImplementable = domain.UnknownInput is null && domain.Inputs.All(layer => layer.IsOneHot);
        List<GatePattern> parts = new();
        foreach (int first in Enumerable.Range(0, domain.Count).Where(n => gate[n]).Select(domain.FirstWithSameInput).Distinct())
        {
            GatePattern part = GatePattern.From(domain.Count, n => domain.FirstWithSameInput(n) == first);
            if (!alwaysImplementable && GateDecider.Decide(domain, part).Witness is null)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Sum(part => part.OnCount) == gate.OnCount ? parts : null;
    }
}
