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
            MapPlan[] maps = [.. output.Maps.Select(plan.Map)];
            long columns = maps.Sum(map => (long)map.Columns);
            foreach (MapPlan p in maps)
            {
                work += maps.Where(j => !j.Gate.And(p.Gate).IsNever).Sum(j => 2L * output.Units * j.Columns * p.Columns);
            }

            // The residual through the factor of Sx.
            work += 2L * output.Units * columns * columns;
        }

        return work;
    }
}
