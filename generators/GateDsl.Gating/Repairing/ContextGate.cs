namespace GateDsl.Gating;

/// <summary>A gate that depends on one context input alone, as the replacement of another gate.</summary>
/// <param name="Index">The context input, among the domain's indices.</param>
/// <param name="Values">Its values where the gate is on: at least one, and not all.</param>
/// <param name="Changed">Datapoints of the domain at which it differs from the gate it replaces.</param>
internal sealed record ContextGate(int Index, IReadOnlyList<int> Values, int Changed)
{
    /// <summary>
    /// The context-only gate with the fewest datapoints changed; null where no context input has two values. Of equally near ones it is the
    /// one of the context declared first, on wherever on and off are equally near.
    /// </summary>
    public static ContextGate? NearestTo(Domain domain, GatePattern gate)
    {
        ContextGate? nearest = null;
        for (int i = 0; i < domain.Indices.Count; i++)
        {
            if (domain.Indices[i].Role == IndexRole.Context && domain.Indices[i].Values > 1)
            {
                ContextGate candidate = Nearest(domain, gate, i);
                nearest = nearest is null || candidate.Changed < nearest.Changed ? candidate : nearest;
            }
        }

        return nearest;
    }

    private static ContextGate Nearest(Domain domain, GatePattern gate, int index)
    {
        int values = domain.Indices[index].Values;
        int perValue = domain.Count / values;
        int[] on = new int[values];
        for (int n = 0; n < domain.Count; n++)
        {
            on[domain.Value(n, index)] += gate[n] ? 1 : 0;
        }

        bool[] majority = on.Select(count => 2 * count >= perValue).ToArray();

        // A constant gate is not context-only: the value for which the other choice costs least is turned.
        if (majority.Distinct().Count() == 1)
        {
            int turned = Enumerable.Range(0, values).OrderBy(value => majority[value] ? on[value] : perValue - on[value]).First();
            majority[turned] = !majority[turned];
        }

        return new(
            index,
            Enumerable.Range(0, values).Where(value => majority[value]).ToArray(),
            Enumerable.Range(0, values).Sum(value => majority[value] ? perValue - on[value] : on[value]));
    }
}
