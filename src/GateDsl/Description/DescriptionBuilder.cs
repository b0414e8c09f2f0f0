using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Collects what a network consists of. Used by generated code.</summary>
/// <param name="name">Name of the class.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class DescriptionBuilder(string name)
{
    private readonly List<LayerDescription> _layers = [];
    private readonly List<EdgeDescription> _edges = [];
    private readonly Dictionary<string, OutputLoss> _losses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _slopes = new(StringComparer.Ordinal);

    /// <summary>An input, a selector, or a layer that has no copies.</summary>
    public void Layer(string layer, LayerKind kind, int units, bool isSelfGated, GateDescription gate) =>
        _layers.Add(new LayerDescription(layer, kind, units, IsBank: false, isSelfGated, [new CopyDescription(layer, gate)])
        {
            Loss = _losses.GetValueOrDefault(layer),
            Slope = _slopes.GetValueOrDefault(layer),
        });

    /// <summary>A bank with the gate of each copy.</summary>
    public void Bank(string layer, LayerKind kind, int units, bool isSelfGated, params ReadOnlySpan<GateDescription> gates)
    {
        List<CopyDescription> copies = [];
        foreach (GateDescription gate in gates)
        {
            copies.Add(new CopyDescription($"{layer}[{copies.Count}]", gate));
        }

        _layers.Add(new LayerDescription(layer, kind, units, IsBank: true, isSelfGated, copies)
        {
            Loss = _losses.GetValueOrDefault(layer),
            Slope = _slopes.GetValueOrDefault(layer),
        });
    }

    /// <summary>What an output, described next, is trained by where that is not the squared error.</summary>
    public void Loss(string layer, OutputLoss loss) => _losses.Add(layer, loss);

    /// <summary>The slope of a self-gated layer, described next, where it is not 0.</summary>
    public void Slope(string layer, double slope) => _slopes.Add(layer, slope);

    /// <summary>The input that biases are edges from.</summary>
    public void Bias() => Layer(BiasInput.Name, LayerKind.Bias, 1, isSelfGated: false, GateDescription.Always);

    /// <summary>The edges between two layers, of which any may be a bank.</summary>
    /// <param name="member">Name of the weights.</param>
    /// <param name="source">Name of the source layer.</param>
    /// <param name="target">Name of the target layer.</param>
    /// <param name="gate">Gate of the edges themselves.</param>
    /// <param name="pairs">
    /// For two banks that are not wired copy to copy: for each source copy one character per target copy, 1 where there is an edge.
    /// </param>
    public void Edges(string member, string source, string target, GateDescription gate, params ReadOnlySpan<string> pairs)
    {
        LayerDescription from = _layers.First(layer => layer.Name == source);
        LayerDescription to = _layers.First(layer => layer.Name == target);
        if (!from.IsBank && !to.IsBank)
        {
            Edge(member, from, from.Copies[0], to, to.Copies[0], gate);
            return;
        }

        for (int i = 0; i < from.Copies.Count; i++)
        {
            for (int j = 0; j < to.Copies.Count; j++)
            {
                if (pairs.Length > 0 ? pairs[i][j] == '1' : i == j || !from.IsBank || !to.IsBank)
                {
                    string position = pairs.Length > 0 ? $"[{i}, {j}]" : from.IsBank ? $"[{i}]" : $"[{j}]";
                    Edge(member + position, from, from.Copies[i], to, to.Copies[j], gate);
                }
            }
        }
    }

    /// <summary>The description.</summary>
    /// <param name="inputs">The inputs and selectors with what is known about them.</param>
    public NetworkDescription Build(GateDomain inputs) => new(name, _layers, _edges, inputs);

    private void Edge(string weights, LayerDescription from, CopyDescription source, LayerDescription to, CopyDescription target, GateDescription gate) =>
        _edges.Add(new EdgeDescription(weights, source.Name, target.Name, to.Units, from.Units, gate));
}
