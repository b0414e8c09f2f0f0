
namespace GateDsl;

/// <summary>The architecture of a network as declared: layers, edges, paths, gates and the number of its parameters.</summary>
public sealed class NetworkDescription
{
    /// <summary>Paths up to which <see cref="Paths"/> lists them.</summary>
    public const int MostPaths = 100_000;

    private readonly Lazy<IReadOnlyList<PathDescription>> _paths;

    /// <summary>An architecture; made by generated code.</summary>
    /// <param name="name">Name of the class.</param>
    /// <param name="layers">Inputs, selectors, hidden layers and outputs in declaration order.</param>
    /// <param name="edges">Every weight matrix.</param>
    /// <param name="inputs">Inputs and selectors with what is known about them; null: no stimuli, and roles by the order of the layers.</param>
    public NetworkDescription(
        string name, IReadOnlyList<LayerDescription> layers, IReadOnlyList<EdgeDescription> edges, GateDomain? inputs = null)
    {
        Name = name;
        Layers = layers;
        Edges = edges;
        Inputs = inputs ?? layers.Aggregate(GateDomain.Empty, (domain, layer) => layer.Kind switch
        {
            LayerKind.OneHotInput => domain.OneHot(layer.Name, layer.Units),
            LayerKind.Selector => domain.Selector(layer.Name, layer.Units),
            LayerKind.Input => domain.Dense(layer.Name, layer.Units),
            _ => domain,
        });
        _paths = new(() => PathFinder.Find(layers, edges));
    }

    /// <summary>Name of the class.</summary>
    public string Name { get; }

    /// <summary>Inputs, selectors, hidden layers and outputs in declaration order.</summary>
    public IReadOnlyList<LayerDescription> Layers { get; }

    /// <summary>Every weight matrix.</summary>
    public IReadOnlyList<EdgeDescription> Edges { get; }

    /// <summary>The one-hot inputs and selectors: gate tables run over all combinations of their values, the first one outermost.</summary>
    public IEnumerable<LayerDescription> Domain => Layers.Where(layer => layer.IsIndex);

    /// <summary>The inputs and selectors with roles and stimuli: what gates are decided over.</summary>
    public GateDomain Inputs { get; }

    /// <summary>
    /// Every path from an input to an output but those known to be on nowhere, found when first asked for.
    /// </summary>
    /// <exception cref="NotSupportedException">There are more than <see cref="MostPaths"/>.</exception>
    public IReadOnlyList<PathDescription> Paths => _paths.Value;

    /// <summary>Number of weights.</summary>
    public long Parameters => Edges.Sum(edge => edge.Parameters);

    /// <summary>The architecture as a Mermaid flowchart: a node per layer, a link per pair of connected layers, gates written at both.</summary>
    public string ToMermaid() => MermaidFlowchart.Draw(this);

    /// <summary>
    /// Every gate with its class over the network's input and a witness or certificate: could a ReLU network have it (P1 Lemma 4.1)? Decided when
    /// called.
    /// </summary>
    public GateReport GateReport() => GateReporter.Report(this);

    /// <summary>The architecture as a tree of lines.</summary>
    public override string ToString() => ArchitectureTree.Draw(this);
}
