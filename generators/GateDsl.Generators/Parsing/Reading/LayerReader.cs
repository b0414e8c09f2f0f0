using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>Which properties declare layers, and all that their attributes say.</summary>
internal static class LayerReader
{
    public static IReadOnlyList<DeclaredLayer> Read(INamedTypeSymbol type, CancellationToken ct)
    {
        List<DeclaredLayer> layers = [];
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            ct.ThrowIfCancellationRequested();
            if (property.UserLocation() is { } location && Declares(property))
            {
                layers.Add(ReadLayer(property, location, ct));
            }
        }

        return [.. layers.OrderBy(layer => Place.Of(layer.Location))];
    }

    /// <summary>A property declares a layer if it carries an attribute of the language, or is partial and of a type of ours.</summary>
    public static bool Declares(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute => attribute.LanguageName() is not null)
        || ((property.IsPartialDefinition || property.PartialDefinitionPart is not null) && KindOf(property.Type) != PropertyKind.Other);

    private static PropertyKind KindOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: AttributeTable.Namespace } space }
        && space.ContainingNamespace is { IsGlobalNamespace: true }
            ? type.Name switch
            {
                nameof(PropertyKind.Layer) => PropertyKind.Layer,
                nameof(PropertyKind.LayerBank) => PropertyKind.LayerBank,
                nameof(PropertyKind.GateInput) => PropertyKind.GateInput,
                nameof(PropertyKind.Selector) => PropertyKind.Selector,
                _ => PropertyKind.Other,
            }
            : PropertyKind.Other;

    private static DeclaredLayer ReadLayer(IPropertySymbol property, Location location, CancellationToken ct)
    {
        List<AttributeData> attributes = [];
        List<DeclaredKind> kinds = [];
        List<DeclaredFrom> froms = [];
        List<DeclaredValueGate> activeIn = [];
        List<NameArgument> activeWhen = [];
        List<DeclaredNumberGate> gatedBy = [];
        List<DeclaredCopies> copies = [];
        List<UndefinedValue> undefined = [];
        DeclaredSelfGate? selfGated = null;
        int? units = null;
        LayerOptions options = new();
        bool isReadable = true;
        foreach (AttributeData attribute in property.GetAttributes().OrderBy(Place.Of))
        {
            if (attribute.LanguageName() is not { } name)
            {
                continue;
            }

            attributes.Add(attribute);
            switch (name)
            {
                case AttributeTable.From.Name:
                    froms.Add(LayerAttributes.ReadFrom(attribute, ct));
                    break;
                case AttributeTable.ActiveIn.Name:
                    activeIn.Add(LayerAttributes.ReadActiveIn(attribute, ref isReadable, ct));
                    break;
                case AttributeTable.ActiveWhen.Name:
                    activeWhen.Add(attribute.Name(AttributeTable.ActiveWhen.Rule, ct));
                    break;
                case AttributeTable.GatedBy.Name:
                    gatedBy.Add(LayerAttributes.ReadGatedBy(attribute, ref isReadable, ct));
                    break;
                case AttributeTable.SelfGated.Name:
                    selfGated = LayerAttributes.ReadSelfGate(attribute, ref isReadable);
                    break;
                case AttributeTable.OnePer.Name:
                    copies.Add(LayerAttributes.ReadOnePer(attribute, ct));
                    break;
                case AttributeTable.OnePerSubset.Name:
                    copies.Add(LayerAttributes.ReadOnePerSubset(attribute, ref isReadable, ct));
                    break;
                default:
                    if (LayerAttributes.KindOf(name) is { } kind)
                    {
                        kinds.Add(new DeclaredKind(kind, attribute));
                        if (kinds.Count == 1)
                        {
                            units = attribute.Constant<int>(AttributeTable.Kind.Size);
                            isReadable &= units is not null;
                            options = LayerAttributes.ReadOptions(attribute, undefined, ref isReadable);
                        }
                    }

                    break;
            }
        }

        return new DeclaredLayer
        {
            Property = property,
            PropertyKind = KindOf(property.Type),
            Syntax = property.WrittenByUser().FirstOrDefault()?.GetSyntax(ct),
            Location = location,
            Attributes = attributes,
            Kinds = kinds,
            Units = units,
            Options = options,
            Froms = froms,
            ActiveIn = activeIn,
            ActiveWhen = activeWhen,
            GatedBy = gatedBy,
            SelfGated = selfGated,
            Copies = copies,
            Undefined = undefined,
            IsLeftToCompiler = !isReadable || property.Type.TypeKind == TypeKind.Error,
        };
    }
}
