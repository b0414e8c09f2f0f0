namespace GateDsl.Generators.Planning;

/// <summary>Counts the multiplications and additions of one epoch by statistics, so that training can take the cheaper method.</summary>
internal static class StatisticsWork
{
    public static long OfEpoch(StatisticsPlan plan)
    {
        long work = 0;
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
            work += Groups([.. output.Maps.Select(plan.Map)]).Sum(columns => 4L * output.Units * columns * columns);
        }

        return work;
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
