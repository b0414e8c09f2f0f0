using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>What each attribute of a layer says.</summary>
/// <remarks>Where the C# compiler refuses an argument it reports that itself: <c>isReadable</c> becomes false.</remarks>
internal static class LayerAttributes
{
    /// <summary>What the attribute says that the layer is; null: something else.</summary>
    public static LayerKindModel? KindOf(string name) => name switch
    {
        AttributeTable.Input.Name => LayerKindModel.DenseInput,
        AttributeTable.OneHotInput.Name => LayerKindModel.OneHotInput,
        AttributeTable.Selector.Name => LayerKindModel.Selector,
        AttributeTable.GateInput.Name => LayerKindModel.GateInput,
        AttributeTable.Hidden.Name => LayerKindModel.Hidden,
        AttributeTable.Output.Name => LayerKindModel.Output,
        _ => null,
    };

    /// <summary>What the attribute says beside the size.</summary>
    public static LayerOptions ReadOptions(AttributeData attribute, List<UndefinedValue> undefined, ref bool isReadable)
    {
        LayerOptions options = new();
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Key, argument.Value.Value)
            {
                case (AttributeTable.OneHotInput.Role, int value) when AttributeTable.Enums.InputRole.Has(value):
                    options = options with { Role = value switch { 1 => RoleModel.Item, 2 => RoleModel.Context, _ => RoleModel.None } };
                    break;
                case (AttributeTable.OneHotInput.Role, int value):
                    undefined.Add(new UndefinedValue(attribute, argument.Key, value, AttributeTable.Enums.InputRole));
                    break;
                case (AttributeTable.Output.Loss, int value) when AttributeTable.Enums.OutputLoss.Has(value):
                    options = options with { Loss = (LossModel)value };
                    break;
                case (AttributeTable.Output.Loss, int value):
                    undefined.Add(new UndefinedValue(attribute, argument.Key, value, AttributeTable.Enums.OutputLoss));
                    break;
                case (AttributeTable.Output.Bias, bool value):
                    options = options with { HasBias = value };
                    break;
                default:
                    isReadable = false;
                    break;
            }
        }

        return options;
    }

    public static DeclaredSelfGate ReadSelfGate(AttributeData attribute, ref bool isReadable) =>
        new(attribute, attribute.NamedNumber(AttributeTable.SelfGated.Slope, ref isReadable));

    public static DeclaredFrom ReadFrom(AttributeData attribute, CancellationToken ct) =>
        new(attribute, attribute.Names(AttributeTable.From.Sources, ct), attribute.NamedName(AttributeTable.From.When, ct));

    public static DeclaredValueGate ReadActiveIn(AttributeData attribute, ref bool isReadable, CancellationToken ct)
    {
        IReadOnlyList<(int Value, Location Location)>? values = attribute.Integers(AttributeTable.ActiveIn.Values, ct);
        isReadable &= values is not null;
        return new DeclaredValueGate(attribute, attribute.Name(AttributeTable.ActiveIn.Index, ct), values ?? []);
    }

    public static DeclaredNumberGate ReadGatedBy(AttributeData attribute, ref bool isReadable, CancellationToken ct)
    {
        int? number = attribute.Constant<int>(AttributeTable.GatedBy.Number);
        isReadable &= number is not null;
        return new DeclaredNumberGate(
            attribute, attribute.Name(AttributeTable.GatedBy.Input, ct), number ?? 0, attribute.LocateArgument(AttributeTable.GatedBy.Number, ct));
    }

    public static DeclaredCopies ReadOnePer(AttributeData attribute, CancellationToken ct) =>
        new(attribute, attribute.Name(AttributeTable.OnePer.Index, ct), null, attribute.Locate(ct));

    public static DeclaredCopies ReadOnePerSubset(AttributeData attribute, ref bool isReadable, CancellationToken ct)
    {
        int? size = attribute.Constant<int>(AttributeTable.OnePerSubset.Size);
        isReadable &= size is not null;
        return new DeclaredCopies(
            attribute,
            attribute.Name(AttributeTable.OnePerSubset.Index, ct),
            size ?? 1,
            attribute.LocateArgument(AttributeTable.OnePerSubset.Size, ct));
    }
}
