namespace GateDsl.Theory.Reductions;

/// <summary>
/// The stacked edges of a problem's pathways (all edges from inputs into a module count as one, all from a module to outputs as one) and where
/// their mode strengths are kept. An edge between modules has one slot. The first and the last edge of a pathway have a slot per pathway, also
/// where pathways share the edge: each sees it along its own input or output directions.
/// </summary>
internal sealed class EdgeGraph
{
    private const int Input = -1;
    private const int Output = -2;

    public EdgeGraph(ReductionProblem problem)
    {
        var known = new Dictionary<(int Source, int Target, int Pathway), int>();
        SlotsOf = problem.Pathways.Select((pathway, p) =>
        {
            var stops = new[] { Input }.Concat(pathway.Modules).Concat([Output]).ToArray();
            var slots = new int[stops.Length - 1];
            for (var i = 0; i < slots.Length; i++)
            {
                var isTerminal = i == 0 || i == slots.Length - 1;
                var key = (stops[i], stops[i + 1], isTerminal ? p : Input);
                if (!known.TryGetValue(key, out slots[i]))
                {
                    known.Add(key, slots[i] = known.Count);
                }
            }

            return slots;
        }).ToArray();
        SlotCount = known.Count;
        FirstSharers = Sharers(problem, pathway => pathway.Modules.Length == 0 ? null : pathway.Modules[0]);
        LastSharers = Sharers(problem, pathway => pathway.Modules.Length == 0 ? null : pathway.Modules[pathway.Modules.Length - 1]);
    }

    public int SlotCount { get; }

    /// <summary>By pathway, the slots of its edges from input to output.</summary>
    public int[][] SlotsOf { get; }

    /// <summary>By pathway, all pathways with the same first edge, itself included.</summary>
    public int[][] FirstSharers { get; }

    /// <summary>By pathway, all pathways with the same last edge, itself included.</summary>
    public int[][] LastSharers { get; }

    private static int[][] Sharers(ReductionProblem problem, Func<Pathway, int?> moduleOf) => problem.Pathways.Select((pathway, p) =>
        Enumerable.Range(0, problem.Pathways.Length)
            .Where(j => j == p || (moduleOf(pathway) is { } module && moduleOf(problem.Pathways[j]) == module)).ToArray()).ToArray();
}
