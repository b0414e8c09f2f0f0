using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>Reads a class with <c>[GatedNetwork]</c> once, from symbols to facts. Never throws on code that is half typed.</summary>
internal static class DeclarationReader
{
    public static Declaration Read(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
    {
        IReadOnlyList<DeclaredLayer> layers = LayerReader.Read(type, ct);
        bool isReadable = true;
        DeclaredNetwork network = ReadNetwork(type, ref isReadable);
        AttributeData[] tasks = [.. type.GetAttributes().Where(attribute => TaskReader.IsTask(attribute.LanguageName())).OrderBy(Place.Of)];
        List<UndefinedValue> undefined = [];
        Declaration declaration = new(layers)
        {
            Type = type,
            Compilation = compilation,
            Cancellation = ct,
            Network = network,
            Stimuli = ReadStimuli(type, ref isReadable, ct),
            Tasks = tasks,
            Task = tasks.Length == 1 ? TaskReader.Read(tasks[0], undefined, ref isReadable) : null,
            UndefinedInTask = undefined,
            Twin = ReadTwin(type, ref isReadable, ct),
            Rules = RuleReader.Read(type, layers),
            IsFaultyElsewhere = !isReadable
                || !TypePlace.HasName(type)
                || layers.Any(layer => layer.Name.Length == 0)
                || layers.Any(layer => layer.IsLeftToCompiler)
                || layers.Select(layer => layer.Name).Distinct(StringComparer.Ordinal).Count() < layers.Count
                || type is { TypeKind: TypeKind.Class, BaseType.TypeKind: TypeKind.Error }
                || !type.ContainingTypes().All(container => IsPartial(container, ct)),
        };
        return declaration;
    }

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken ct) =>
        type.WrittenByUser().All(reference => reference.GetSyntax(ct) is TypeDeclarationSyntax part && part.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The types that a type is nested in, from the inside out.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private static DeclaredNetwork ReadNetwork(INamedTypeSymbol type, ref bool isReadable)
    {
        bool isDouble = false;
        bool isRectified = false;
        List<UndefinedValue> undefined = [];
        if (type.FirstLanguage(AttributeTable.GatedNetwork.Name) is not { } attribute)
        {
            isReadable = false;
            return new DeclaredNetwork(isDouble, isRectified, undefined);
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Key, argument.Value.Value)
            {
                case (AttributeTable.GatedNetwork.Precision, int value) when AttributeTable.Enums.Precision.Has(value):
                    isDouble = value == 1;
                    break;
                case (AttributeTable.GatedNetwork.Precision, int value):
                    undefined.Add(new UndefinedValue(attribute, argument.Key, value, AttributeTable.Enums.Precision));
                    break;
                case (AttributeTable.GatedNetwork.Rectified, bool value):
                    isRectified = value;
                    break;
                default:
                    isReadable = false;
                    break;
            }
        }

        return new DeclaredNetwork(isDouble, isRectified, undefined);
    }

    private static IReadOnlyList<DeclaredStimuli> ReadStimuli(INamedTypeSymbol type, ref bool isReadable, CancellationToken ct)
    {
        List<DeclaredStimuli> stimuli = [];
        foreach (AttributeData attribute in type.Language(AttributeTable.Stimuli.Name))
        {
            stimuli.Add(new DeclaredStimuli(
                attribute,
                attribute.Name(AttributeTable.Stimuli.Selector, ct),
                attribute.Name(AttributeTable.Stimuli.Input, ct),
                [.. attribute.Names(AttributeTable.Stimuli.Rows, ct).Select(row => new DeclaredRow(ExactNumber.Split(row.Name), row.Location))]));
            isReadable &= attribute.AttributeConstructor is not null;
        }

        return stimuli;
    }

    private static DeclaredTwin? ReadTwin(INamedTypeSymbol type, ref bool isReadable, CancellationToken ct)
    {
        if (type.FirstLanguage(AttributeTable.ReluTwin.Name) is not { } attribute)
        {
            return null;
        }

        int? width = attribute.Constant<int>(AttributeTable.ReluTwin.Width);
        IReadOnlyList<(int, Location)>? deeper = attribute.Integers(AttributeTable.ReluTwin.Deeper, ct);
        double slope = attribute.NamedNumber(AttributeTable.ReluTwin.Slope, ref isReadable);
        isReadable &= width is not null && deeper is not null;
        if (width is null || deeper is null)
        {
            return null;
        }

        bool hasBias = attribute.NamedArguments.Any(argument => argument is { Key: AttributeTable.ReluTwin.Bias, Value.Value: true });
        return new DeclaredTwin(attribute, [(width.Value, attribute.LocateArgument(AttributeTable.ReluTwin.Width, ct)), .. deeper], hasBias, slope);
    }
}
