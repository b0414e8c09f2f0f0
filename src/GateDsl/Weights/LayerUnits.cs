using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// Units of every layer of a network, by name: as declared, or with hidden layers only as wide as what they touch. Used by generated code.
/// </summary>
/// <remarks>
/// A copy of a bank is cut out of its name, Pairs[0], and has no identity of its own: this name is what users and generated code hand over, as
/// the end of an <see cref="EdgeMatrix{T}"/> or the key of a width, all of it public. Nor can the names of all copies be noted beforehand:
/// generated code does not say how many copies a bank of outputs has.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class LayerUnits
{
    private readonly List<Layer> _layers;
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

    /// <summary>No layer.</summary>
    public LayerUnits()
        : this([])
    {
    }

    private LayerUnits(List<Layer> layers)
    {
        _layers = layers;
        for (int at = 0; at < layers.Count; at++)
        {
            _at.Add(layers[at].Name, at);
        }
    }

    private enum Role
    {
        Input,
        Hidden,
        Output,
    }

    /// <summary>Units of a layer, or of one copy of a bank: Pairs, Pairs[0].</summary>
    public int this[string layer] => Find(layer).Units;

    /// <summary>Names of all hidden modules: layers, and copies of banks.</summary>
    internal IEnumerable<string> HiddenModules => _layers.Where(layer => layer.Role == Role.Hidden)
        .SelectMany(layer => layer.Copies == 0 ? [layer.Name] : Enumerable.Range(0, layer.Copies).Select(copy => $"{layer.Name}[{copy}]"));

    /// <summary>Names of hidden layers and banks.</summary>
    internal IReadOnlyList<string> HiddenLayers => [.. _layers.Where(layer => layer.Role == Role.Hidden).Select(layer => layer.Name)];

    /// <summary>Names and units of outputs.</summary>
    internal IReadOnlyList<(string Name, int Units)> Outputs =>
        [.. _layers.Where(layer => layer.Role == Role.Output).Select(layer => (layer.Name, layer.Units))];

    /// <summary>With an input.</summary>
    public LayerUnits Input(string name, int units) => new([.. _layers, new Layer(name, units, 0, Role.Input)]);

    /// <summary>With a hidden layer, or a bank of some copies.</summary>
    public LayerUnits Hidden(string name, int units, int copies = 0) => new([.. _layers, new Layer(name, units, copies, Role.Hidden)]);

    /// <summary>With an output layer, or a bank of them.</summary>
    public LayerUnits Output(string name, int units) => new([.. _layers, new Layer(name, units, 0, Role.Output)]);

    /// <summary>The same layers, some of another width.</summary>
    public LayerUnits With(params (string Layer, int Units)[] widths)
    {
        List<Layer> layers = [.. _layers];
        foreach ((string layer, int units) in widths)
        {
            int at = _at[layer];
            layers[at] = layers[at] with { Units = units };
        }

        return new(layers);
    }

    private Layer Find(string module)
    {
        int bracket = module.IndexOf('[', StringComparison.Ordinal);
        return _layers[_at[bracket < 0 ? module : module[..bracket]]];
    }

    private sealed record Layer(string Name, int Units, int Copies, Role Role);
}
