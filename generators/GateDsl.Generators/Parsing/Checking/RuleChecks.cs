using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>A rule is a <c>static bool</c> of the class over ints by value, each named like a one-hot input or selector. Every rule is checked once.</summary>
internal static class RuleChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. declaration.Layers.SelectMany(layer => layer.Rules.SelectMany(rule => FindNamed(declaration, layer, rule.Attribute, rule.Name, seen)))];
    }

    private static IEnumerable<Finding> FindNamed(
        Declaration declaration, DeclaredLayer layer, string attribute, NameArgument name, HashSet<string> seen)
    {
        IReadOnlyList<IMethodSymbol> methods = declaration.Rules[name.Name];
        if (methods.Count == 0)
        {
            IReadOnlyList<string> candidates = RuleReader.Candidates(declaration.Type);
            string? nearest = NearestName.Among(candidates, name.Name);
            return
            [
                RuleDescriptors.UnknownRule.At(name.Location, layer.Name, name.Name, attribute, Text.Remedy(nearest, candidates))
                    with { Suggestion = nearest },
            ];
        }

        return !seen.Add(name.Name) ? []
            : methods.Count > 1 ? [RuleDescriptors.OverloadedRule.At(LocationOf(methods[1]), name.Name, Text.Number(methods.Count))]
            : [.. FindSignature(methods[0]), .. methods[0].Parameters.SelectMany(parameter => FindParameter(declaration, methods[0], parameter))];
    }

    private static IEnumerable<Finding> FindSignature(IMethodSymbol rule)
    {
        if (rule.IsGenericMethod)
        {
            yield return RuleDescriptors.GenericRule.At(LocationOf(rule), rule.Name);
        }

        if (Deviation(rule) is { } deviation)
        {
            yield return RuleDescriptors.NotAStaticBool.At(LocationOf(rule), rule.Name, deviation);
        }
    }

    private static string? Deviation(IMethodSymbol rule) =>
        !rule.IsStatic ? "not static"
        : rule.ReturnsByRef || rule.ReturnsByRefReadonly ? "returning by reference"
        : rule.ReturnType.SpecialType != SpecialType.System_Boolean
            ? "of type '" + rule.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'"
        : rule.GetAttributes().Select(Forbidden).FirstOrDefault(remark => remark is not null) is { } mark
            ? $"marked with {mark}, and generated code calls it"
            : null;

    // What makes a call an error that nothing silences.
    private static string? Forbidden(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "ObsoleteAttribute" when attribute.ConstructorArguments is [_, { Value: true }] => "[Obsolete] as an error",
        "UnmanagedCallersOnlyAttribute" => "[UnmanagedCallersOnly]",
        _ => null,
    };

    private static IEnumerable<Finding> FindParameter(Declaration declaration, IMethodSymbol rule, IParameterSymbol parameter)
    {
        Location location = parameter.UserLocation() ?? LocationOf(rule);
        bool isInt = parameter.RefKind == RefKind.None && parameter.Type.SpecialType == SpecialType.System_Int32;
        if (declaration.IndexNamed(parameter.Name) is not null)
        {
            if (!isInt)
            {
                string type = Passing(parameter.RefKind) + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                yield return RuleDescriptors.RuleParameterType.At(location, rule.Name, parameter.Name, type);
            }

            yield break;
        }

        string[] candidates = [.. declaration.Layers.Where(layer => layer.IsIndex).Select(layer => Identifier.ParameterName(layer.Name))];
        if (NamedOtherwise(declaration, parameter.Name) is { } layer)
        {
            // Whatever its type: as an int it would name no index either.
            yield return RuleDescriptors.UnknownRuleParameter.At(location, rule.Name, parameter.Name, WayOut(layer, candidates));
        }
        else
        {
            string? nearest = NearestName.Among(candidates, parameter.Name);
            string type = isInt ? "" : nearest is null ? "; declare it as an int" : " Declare it as an int";
            yield return RuleDescriptors.UnknownRuleParameter.At(location, rule.Name, parameter.Name, Text.Remedy(nearest, candidates) + type)
                with
            { Suggestion = nearest };
        }
    }

    /// <summary>The layer of that name that is no index; null: there is none.</summary>
    private static DeclaredLayer? NamedOtherwise(Declaration declaration, string name) =>
        declaration.Layers.FirstOrDefault(layer => layer.Kind is not null && Identifier.IsSameParameter(layer.Name, name));

    private static string WayOut(DeclaredLayer layer, string[] indices) => layer.Kind switch
    {
        LayerKindModel.DenseInput =>
            $"'{layer.Name}' is a dense input, and rules read which stimulus it is, not its numbers: declare a [Selector(n)], say its vectors by " +
            $"[Stimuli(nameof(...), nameof({layer.Name}), ...)], and take the selector as an int",
        LayerKindModel.GateInput => $"'{layer.Name}' is a gate input, whose numbers multiply: gate the layer with [GatedBy(nameof({layer.Name}), n)]",
        _ => $"'{layer.Name}' is {Text.AKind(layer.Kind)}, and rules read one-hot inputs and selectors: {Text.Remedy(null, indices)}",
    };

    private static string Passing(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    };

    private static Location LocationOf(IMethodSymbol method) => method.UserLocation() ?? Location.None;
}
