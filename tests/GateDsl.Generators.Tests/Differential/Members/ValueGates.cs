using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>
/// What values alone say of where nodes are on: rules may always hold and numbers be other than 0, so a compiler that knows neither leaves out no more
/// than what is closed here. By trying every combination of values.
/// </summary>
internal sealed class ValueGates
{
    private readonly Dictionary<string, Node> _nodes;

    public ValueGates(Declaration declaration)
    {
        Graph graph = new(declaration with
        {
            Layers = [.. declaration.Layers.Select(
                layer => layer with { ActiveWhen = [], Edges = [.. layer.Edges.Select(edge => edge with { When = null })] })],
        });
        _nodes = graph.Nodes.ToDictionary(node => node.Name);
        Domain = [.. Combinations([.. declaration.Indices])];
    }

    /// <summary>Every combination of values, the index declared first outermost.</summary>
    public IReadOnlyList<IndexValues> Domain { get; }

    /// <summary>Some combination of values opens all these nodes.</summary>
    public bool CanBeOn(params IEnumerable<Node> nodes)
    {
        Node[] all = [.. nodes.Select(node => _nodes[node.Name])];
        return Domain.Any(values => all.All(node => node.IsOn(values)));
    }

    private static IEnumerable<IndexValues> Combinations(DeclaredLayer[] indices)
    {
        int count = indices.Aggregate(1, (product, index) => product * index.Units);
        for (int combination = 0; combination < count; combination++)
        {
            Dictionary<string, int> values = [];
            int rest = combination;
            foreach (DeclaredLayer index in Enumerable.Reverse(indices))
            {
                (rest, values[index.Name]) = Math.DivRem(rest, index.Units);
            }

            yield return index => values[index];
        }
    }
}
