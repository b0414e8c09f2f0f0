namespace GateDsl;

/// <summary>Follows the edges from every input to every output.</summary>
internal sealed class PathFinder
{
    private readonly Dictionary<string, LayerDescription> _layerOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GateDescription> _gateOf = new(StringComparer.Ordinal);
    private readonly ILookup<string, EdgeDescription> _edgesFrom;
    private readonly List<PathDescription> _paths = [];
    private readonly Stack<EdgeDescription> _edges = new();

    private PathFinder(IReadOnlyList<LayerDescription> layers, IReadOnlyList<EdgeDescription> edges)
    {
        foreach (LayerDescription layer in layers)
        {
            foreach (CopyDescription copy in layer.Copies)
            {
                _layerOf.Add(copy.Name, layer);
                _gateOf.Add(copy.Name, copy.Gate);
            }
        }

        _edgesFrom = edges.ToLookup(edge => edge.Source, StringComparer.Ordinal);
    }

    public static IReadOnlyList<PathDescription> Find(IReadOnlyList<LayerDescription> layers, IReadOnlyList<EdgeDescription> edges)
    {
        PathFinder finder = new(layers, edges);
        foreach (LayerDescription input in layers.Where(layer => layer.IsInput))
        {
            finder.Follow(input.Name, input.Name, "", GateDescription.Always);
        }

        return finder._paths;
    }

    private void Follow(string input, string place, string pathway, GateDescription gate)
    {
        foreach (EdgeDescription edge in _edgesFrom[place])
        {
            GateDescription onward = gate.And(edge.Gate).And(_gateOf[edge.Target]);
            if (onward.IsNever)
            {
                continue;
            }

            _edges.Push(edge);
            if (_layerOf[edge.Target].Kind == LayerKind.Output)
            {
                Add(new PathDescription(input, edge.Target, pathway, [.. _edges.Reverse()], onward));
            }
            else
            {
                Follow(input, edge.Target, pathway.Length == 0 ? edge.Target : $"{pathway}>{edge.Target}", onward);
            }

            _edges.Pop();
        }
    }

    private void Add(PathDescription path)
    {
        if (_paths.Count == NetworkDescription.MostPaths)
        {
            throw new NotSupportedException($"The network has more than {NetworkDescription.MostPaths} paths: they are not listed.");
        }

        _paths.Add(path);
    }
}
