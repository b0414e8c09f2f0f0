using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>The type of a property that declares a layer.</summary>
internal enum PropertyKind
{
    Other,
    Layer,
    LayerBank,
    Selector,
}

/// <summary>One declared property with its symbol. Fields are what is written, right or wrong.</summary>
internal sealed class DeclaredLayer(IPropertySymbol property, PropertyKind propertyKind, Location location)
{
    public IPropertySymbol Property { get; } = property;

    public PropertyKind PropertyKind { get; } = propertyKind;

    /// <summary>Where its name is written.</summary>
    public Location Location { get; } = location;

    public string Name => Property.Name;

    /// <summary>Attributes that say what it is: none or several are errors.</summary>
    public List<(LayerKind Kind, AttributeData Attribute)> Kinds { get; } = [];

    /// <summary>What it is, if that is said; of several attributes the first counts.</summary>
    public LayerKind? Kind => Kinds.Count > 0 ? Kinds[0].Kind : null;

    /// <summary>Features, values or units; null: not readable.</summary>
    public int? Units { get; set; }

    public RoleModel ExplicitRole { get; set; }

    public List<DeclaredFrom> Froms { get; } = [];

    public List<DeclaredValueGate> ActiveIn { get; } = [];

    public List<NameArgument> ActiveWhen { get; } = [];

    public AttributeData? SelfGated { get; set; }

    public List<DeclaredCopies> Copies { get; } = [];

    /// <summary>The property is a bank: it says what its copies are, and has the type for it.</summary>
    public bool IsBank => PropertyKind == PropertyKind.LayerBank;

    public bool IsIndex => Kind is LayerKind.OneHotInput or LayerKind.Selector;

    public bool IsInput => Kind is LayerKind.OneHotInput or LayerKind.DenseInput;

    public IEnumerable<NameArgument> Sources => Froms.SelectMany(from => from.Sources);
}

/// <summary>One <c>[From]</c>.</summary>
internal sealed record DeclaredFrom(AttributeData Attribute, IReadOnlyList<NameArgument> Sources, NameArgument? When);

/// <summary>One <c>[ActiveIn]</c>.</summary>
internal sealed record DeclaredValueGate(AttributeData Attribute, NameArgument Index, IReadOnlyList<(int Value, Location Location)> Values);

/// <summary>One <c>[OnePer]</c> (size null) or <c>[OnePerSubset]</c>.</summary>
internal sealed record DeclaredCopies(AttributeData Attribute, NameArgument Index, int? SubsetSize, Location SizeLocation);

/// <summary>One <c>[Stimuli]</c>.</summary>
internal sealed record DeclaredStimuli(
    AttributeData Attribute, NameArgument Selector, NameArgument Input, IReadOnlyList<(string Text, Location Location)> Rows);

/// <summary>The task attribute.</summary>
internal sealed record DeclaredTask(AttributeData Attribute, TaskModel Model);

/// <summary>The <c>[ReluTwin]</c>.</summary>
internal sealed record DeclaredTwin(AttributeData Attribute, int Width);
