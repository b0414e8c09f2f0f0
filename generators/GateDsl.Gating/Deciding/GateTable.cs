namespace GateDsl.Gating;

/// <summary>
/// A gate over a domain as a table over the axes that matter for its implementability.
/// <list type="bullet">
/// <item>Values that add the same to the network input share a row.</item>
/// <item>With a one-hot input about, w·x can have any constant, and only the indices that the gate depends on are kept: a witness for them
/// is zero elsewhere, and a certificate holds with the others fixed. If no one-hot input is among them, a constant feature stands for one.
/// </item>
/// <item>Without one, the stimuli are all there is, and all of them are kept.</item>
/// </list>
/// </summary>
internal sealed class GateTable
{
    private GateTable(Domain domain, GatePattern pattern, IReadOnlyList<TableAxis> axes, bool addsConstant)
    {
        Axes = axes;
        AddsConstant = addsConstant;
        int size = axes.Aggregate(1, (product, axis) => product * axis.Representative.Length);
        On = new bool[size];
        Datapoint = new int[size];
        for (int entry = 0; entry < size; entry++)
        {
            int datapoint = 0;
            for (int a = axes.Count - 1, rest = entry; a >= 0; rest /= axes[a].Representative.Length, a--)
            {
                datapoint += axes[a].Representative[rest % axes[a].Representative.Length] * domain.Stride(axes[a].Index);
            }

            Datapoint[entry] = datapoint;
            On[entry] = pattern[datapoint];
        }
    }

    /// <summary>The axes, the first outermost.</summary>
    public IReadOnlyList<TableAxis> Axes { get; }

    /// <summary>All axes are one-hot inputs.</summary>
    public bool IsOneHot => Axes.All(axis => axis.IsOneHot);

    /// <summary>The domain has a one-hot input, but none among the axes.</summary>
    public bool AddsConstant { get; }

    /// <summary>The gate, row-major over the axes.</summary>
    public bool[] On { get; }

    /// <summary>For each entry, a datapoint of the domain that it stands for.</summary>
    public int[] Datapoint { get; }

    /// <summary>The table of a gate that is the same at datapoints with the same network input.</summary>
    public static GateTable Of(Domain domain, GatePattern pattern)
    {
        bool hasOneHot = domain.Indices.Any(index => index.Kind == IndexKind.OneHot);
        List<TableAxis> axes = new();
        for (int i = 0; i < domain.Indices.Count; i++)
        {
            if (hasOneHot ? DependsOn(domain, pattern, i) : domain.Blocks.Any(block => block.Index == i))
            {
                axes.Add(TableAxis.OfDistinctValues(domain, i));
            }
        }

        return new(domain, pattern, axes, hasOneHot && !axes.Any(axis => axis.IsOneHot));
    }

    /// <summary>Entries between two that differ by one along an axis.</summary>
    public int Inner(int axis) => Axes.Skip(axis + 1).Aggregate(1, (product, later) => product * later.Representative.Length);

    /// <summary>
    /// The table with the values of one-hot inputs merged whose slices are equal: if unequal weights do for them, so does their mean.
    /// </summary>
    public GateTable Merged(Domain domain, GatePattern pattern, IReadOnlyList<SliceOrder> orders) =>
        new(domain, pattern, Axes.Select((axis, a) => axis.IsOneHot ? axis.Merged(orders[a]) : axis).ToList(), AddsConstant);

    private static bool DependsOn(Domain domain, GatePattern pattern, int index)
    {
        int stride = domain.Stride(index);
        for (int n = 0; n < domain.Count; n++)
        {
            if (pattern[n] != pattern[n - (domain.Value(n, index) * stride)])
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>An axis of a gate table: groups of values of an index.</summary>
/// <param name="Index">The index in the domain.</param>
/// <param name="IsOneHot">Its part of w·x can be any function of the group.</param>
/// <param name="Group">The group of each value.</param>
/// <param name="Representative">A value of each group.</param>
internal sealed record TableAxis(int Index, bool IsOneHot, int[] Group, int[] Representative)
{
    public static TableAxis OfDistinctValues(Domain domain, int index)
    {
        List<int> representatives = new();
        int[] group = new int[domain.Indices[index].Values];
        for (int value = 0; value < group.Length; value++)
        {
            int first = domain.FirstAlike(index, value);
            if (first == value)
            {
                group[value] = representatives.Count;
                representatives.Add(value);
            }
            else
            {
                group[value] = group[first];
            }
        }

        return new(index, domain.Indices[index].Kind == IndexKind.OneHot, group, representatives.ToArray());
    }

    /// <summary>Groups by the rank of the slice.</summary>
    public TableAxis Merged(SliceOrder order)
    {
        int[] representative = new int[order.Ranks];
        for (int group = Representative.Length - 1; group >= 0; group--)
        {
            representative[order.Rank[group]] = Representative[group];
        }

        return new(Index, IsOneHot, Group.Select(group => order.Rank[group]).ToArray(), representative);
    }
}
