using GateDsl.Generators.Tests.Differential.Declarations;

namespace GateDsl.Generators.Tests.Differential.Oracle;

/// <summary>Values of the one-hot inputs and selectors at a datapoint, by name.</summary>
internal delegate int IndexValues(string index);

/// <summary>A copy of a bank, or a layer that has no copies.</summary>
internal sealed record Node(DeclaredLayer Layer, int? Copy, Func<IndexValues, bool> IsOn)
{
    public string Name => Copy is { } copy ? $"{Layer.Name}[{copy}]" : Layer.Name;

    public int Units => Layer.Units;

    public List<Link> Links { get; } = [];

    /// <summary>Numbers that multiply it.</summary>
    public IReadOnlyList<DeclaredNumber> Factors { get; init; } = [];
}

/// <summary>A weight matrix into a node.</summary>
internal sealed record Link(string Weight, Node Source, Func<IndexValues, bool> IsOpen);

/// <summary>A declaration with banks written out as nodes, every node after its sources.</summary>
internal sealed class Graph
{
    private readonly Declaration _declaration;
    private readonly Dictionary<string, Node[]> _copies = [];
    private readonly Node _constant = new(new DeclaredLayer("Bias", Kind.Constant, 1), null, _ => true);

    public Graph(Declaration declaration)
    {
        _declaration = declaration;
        Nodes.Add(_constant);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            Visit(layer);
        }
    }

    /// <summary>Inputs, hidden nodes and outputs, sources first.</summary>
    public List<Node> Nodes { get; } = [];

    public IEnumerable<(Node Target, Link Link)> Links => Nodes.SelectMany(node => node.Links, (node, link) => (node, link));

    /// <summary>Paths from inputs to outputs, gates aside.</summary>
    public long Paths
    {
        get
        {
            Dictionary<Node, long> into = [];
            foreach (Node node in Nodes)
            {
                into[node] = node.Layer.IsInput ? 1 : node.Links.Sum(link => into[link.Source]);
            }

            return Nodes.Where(node => node.Layer.Kind == Kind.Output).Sum(node => into[node]);
        }
    }

    private Node[] Visit(DeclaredLayer layer)
    {
        if (_copies.TryGetValue(layer.Name, out Node[]? known))
        {
            return known;
        }

        foreach (DeclaredEdge edge in layer.Edges)
        {
            Visit(_declaration.Layer(edge.Source));
        }

        Node[] copies = [.. CopiesOf(layer)];
        foreach (DeclaredEdge edge in layer.Edges)
        {
            Connect(edge, copies);
        }

        foreach (Node copy in copies.Where(_ => layer.HasBias))
        {
            copy.Links.Add(new Link($"BiasTo{copy.Name}", _constant, _ => true));
        }

        _copies.Add(layer.Name, copies);
        Nodes.AddRange(copies);
        return copies;
    }

    private IEnumerable<Node> CopiesOf(DeclaredLayer layer)
    {
        if (layer.Bank is not { } bank)
        {
            yield return new Node(layer, null, values => IsOn(layer, values)) { Factors = layer.GatedBy };
            yield break;
        }

        if (_declaration.Layer(bank.Index) is { Kind: Kind.Gates } gates)
        {
            for (int number = 0; number < gates.Units; number++)
            {
                yield return new Node(layer, number, values => IsOn(layer, values)) { Factors = [.. layer.GatedBy, new DeclaredNumber(gates.Name, number)] };
            }

            yield break;
        }

        int k = 0;
        foreach (int[] subset in Subsets(_declaration.Layer(bank.Index).Units, bank.Size ?? 1))
        {
            yield return new Node(layer, k++, values => subset.Contains(values(bank.Index)) && IsOn(layer, values)) { Factors = layer.GatedBy };
        }
    }

    private void Connect(DeclaredEdge edge, Node[] targets)
    {
        foreach (Node target in targets)
        {
            foreach (Node source in _copies[edge.Source])
            {
                string weights = $"{edge.Source}To{target.Layer.Name}";
                (bool isConnected, string name) = (source.Copy, target.Copy) switch
                {
                    (null, null) => (true, weights),
                    (null, { } to) => (true, $"{weights}[{to}]"),
                    ({ } from, null) => (true, $"{weights}[{from}]"),
                    ({ } from, { } to) when source.Layer.Bank == target.Layer.Bank => (from == to, $"{weights}[{from}]"),
                    ({ } from, { } to) => (CanBeOnTogether(source, target), $"{weights}[{from}, {to}]"),
                };
                if (isConnected)
                {
                    target.Links.Add(new Link(name, source, values => edge.When is null || Holds(edge.When, values)));
                }
            }
        }
    }

    /// <summary>No index needs two values at once: what banks and value lists say, rules aside.</summary>
    private bool CanBeOnTogether(Node source, Node target)
    {
        foreach (DeclaredLayer index in _declaration.Indices)
        {
            bool Allows(Node node, int value) =>
                (node.Layer.Bank is not { } bank || bank.Index != index.Name || Subset(node).Contains(value))
                && node.Layer.ActiveIn.All(gate => gate.Index != index.Name || gate.Values.Contains(value));
            if (!Enumerable.Range(0, index.Units).Any(value => Allows(source, value) && Allows(target, value)))
            {
                return false;
            }
        }

        return true;
    }

    private int[] Subset(Node copy)
    {
        DeclaredBank bank = copy.Layer.Bank!;
        return Subsets(_declaration.Layer(bank.Index).Units, bank.Size ?? 1).ElementAt(copy.Copy!.Value);
    }

    private bool IsOn(DeclaredLayer layer, IndexValues values) =>
        layer.ActiveIn.All(gate => gate.Values.Contains(values(gate.Index))) && layer.ActiveWhen.All(rule => Holds(rule, values));

    private bool Holds(string rule, IndexValues values)
    {
        Rule declared = _declaration.Rule(rule);
        return declared.Holds([.. declared.Indices.Select(index => values(index))]);
    }

    /// <summary>Subsets of 0 .. n-1 in lexicographic order.</summary>
    private static IEnumerable<int[]> Subsets(int n, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (int first = from; first < n; first++)
        {
            foreach (int[] rest in Subsets(n, size - 1, first + 1))
            {
                yield return [first, .. rest];
            }
        }
    }
}
