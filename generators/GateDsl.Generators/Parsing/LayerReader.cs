using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Which properties declare layers, what they are and how large.</summary>
internal static class LayerReader
{
    public static void Read(Declaration declaration)
    {
        var found = new List<DeclaredLayer>();
        foreach (IPropertySymbol property in declaration.Type.GetMembers().OfType<IPropertySymbol>())
        {
            declaration.Cancellation.ThrowIfCancellationRequested();
            PropertyKind propertyKind = KindOfProperty(property.Type);
            if (property.UserLocation() is { } location && Declares(property, propertyKind))
            {
                found.Add(ReadLayer(declaration, property, propertyKind, location));
            }
        }

        foreach (DeclaredLayer layer in found)
        {
            declaration.Add(layer);
        }
    }

    public static PropertyKind KindOfProperty(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: AttributeNames.Namespace } space }
        && space.ContainingNamespace is { IsGlobalNamespace: true }
            ? type.Name switch
            {
                "Layer" => PropertyKind.Layer,
                "LayerBank" => PropertyKind.LayerBank,
                "Selector" => PropertyKind.Selector,
                _ => PropertyKind.Other,
            }
            : PropertyKind.Other;

    /// <summary>A property declares a layer if it carries an attribute of the language, or is partial and of a type of ours.</summary>
    public static bool Declares(IPropertySymbol property, PropertyKind propertyKind) =>
        property.GetAttributes().Any(attribute => attribute.LanguageName() is not null)
        || (propertyKind != PropertyKind.Other && (property.IsPartialDefinition || property.PartialDefinitionPart is not null));

    private static DeclaredLayer ReadLayer(Declaration declaration, IPropertySymbol property, PropertyKind propertyKind, Location location)
    {
        var layer = new DeclaredLayer(property, propertyKind, location);
        foreach (AttributeData attribute in property.GetAttributes())
        {
            LayerKind? kind = attribute.LanguageName() switch
            {
                AttributeNames.Input => LayerKind.DenseInput,
                AttributeNames.OneHotInput => LayerKind.OneHotInput,
                AttributeNames.Selector => LayerKind.Selector,
                AttributeNames.Hidden => LayerKind.Hidden,
                AttributeNames.Output => LayerKind.Output,
                _ => null,
            };
            if (kind is not null)
            {
                ReadKind(declaration, layer, kind.Value, attribute);
            }
        }

        return layer;
    }

    private static void ReadKind(Declaration declaration, DeclaredLayer layer, LayerKind kind, AttributeData attribute)
    {
        layer.Kinds.Add((kind, attribute));
        if (layer.Kinds.Count > 1)
        {
            return;
        }

        layer.Units = attribute.Constant<int>(0);
        if (layer.Units is null)
        {
            declaration.LeaveToCompiler();
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Value.Value)
            {
                case int role and >= 0 and <= 2:
                    layer.ExplicitRole = role switch { 1 => RoleModel.Item, 2 => RoleModel.Context, _ => RoleModel.None };
                    break;
                case int role:
                    declaration.Report(
                        ClassDescriptors.UndefinedEnumValue,
                        attribute.LocateNamed(argument.Key, declaration.Cancellation),
                        layer.Name, Text.Number(role), "InputRole", "Unsaid, Item, Context");
                    break;
                default:
                    declaration.LeaveToCompiler();
                    break;
            }
        }
    }
}
