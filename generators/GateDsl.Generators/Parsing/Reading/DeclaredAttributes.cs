using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>A name given to an attribute, and where. Empty: the argument is null or no name yet.</summary>
internal readonly record struct NameArgument(string Name, Location Location);

/// <summary>A number given to an enumeration that has no such value.</summary>
internal sealed record UndefinedValue(AttributeData Attribute, string Argument, int Value, LanguageEnum Enum);

/// <summary>The <c>[GatedNetwork]</c>.</summary>
internal sealed record DeclaredNetwork(bool IsDouble, bool Rectified, IReadOnlyList<UndefinedValue> Undefined);

/// <summary>The <c>[SelfGated]</c> of a layer.</summary>
internal sealed record DeclaredSelfGate(AttributeData Attribute, double Slope);

/// <summary>One attribute that says what a layer is.</summary>
internal sealed record DeclaredKind(LayerKindModel Kind, AttributeData Attribute);

/// <summary>What the attribute that says what a layer is says beside its size.</summary>
internal sealed record LayerOptions
{
    public RoleModel Role { get; init; }

    public LossModel Loss { get; init; }

    public bool HasBias { get; init; }
}

/// <summary>One <c>[From]</c>.</summary>
internal sealed record DeclaredFrom(AttributeData Attribute, IReadOnlyList<NameArgument> Sources, NameArgument? When);

/// <summary>One <c>[ActiveIn]</c>.</summary>
internal sealed record DeclaredValueGate(AttributeData Attribute, NameArgument Index, IReadOnlyList<(int Value, Location Location)> Values);

/// <summary>One <c>[GatedBy]</c>.</summary>
internal sealed record DeclaredNumberGate(AttributeData Attribute, NameArgument Input, int Number, Location NumberLocation);

/// <summary>One <c>[OnePer]</c> (size null) or <c>[OnePerSubset]</c>.</summary>
internal sealed record DeclaredCopies(AttributeData Attribute, NameArgument Index, int? SubsetSize, Location SizeLocation);

/// <summary>One <c>[Stimuli]</c>.</summary>
internal sealed record DeclaredStimuli(
    AttributeData Attribute, NameArgument Selector, NameArgument Input, IReadOnlyList<DeclaredRow> Rows);

/// <summary>The numbers of one row of <c>[Stimuli]</c>, as written between spaces.</summary>
internal sealed record DeclaredRow(IReadOnlyList<string> Numbers, Location Location);

/// <summary>The task attribute.</summary>
internal sealed record DeclaredTask(AttributeData Attribute, TaskModel Model);

/// <summary>The <c>[ReluTwin]</c>.</summary>
internal sealed record DeclaredTwin(AttributeData Attribute, IReadOnlyList<(int Value, Location Location)> Widths, bool HasBias, double Slope)
{
    /// <summary>Units of a hidden layer, counted from 1.</summary>
    public int Width(int layer) => Widths[Widths.Count == 1 ? 0 : layer - 1].Value;
}
