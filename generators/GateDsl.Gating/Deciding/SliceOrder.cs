namespace GateDsl.Gating;

/// <summary>
/// The slices of a gate table along one axis, compared by inclusion. If a unit implements the gate, w·x is a sum of one term per axis, and a
/// value with a larger term is on wherever one with a smaller term is: the slices form a chain. Where two slices do not contain each other,
/// two on-points and two off-points have the same sum of inputs. For two one-hot inputs this is the XoR square, and the chain condition is
/// enough.
/// </summary>
internal sealed class SliceOrder
{
    private SliceOrder(int[] rank, int ranks, CrossedSlices? crossing)
    {
        Rank = rank;
        Ranks = ranks;
        Crossing = crossing;
    }

    /// <summary>Position of each value in the chain, equal slices at the same position; the emptiest slice is at 0.</summary>
    public int[] Rank { get; }

    /// <summary>Number of different slices, where they form a chain.</summary>
    public int Ranks { get; }

    /// <summary>Two slices that do not contain each other; null: the slices form a chain.</summary>
    public CrossedSlices? Crossing { get; }

    /// <summary>Orders the slices of a table along an axis, in time linear in the table and n log n in the values.</summary>
    /// <param name="on">The table, row-major.</param>
    /// <param name="values">Values of the axis.</param>
    /// <param name="inner">Entries between two that differ by one along the axis.</param>
    public static SliceOrder Along(bool[] on, int values, int inner)
    {
        int[] counts = new int[values];
        int[] order = new int[values];
        for (int v = 0; v < values; v++)
        {
            order[v] = v;
        }

        for (int n = 0; n < on.Length; n++)
        {
            if (on[n])
            {
                counts[n / inner % values]++;
            }
        }

        Array.Sort(order, (first, second) =>
            counts[first] != counts[second] ? counts[first].CompareTo(counts[second]) : first.CompareTo(second));
        int[] rank = new int[values];
        for (int k = 1; k < values; k++)
        {
            int smaller = order[k - 1];
            int larger = order[k];
            int outside = FirstOnlyIn(on, values, inner, smaller, larger);
            if (outside >= 0)
            {
                // The larger slice has at least as many entries, so it has one that the smaller lacks.
                int inside = FirstOnlyIn(on, values, inner, larger, smaller);
                return new(rank, 0, new(outside, inside, outside + ((larger - smaller) * inner), inside + ((smaller - larger) * inner)));
            }

            rank[larger] = rank[smaller] + (counts[larger] > counts[smaller] ? 1 : 0);
        }

        return new(rank, values == 0 ? 0 : rank[order[values - 1]] + 1, null);
    }

    private static int FirstOnlyIn(bool[] on, int values, int inner, int slice, int other)
    {
        int toOther = (other - slice) * inner;
        for (int start = slice * inner; start < on.Length; start += values * inner)
        {
            for (int n = start; n < start + inner; n++)
            {
                if (on[n] && !on[n + toOther])
                {
                    return n;
                }
            }
        }

        return -1;
    }
}

/// <summary>Four entries of a gate table: two on, two off, and the inputs of each pair have the same sum.</summary>
internal sealed record CrossedSlices(int FirstOn, int SecondOn, int FirstOff, int SecondOff);
