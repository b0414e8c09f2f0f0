namespace GateDsl.Generators.Model;

/// <summary>Nodes that read from others of them, without cycles.</summary>
/// <param name="nodes">In the order of their declaration.</param>
/// <param name="sources">What a node reads from; what is none of the nodes is there from the start.</param>
internal sealed class Graph<TNode>(IReadOnlyList<TNode> nodes, Func<TNode, IEnumerable<TNode>> sources)
    where TNode : notnull
{
    /// <summary>Each after its sources, otherwise in the order of declaration.</summary>
    public IEnumerable<TNode> InTopologicalOrder()
    {
        List<TNode> open = [.. nodes];
        HashSet<TNode> waiting = [.. nodes];
        while (open.Count > 0)
        {
            TNode next = open.First(node => !sources(node).Any(waiting.Contains));
            open.Remove(next);
            waiting.Remove(next);
            yield return next;
        }
    }

    /// <summary>The most nodes that count on a path to one of the ends; 0 where there is no end.</summary>
    public int LongestPath(Func<TNode, bool> counts, Func<TNode, bool> isEnd)
    {
        Dictionary<TNode, int> longest = [];
        return nodes.Where(isEnd).Select(LongestTo).DefaultIfEmpty(0).Max();

        int LongestTo(TNode node)
        {
            if (!longest.TryGetValue(node, out int known))
            {
                known = sources(node).Select(LongestTo).DefaultIfEmpty(0).Max() + (counts(node) ? 1 : 0);
                longest.Add(node, known);
            }

            return known;
        }
    }
}
