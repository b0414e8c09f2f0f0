namespace GateDsl;

/// <summary>A dense input layer of <paramref name="features"/> features per datapoint.</summary>
/// <param name="features">Features per datapoint.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute(int features) : Attribute
{
    /// <summary>Features per datapoint.</summary>
    public int Features { get; } = features;
}

/// <summary>An input layer that is one of <paramref name="values"/> values: fed as an index, never multiplied by zeros.</summary>
/// <param name="values">Number of values, also the number of units.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneHotInputAttribute(int values) : Attribute
{
    /// <summary>Number of values.</summary>
    public int Values { get; } = values;

    /// <summary>
    /// What the input stands for. Unsaid, the one-hot input declared last is the context where there are two or more; the others are items.
    /// </summary>
    public InputRole Role { get; set; }
}

/// <summary>What a one-hot input stands for in a contextual task (P1 §4).</summary>
public enum InputRole
{
    /// <summary>Decided by the order of declaration.</summary>
    Unsaid,

    /// <summary>An item (object).</summary>
    Item,

    /// <summary>A context.</summary>
    Context,
}

/// <summary>An index given with each datapoint that gates but is not fed to the network.</summary>
/// <param name="values">Number of values.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelectorAttribute(int values) : Attribute
{
    /// <summary>Number of values.</summary>
    public int Values { get; } = values;
}

/// <summary>A hidden layer of <paramref name="units"/> linear units.</summary>
/// <param name="units">Units of the layer, or of every copy of a bank.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HiddenAttribute(int units) : Attribute
{
    /// <summary>Units of the layer, or of every copy of a bank.</summary>
    public int Units { get; } = units;

    /// <summary>
    /// The layer, or every copy, has a bias: weights BiasTo{Layer}, units x 1, of an edge from an input that is 1. They start at 0 unless the initialiser
    /// names them.
    /// </summary>
    public bool Bias { get; set; }
}

/// <summary>An output layer of <paramref name="units"/> units.</summary>
/// <param name="units">Units of the layer, or of every copy of a bank.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(int units) : Attribute
{
    /// <summary>Units of the layer, or of every copy of a bank.</summary>
    public int Units { get; } = units;

    /// <summary>
    /// What the output is trained by; unsaid, the squared error. By cross-entropy its targets are labels, one index per datapoint; by the logistic loss
    /// rows of numbers from 0 to 1. Only squared errors can be trained by statistics or raced.
    /// </summary>
    public OutputLoss Loss { get; set; }

    /// <inheritdoc cref="HiddenAttribute.Bias"/>
    public bool Bias { get; set; }
}

/// <summary>Wires edges into a layer, one per source. Repeatable, so that some edges may be gated and others not.</summary>
/// <param name="sources">Names of the source layers.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class FromAttribute(params string[] sources) : Attribute
{
    /// <summary>Names of the source layers.</summary>
    public IReadOnlyList<string> Sources { get; } = sources;

    /// <summary>Name of the rule that gates these edges (edge gates g_e, P1 Eq. 1); null: always open.</summary>
    public string? When { get; set; }
}
