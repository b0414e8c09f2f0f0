namespace GateDsl.Generators.Tests.Differential.Declarations;

/// <summary>
/// A declared network as the language page describes it. The tests' own record: it shares no code with the compiler's model, parser, planner
/// or emitter.
/// </summary>
public sealed record Declaration
{
    public required string Name { get; init; }

    public required bool IsDouble { get; init; }

    /// <summary>In declaration order.</summary>
    public required IReadOnlyList<DeclaredLayer> Layers { get; init; }

    public IReadOnlyList<Rule> Rules { get; init; } = [];

    public int? TwinWidth { get; init; }

    /// <summary>Widths of the twin's second hidden layer and each after it; none: all are as wide as the first.</summary>
    public IReadOnlyList<int> TwinDeeper { get; init; } = [];

    public bool TwinHasBias { get; init; }

    public double TwinSlope { get; init; }

    public IEnumerable<DeclaredLayer> Outputs => Layers.Where(layer => layer.Kind == Kind.Output);

    public IEnumerable<DeclaredLayer> Indices => Layers.Where(layer => layer.Kind is Kind.OneHot or Kind.Selector);

    public bool HasSelfGated => Layers.Any(layer => layer.SelfGated);

    public bool HasNumbers => Layers.Any(layer => layer.Kind == Kind.Gates);

    public bool HasOtherLoss => Layers.Any(layer => layer.Loss != OutputLoss.Squared);

    public DeclaredLayer Layer(string name) => Layers.Single(layer => layer.Name == name);

    public Rule Rule(string name) => Rules.Single(rule => rule.Name == name);
}

public enum Kind
{
    Dense,
    OneHot,
    Selector,
    Hidden,
    Output,

    /// <summary>What biases are edges from; nobody declares it.</summary>
    Constant,

    /// <summary>Numbers that gate.</summary>
    Gates,
}

/// <summary>A property of the class.</summary>
public sealed record DeclaredLayer(string Name, Kind Kind, int Units)
{
    public IReadOnlyList<DeclaredEdge> Edges { get; init; } = [];

    public DeclaredBank? Bank { get; init; }

    public IReadOnlyList<DeclaredValues> ActiveIn { get; init; } = [];

    /// <summary>Names of rules.</summary>
    public IReadOnlyList<string> ActiveWhen { get; init; } = [];

    /// <summary>Numbers that multiply.</summary>
    public IReadOnlyList<DeclaredNumber> GatedBy { get; init; } = [];

    /// <summary>A gate input that is open or closed, and given so.</summary>
    public bool IsBoolean { get; init; }

    public bool SelfGated { get; init; }

    /// <summary>What a self-gated unit is multiplied with where it is off.</summary>
    public double Slope { get; init; }

    public bool HasBias { get; init; }

    /// <summary>What an output is trained by.</summary>
    public OutputLoss Loss { get; init; }

    public bool IsInput => Kind is Kind.Dense or Kind.OneHot;
}

/// <summary>An edge from a source, gated by a rule or always open.</summary>
public sealed record DeclaredEdge(string Source, string? When = null);

/// <summary>One copy per value (size null) or per subset of that size.</summary>
public sealed record DeclaredBank(string Index, int? Size);

/// <summary>A number of a gate input.</summary>
public sealed record DeclaredNumber(string Input, int Number);

/// <summary>On where the index has one of the values.</summary>
public sealed record DeclaredValues(string Index, int[] Values);

/// <summary>A rule twice: as C# and as what it means.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Indices">The index of every parameter.</param>
/// <param name="Source">The method as it stands in the class, and what it needs beside it.</param>
/// <param name="Holds">What it says of the values of its parameters.</param>
public sealed record Rule(string Name, string[] Indices, string Source, Func<int[], bool> Holds);
