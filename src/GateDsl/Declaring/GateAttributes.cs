namespace GateDsl;

/// <summary>Node gate by values: on where the one-hot input or selector has one of the values. Repeatable; gates are and-ed.</summary>
/// <param name="index">Name of a one-hot input or selector.</param>
/// <param name="values">Values at which the layer is on. None: the layer is never on.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ActiveInAttribute(string index, params int[] values) : Attribute
{
    /// <summary>Name of a one-hot input or selector.</summary>
    public string Index { get; } = index;

    /// <summary>Values at which the layer is on.</summary>
    public IReadOnlyList<int> Values { get; } = values;
}

/// <summary>Node gate by rule: on where a <c>static bool</c> method of the class over one-hot inputs and selectors holds. Repeatable; and-ed.</summary>
/// <param name="rule">Name of the rule.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ActiveWhenAttribute(string rule) : Attribute
{
    /// <summary>Name of the rule.</summary>
    public string Rule { get; } = rule;
}

/// <summary>
/// Every unit is gated by its own pre-activation &gt; 0: a ReLU layer inside a gated deep linear network. Trained by batch only; the race
/// reduction and the gate checks do not apply downstream of it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelfGatedAttribute : Attribute
{
    /// <summary>
    /// What a unit is multiplied with where its pre-activation is not above 0, forward and backward: from 0, a ReLU, to 1, a linear unit.
    /// </summary>
    public double Slope { get; set; }
}

/// <summary>
/// A bank with one copy of the layer for each value of a one-hot input or selector, copy k being on where the value is k; or for each number of a gate input,
/// copy k being multiplied by number k.
/// </summary>
/// <param name="index">Name of a one-hot input, a selector or a gate input.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnePerAttribute(string index) : Attribute
{
    /// <summary>Name of a one-hot input or selector.</summary>
    public string Index { get; } = index;
}

/// <summary>
/// A bank with one copy of the layer for each subset of <paramref name="size"/> values of a one-hot input or selector, in lexicographic order;
/// a copy is on where the value is in its subset.
/// </summary>
/// <param name="index">Name of a one-hot input or selector.</param>
/// <param name="size">Number of values in a subset.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnePerSubsetAttribute(string index, int size) : Attribute
{
    /// <summary>Name of a one-hot input or selector.</summary>
    public string Index { get; } = index;

    /// <summary>Number of values in a subset.</summary>
    public int Size { get; } = size;
}

/// <summary>
/// Says which vector of a dense input each value of a selector stands for, so that gates by that selector can be checked.
/// Numbers are exact decimals or fractions in invariant notation, separated by spaces: "1 -1 0.5", "1/3 0 2".
/// </summary>
/// <param name="selector">Name of the selector.</param>
/// <param name="input">Name of the dense input.</param>
/// <param name="rows">One row per value of the selector.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StimuliAttribute(string selector, string input, params string[] rows) : Attribute
{
    /// <summary>Name of the selector.</summary>
    public string Selector { get; } = selector;

    /// <summary>Name of the dense input.</summary>
    public string Input { get; } = input;

    /// <summary>One row per value of the selector.</summary>
    public IReadOnlyList<string> Rows { get; } = rows;
}

/// <summary>
/// Gates that come with the data: <paramref name="gates"/> finite numbers per datapoint, of which any may be open together. 0 is closed, and a closed gate
/// contributes exactly 0; any other number multiplies.
/// </summary>
/// <param name="gates">Numbers per datapoint.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GateInputAttribute(int gates) : Attribute
{
    /// <summary>Numbers per datapoint.</summary>
    public int Gates { get; } = gates;
}

/// <summary>Node gate by a number of a gate input, which multiplies the layer. Repeatable; gates of a layer multiply.</summary>
/// <param name="input">Name of a gate input.</param>
/// <param name="number">Which of its numbers, from 0.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class GatedByAttribute(string input, int number) : Attribute
{
    /// <summary>Name of a gate input.</summary>
    public string Input { get; } = input;

    /// <summary>Which of its numbers, from 0.</summary>
    public int Number { get; } = number;
}
