using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>The type of a property that declares a layer.</summary>
internal enum PropertyKind
{
    Other,
    Layer,
    LayerBank,
    Selector,
    GateInput,
}

/// <summary>One declared property with its symbol: what is written, right or wrong.</summary>
internal sealed class DeclaredLayer
{
    public required IPropertySymbol Property { get; init; }

    public required PropertyKind PropertyKind { get; init; }

    /// <summary>The user's declaration of the property.</summary>
    public required SyntaxNode? Syntax { get; init; }

    /// <summary>Where its name is written.</summary>
    public required Location Location { get; init; }

    public string Name => Property.Name;

    /// <summary>All its attributes of the language, in the order of their source.</summary>
    public required IReadOnlyList<AttributeData> Attributes { get; init; }

    /// <summary>Attributes that say what it is: none or several are errors.</summary>
    public required IReadOnlyList<DeclaredKind> Kinds { get; init; }

    /// <summary>What it is, if that is said; of several attributes the first counts.</summary>
    public LayerKindModel? Kind => Kinds.Count > 0 ? Kinds[0].Kind : null;

    /// <summary>Features, values or units; null: not readable.</summary>
    public required int? Units { get; init; }

    public required LayerOptions Options { get; init; }

    public RoleModel ExplicitRole => Options.Role;

    public required IReadOnlyList<DeclaredFrom> Froms { get; init; }

    public required IReadOnlyList<DeclaredValueGate> ActiveIn { get; init; }

    public required IReadOnlyList<NameArgument> ActiveWhen { get; init; }

    public required IReadOnlyList<DeclaredNumberGate> GatedBy { get; init; }

    public required DeclaredSelfGate? SelfGated { get; init; }

    public required IReadOnlyList<DeclaredCopies> Copies { get; init; }

    public required IReadOnlyList<UndefinedValue> Undefined { get; init; }

    /// <summary>Something is written that the C# compiler refuses and reports itself.</summary>
    public required bool IsLeftToCompiler { get; init; }

    /// <summary>The property is a bank: it says what its copies are, and has the type for it.</summary>
    public bool IsBank => PropertyKind == PropertyKind.LayerBank;

    public bool IsIndex => Kind is LayerKindModel.OneHotInput or LayerKindModel.Selector;

    /// <summary>Given with the data: it computes nothing, so nothing leads into it and nothing gates it.</summary>
    public bool IsGiven => IsInput || Kind is LayerKindModel.Selector or LayerKindModel.GateInput;

    public bool IsInput => Kind is LayerKindModel.OneHotInput or LayerKindModel.DenseInput;

    public IEnumerable<NameArgument> Sources => Froms.SelectMany(from => from.Sources);

    /// <summary>The rules that its gates and edges name, each with the attribute as it is written.</summary>
    public IEnumerable<(string Attribute, NameArgument Name)> Rules =>
    [
        .. ActiveWhen.Select(name => (AttributeTable.Written(AttributeTable.ActiveWhen.Name), name)),
        .. Froms.Select(from => from.When).OfType<NameArgument>().Select(name => (AttributeTable.Written(AttributeTable.From.Name), name)),
    ];
}
