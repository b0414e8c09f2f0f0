namespace GateDsl.Generators.Planning;

/// <summary>Counts the multiplications and additions of one epoch by statistics, so that training can take the cheaper method.</summary>
internal static class StatisticsWork
{
    public static long OfEpoch(StatisticsPlan plan)
    {
        // A map that is a weight matrix only moves, by c B.
        long work = plan.Maps.Where(map => map.IsWeight).Sum(map => 2L * map.Rows * map.Columns);
        foreach (MapPlan map in plan.Maps.Where(map => !map.IsWeight))
        {
            foreach (TermPlan term in map.Terms)
            {
                // Forward W F, backward B F^T and W^T B; an edge from an input only adds.
                long product = 2L * map.Rows * map.Columns;
                work += term.Map is null ? product : 3 * product * term.Inner;
            }
        }

        foreach (OutputMapsPlan output in plan.Outputs)
        {
            // R = Y* - M K and E = R K^T, within the inputs that are on together; the rank of K is at most its rows.
            MapPlan[] maps = [.. output.Maps.Select(plan.Map)];
            long byFactor = Groups(maps).Sum(columns => 4L * output.Units * columns * columns);
            work += plan.Layout == MapLayout.FeatureRows ? Math.Min(byFactor, ByDatapoints(output.Units, maps)) : byFactor;
        }

        return work;
    }

    /// <summary>Finding the bases of the layers that are narrower, once per training.</summary>
    public static long OfSpans(NetworkPlan network, NetworkPlan narrow) => network.HiddenModules.Zip(narrow.HiddenModules, (full, few) => (full, few))
        .Where(pair => pair.few.Units < pair.full.Units).Sum(pair => 4L * pair.full.Units * pair.few.Units * pair.few.Units);

    /// <summary>
    /// R and E by adding rows of maps: for every combination of the one-hot inputs each map is at most once subtracted and once added to.
    /// </summary>
    private static long ByDatapoints(int units, MapPlan[] maps)
    {
        double combinations = 1;
        foreach (IGrouping<string, MapPlan> input in maps.GroupBy(map => map.Input))
        {
            combinations *= input.First().Columns;
        }

        return (long)Math.Min(2.0 * units * maps.Length * combinations, long.MaxValue / 2);
    }

    /// <summary>Columns of the maps that belong together: those on together somewhere, and what belongs to either.</summary>
    private static IEnumerable<long> Groups(MapPlan[] maps)
    {
        List<MapPlan> open = [.. maps];
        while (open.Count > 0)
        {
            List<MapPlan> group = [open[0]];
            open.RemoveAt(0);
            for (int i = 0; i < group.Count; i++)
            {
                MapPlan member = group[i];
                group.AddRange(open.Where(map => !map.Gate.And(member.Gate).IsNever));
                open.RemoveAll(group.Contains);
            }

            yield return group.Sum(map => (long)map.Columns);
        }
    }
}
