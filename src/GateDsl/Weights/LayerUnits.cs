using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// Units of every layer of a network, by name: as declared, or with hidden layers only as wide as what they touch. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class LayerUnits
{
    private readonly Layer[] _layers;
    private readonly Dictionary<string, Layer> _byName;

    /// <summary>No layer.</summary>
    public LayerUnits()
        : this([])
    {
    }

    private LayerUnits(Layer[] layers)
    {
        _layers = layers;
        _byName = layers.ToDictionary(layer => layer.Name, StringComparer.Ordinal);
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
    internal IReadOnlyList<(string Name, int Units)> Outputs => [.. _layers.Where(layer => layer.Role == Role.Output).Select(layer => (layer.Name, layer.Units))];

    /// <summary>With an input.</summary>
    public LayerUnits Input(string name, int units) => new([.. _layers, new Layer(name, units, 0, Role.Input)]);

    /// <summary>With a hidden layer, or a bank of some copies.</summary>
    public LayerUnits Hidden(string name, int units, int copies = 0) => new([.. _layers, new Layer(name, units, copies, Role.Hidden)]);

    /// <summary>With an output layer, or a bank of them.</summary>
    public LayerUnits Output(string name, int units) => new([.. _layers, new Layer(name, units, 0, Role.Output)]);

    /// <summary>The same layers, some of another width.</summary>
    public LayerUnits With(params (string Layer, int Units)[] widths)
    {
        Dictionary<string, int> changed = widths.ToDictionary(width => width.Layer, width => width.Units, StringComparer.Ordinal);
        return new([.. _layers.Select(layer => layer with { Units = changed.GetValueOrDefault(layer.Name, layer.Units) })]);
    }

    /// <summary>Whether a module is hidden.</summary>
    internal bool IsHidden(string module) => Find(module).Role == Role.Hidden;

    private Layer Find(string module)
    {
        int bracket = module.IndexOf('[', StringComparison.Ordinal);
        return _byName[bracket < 0 ? module : module[..bracket]];
    }

    private readonly record struct Layer(string Name, int Units, int Copies, Role Role);
}
