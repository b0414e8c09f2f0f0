using CsCheck;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Order and depth of random graphs without cycles, declared in any order, against all paths written out.</summary>
public class GraphTests
{
    /// <summary>Sources of each node: node k of a hidden order reads from nodes before it; the nodes are declared shuffled.</summary>
    private static readonly Gen<(int[] Declared, int[][] Sources)> Graphs =
        from count in Gen.Int[1, 8]
        from edges in Gen.Bool.Array[count * count]
        from declared in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select (declared, Enumerable.Range(0, count).Select(to => Enumerable.Range(0, to).Where(source => edges[(to * count) + source]).ToArray()).ToArray());

    [Fact]
    public void EveryNodeStandsAfterItsSourcesAndNoSoonerThanDeclared() => Graphs.Sample(graph =>
    {
        List<int> order = [.. Of(graph).InTopologicalOrder()];
        Assert.Equal(graph.Declared.Order(), order.Order());
        for (int at = 0; at < order.Count; at++)
        {
            int[] ready = [.. graph.Declared.Where(node => !order.Take(at).Contains(node) && graph.Sources[node].All(order.Take(at).Contains))];
            Assert.Equal(ready[0], order[at]);
        }
    });

    [Fact]
    public void TheLongestPathIsTheLongestOfAllPaths() => Graphs.Sample(graph =>
    {
        int expected = graph.Declared.Where(IsEnd).SelectMany(node => Paths(graph.Sources, node)).Select(path => path.Count(Counts)).DefaultIfEmpty(0).Max();
        Assert.Equal(expected, Of(graph).LongestPath(Counts, IsEnd));
    });

    private static bool Counts(int node) => node % 3 != 0;

    private static bool IsEnd(int node) => node % 2 == 0;

    private static Graph<int> Of((int[] Declared, int[][] Sources) graph) => new(graph.Declared, node => graph.Sources[node]);

    private static IEnumerable<IEnumerable<int>> Paths(int[][] sources, int end) => sources[end].Length == 0
        ? [[end]]
        : sources[end].SelectMany(source => Paths(sources, source).Select(path => path.Append(end)));
}
