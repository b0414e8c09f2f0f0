namespace GateDsl.Theory.Reductions;

/// <summary>
/// The stacked edges of a problem's pathways: all edges from inputs into a module count as one, all from a module to outputs as one. Pathways
/// that go through the same pair of modules share the edge between them.
/// </summary>
internal sealed class EdgeGraph
{
    private const int Input = -1;
    private const int Output = -2;

    public EdgeGraph(ReductionProblem problem)
    {
        var known = new Dictionary<(int Source, int Target, int Pathway), int>();
        EdgesOf = problem.Pathways.Select((pathway, p) =>
        {
            var stops = new[] { Input }.Concat(pathway.Modules).Concat([Output]).ToArray();
            var edges = new int[stops.Length - 1];
            for (var i = 0; i < edges.Length; i++)
            {
                // A path without module has its edge to itself.
                var key = (stops[i], stops[i + 1], pathway.Modules.Length == 0 ? p : Input);
                if (!known.TryGetValue(key, out edges[i]))
                {
                    known.Add(key, edges[i] = known.Count);
                }
            }

            return edges;
        }).ToArray();
        EdgeCount = known.Count;
    }

    public int EdgeCount { get; }

    /// <summary>By pathway, its edges from input to output.</summary>
    public int[][] EdgesOf { get; }
}
